// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { WebhookEndpointId } from "@vinr/types";
import { type Trail } from "../runtime/issues.js";
import { failText } from "../runtime/scalars.js";
import { validator } from "../runtime/validate.js";
import { isLonger, isShorter } from "../runtime/values.js";

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
export const validateWebhookEndpointId = /* @__PURE__ */ validator<WebhookEndpointId>(checkWebhookEndpointId, checkWebhookEndpointId);

/** @internal */
export function checkWebhookEndpointId(value: unknown, at?: Trail): boolean {
  return (typeof value === "string" && !isLonger(value, 64) && !isShorter(value, 4) && webhookEndpointIdPattern.test(value)) || failText(value, 4, 64, at, webhookEndpointIdPattern);
}
