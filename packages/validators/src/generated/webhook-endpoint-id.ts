// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { WebhookEndpointId } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { boundedString } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkWebhookEndpointId: Check = /* @__PURE__ */ boundedString(4, 64, /^we_[A-Za-z0-9]+$/u);

/**
 * Whether a value is of type `WebhookEndpointId`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isWebhookEndpointId("we_6fD4pJ"); // true
 * ```
 */
export function isWebhookEndpointId(value: unknown): value is WebhookEndpointId {
  return isValid(checkWebhookEndpointId, value);
}

/**
 * Validates the value; returns it typed as `WebhookEndpointId`, or its issues.
 *
 * @example
 * ```ts
 * const result = validateWebhookEndpointId("we_6fD4pJ");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateWebhookEndpointId = /* @__PURE__ */ validator<WebhookEndpointId>(checkWebhookEndpointId);
