// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { WebhookEndpointCreateParams } from "@vinr/types";
import { checkEventType_closed } from "./event-type.js";
import { checkEveryEventType } from "./every-event-type.js";
import { checkWebhookUrl } from "./webhook-url.js";
import { array } from "../runtime/arrays.js";
import { hasDuplicateStrings } from "../runtime/equality.js";
import { type Check } from "../runtime/issues.js";
import { noOtherProperties, object } from "../runtime/objects.js";
import { anyOf } from "../runtime/unions.js";
import { isValid, validator } from "../runtime/validate.js";

const webhookEndpointCreateParamsEnabledEventsChosenTypes = /* @__PURE__ */ array(1, 100, checkEventType_closed, hasDuplicateStrings);
const webhookEndpointCreateParamsEnabledEventsEveryType = /* @__PURE__ */ array(1, 1, checkEveryEventType);
const webhookEndpointCreateParamsEnabledEvents = /* @__PURE__ */ anyOf("valid as Chosen types or Every type", webhookEndpointCreateParamsEnabledEventsChosenTypes, webhookEndpointCreateParamsEnabledEventsEveryType);

/** @internal */
export const checkWebhookEndpointCreateParams: Check = /* @__PURE__ */ object(
  (members, context) =>
    checkWebhookUrl(members.url, context, "url") &&
    webhookEndpointCreateParamsEnabledEvents(members.enabled_events, context, "enabled_events"),
  /* @__PURE__ */ noOtherProperties("url", "enabled_events"),
);

/**
 * Whether a value is of type `WebhookEndpointCreateParams`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isWebhookEndpointCreateParams({ url: "https://shop.example/webhooks/vinr", enabled_events: ["*"] }); // true
 * ```
 */
export function isWebhookEndpointCreateParams(value: unknown): value is WebhookEndpointCreateParams {
  return isValid(checkWebhookEndpointCreateParams, value);
}

/**
 * Validates the value; returns it typed as `WebhookEndpointCreateParams`, or its issues.
 *
 * @example
 * ```ts
 * const result = validateWebhookEndpointCreateParams({ url: "https://shop.example/webhooks/vinr", enabled_events: ["*"] });
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateWebhookEndpointCreateParams = /* @__PURE__ */ validator<WebhookEndpointCreateParams>(checkWebhookEndpointCreateParams);
