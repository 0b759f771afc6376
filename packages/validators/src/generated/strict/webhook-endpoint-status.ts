// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { WebhookEndpointStatus } from "@vinr/types";
import { type Check } from "../../runtime/issues.js";
import { enumOf } from "../../runtime/scalars.js";
import { isValid, validator } from "../../runtime/validate.js";

/** @internal */
export const checkWebhookEndpointStatus: Check = /* @__PURE__ */ enumOf("enabled", "disabled");

/**
 * Whether a value is of type `WebhookEndpointStatus`. Never throws, and allocates nothing for plain data.
 * As it is described today: properties, enum values and tags that are not are refused.
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
 * Gives the value as a `WebhookEndpointStatus`, or all that is wrong with it.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * const result = validateWebhookEndpointStatus("enabled");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateWebhookEndpointStatus = /* @__PURE__ */ validator<WebhookEndpointStatus>(checkWebhookEndpointStatus);
