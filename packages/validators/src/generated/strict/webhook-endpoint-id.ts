// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { WebhookEndpointId } from "@vinr/types";
import { type Trail } from "../../runtime/issues.js";
import { failText } from "../../runtime/scalars.js";
import { validator } from "../../runtime/validate.js";
import { isLonger } from "../../runtime/values.js";

const webhookEndpointIdPattern = /^we_[A-Za-z0-9]+$/u;

/**
 * Whether a value is of type `WebhookEndpointId`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isWebhookEndpointId("we_6fD4pJ"); // true
 * ```
 */
export function isWebhookEndpointId(value: unknown): value is WebhookEndpointId {
  try {
    return checkWebhookEndpointId(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `WebhookEndpointId`, or all that is wrong with it.
 *
 * @example
 * ```ts
 * const result = validateWebhookEndpointId("we_6fD4pJ");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateWebhookEndpointId = /* @__PURE__ */ validator<WebhookEndpointId>(checkWebhookEndpointId, explainWebhookEndpointId);

/** @internal */
export function checkWebhookEndpointId(value: unknown): boolean {
  return typeof value === "string" && !isLonger(value, 64) && webhookEndpointIdPattern.test(value);
}

/** @internal */
export function explainWebhookEndpointId(value: unknown, at: Trail): boolean {
  return failText(value, 4, 64, at, webhookEndpointIdPattern);
}
