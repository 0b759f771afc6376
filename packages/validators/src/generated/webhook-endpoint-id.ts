// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { WebhookEndpointId } from "@vinr/types";
import { fail, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";
import { countCharacters, isLonger, isShorter } from "../runtime/values.js";

const webhookEndpointIdPattern = /^we_[A-Za-z0-9]+$/u;

/** Whether a value is of type `WebhookEndpointId`. Never throws, and allocates nothing for plain data. */
export function isWebhookEndpointId(value: unknown): value is WebhookEndpointId {
  try {
    return checkWebhookEndpointId(value);
  } catch {
    return false;
  }
}

/** Gives the value as a `WebhookEndpointId`, or all that is wrong with it. */
export const validateWebhookEndpointId = /* @__PURE__ */ validator<WebhookEndpointId>(
  function validateWebhookEndpointId(value, options) {
    if (isWebhookEndpointId(value)) return { ok: true, value };
    return explain(value, explainWebhookEndpointId, options);
  },
);

/** @internal */
export function checkWebhookEndpointId(value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (isLonger(value, 64)) return false;
  if (isShorter(value, 4)) return false;
  if (!webhookEndpointIdPattern.test(value)) return false;
  return true;
}

/** @internal */
export function explainWebhookEndpointId(value: unknown, at: Trail): void {
  if (typeof value !== "string") {
    fail(at, value, "type", "a string");
  } else {
    if (isLonger(value, 64)) {
      fail(at, countCharacters(value), "max_length", "at most 64 characters long");
    } else {
      if (isShorter(value, 4)) fail(at, countCharacters(value), "min_length", "at least 4 characters long");
      if (!webhookEndpointIdPattern.test(value)) fail(at, value, "pattern", "text that matches ^we_[A-Za-z0-9]+$");
    }
  }
}
