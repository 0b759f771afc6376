// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { WebhookUrl } from "@vinr/types";
import { isUri } from "../runtime/addresses.js";
import { fail, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";
import { countCharacters, isLonger } from "../runtime/values.js";

const webhookUrlPattern = /^https:\/\/[^\s]+$/u;

/** Whether a value is of type `WebhookUrl`. Never throws, and allocates nothing for plain data. */
export function isWebhookUrl(value: unknown): value is WebhookUrl {
  try {
    return checkWebhookUrl(value);
  } catch {
    return false;
  }
}

/** Gives the value as a `WebhookUrl`, or all that is wrong with it. */
export const validateWebhookUrl = /* @__PURE__ */ validator<WebhookUrl>(
  function validateWebhookUrl(value, options) {
    if (isWebhookUrl(value)) return { ok: true, value };
    return explain(value, explainWebhookUrl, options);
  },
);

/** @internal */
export function checkWebhookUrl(value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (isLonger(value, 2048)) return false;
  if (!webhookUrlPattern.test(value)) return false;
  if (!isUri(value)) return false;
  return true;
}

/** @internal */
export function explainWebhookUrl(value: unknown, at: Trail): void {
  if (typeof value !== "string") {
    fail(at, value, "type", "a string");
  } else {
    if (isLonger(value, 2048)) {
      fail(at, countCharacters(value), "max_length", "at most 2048 characters long");
    } else {
      if (!webhookUrlPattern.test(value)) fail(at, value, "pattern", "text that matches ^https://[^\\s]+$");
      if (!isUri(value)) fail(at, value, "format", "an absolute URI");
    }
  }
}
