// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { WebhookUrl } from "@vinr/types";
import { uri } from "../runtime/addresses.js";
import { type Check } from "../runtime/issues.js";
import { boundedString } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkWebhookUrl: Check = /* @__PURE__ */ boundedString(0, 2048, /^https:\/\/[^\s]+$/u, uri);

/**
 * Whether a value is of type `WebhookUrl`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isWebhookUrl("https://shop.example/webhooks/vinr"); // true
 * ```
 */
export function isWebhookUrl(value: unknown): value is WebhookUrl {
  return isValid(checkWebhookUrl, value);
}

/**
 * Validates the value; returns it typed as `WebhookUrl`, or its issues.
 *
 * @example
 * ```ts
 * const result = validateWebhookUrl("https://shop.example/webhooks/vinr");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateWebhookUrl = /* @__PURE__ */ validator<WebhookUrl>(checkWebhookUrl);
