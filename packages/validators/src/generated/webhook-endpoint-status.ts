// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { WebhookEndpointStatus } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { string } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkWebhookEndpointStatus: Check = string;

/**
 * Whether a value is of type `WebhookEndpointStatus`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isWebhookEndpointStatus("enabled"); // true
 * ```
 */
export function isWebhookEndpointStatus(value: unknown): value is WebhookEndpointStatus {
  return isValid(checkWebhookEndpointStatus, value);
}

/**
 * Validates the value; returns it typed as `WebhookEndpointStatus`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateWebhookEndpointStatus("enabled");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateWebhookEndpointStatus = /* @__PURE__ */ validator<WebhookEndpointStatus>(checkWebhookEndpointStatus);
