// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { WebhookEndpointStatus } from "@vinr/types";
import { fail, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";

/**
 * Whether a value is of type `WebhookEndpointStatus`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export function isWebhookEndpointStatus(value: unknown): value is WebhookEndpointStatus {
  try {
    return checkWebhookEndpointStatus(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `WebhookEndpointStatus`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export const validateWebhookEndpointStatus = /* @__PURE__ */ validator<WebhookEndpointStatus>(
  function validateWebhookEndpointStatus(value, options) {
    if (isWebhookEndpointStatus(value)) return { ok: true, value };
    return explain(value, explainWebhookEndpointStatus, options);
  },
);

/** @internal */
export function checkWebhookEndpointStatus(value: unknown): boolean {
  if (typeof value !== "string") return false;
  return true;
}

/** @internal */
export function explainWebhookEndpointStatus(value: unknown, at: Trail): void {
  if (typeof value !== "string") fail(at, value, "type", "a string");
}
