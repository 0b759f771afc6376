// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { WebhookUrl } from "@vinr/types";
import { isUri } from "../runtime/addresses.js";
import { type Trail } from "../runtime/issues.js";
import { failText } from "../runtime/scalars.js";
import { validator } from "../runtime/validate.js";
import { isLonger } from "../runtime/values.js";

const webhookUrlPattern = /^https:\/\/[^\s]+$/u;

/**
 * Whether a value is of type `WebhookUrl`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isWebhookUrl("https://shop.example/webhooks/vinr"); // true
 * ```
 */
export function isWebhookUrl(value: unknown): value is WebhookUrl {
  try {
    return checkWebhookUrl(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `WebhookUrl`, or all that is wrong with it.
 *
 * @example
 * ```ts
 * const result = validateWebhookUrl("https://shop.example/webhooks/vinr");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateWebhookUrl = /* @__PURE__ */ validator<WebhookUrl>(checkWebhookUrl, explainWebhookUrl);

/** @internal */
export function checkWebhookUrl(value: unknown): boolean {
  return typeof value === "string" && !isLonger(value, 2048) && webhookUrlPattern.test(value) && isUri(value);
}

/** @internal */
export function explainWebhookUrl(value: unknown, at: Trail): boolean {
  return failText(value, 0, 2048, at, webhookUrlPattern, isUri, "an absolute URI");
}
