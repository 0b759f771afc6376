// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { WebhookEndpoint } from "@vinr/types";
import { checkEventType } from "./event-type.js";
import { checkEveryEventType } from "./every-event-type.js";
import { checkTimestamp } from "./timestamp.js";
import { checkWebhookEndpointId } from "./webhook-endpoint-id.js";
import { checkWebhookEndpointStatus } from "./webhook-endpoint-status.js";
import { checkWebhookUrl } from "./webhook-url.js";
import { array } from "../../runtime/arrays.js";
import { hasDuplicates } from "../../runtime/equality.js";
import { type Check } from "../../runtime/issues.js";
import { noOtherProperties, object } from "../../runtime/objects.js";
import { boundedString, constant } from "../../runtime/scalars.js";
import { anyOf, sensitive } from "../../runtime/unions.js";
import { isValid, validator } from "../../runtime/validate.js";

const webhookEndpointEnabledEventsItem = /* @__PURE__ */ anyOf("valid as EventType or EveryEventType", checkEventType, checkEveryEventType);
const webhookEndpointEnabledEvents = /* @__PURE__ */ array(1, 100, webhookEndpointEnabledEventsItem, hasDuplicates);
const webhookEndpointSecret = /* @__PURE__ */ sensitive(/* @__PURE__ */ boundedString(7, 255, /^whsec_[A-Za-z0-9]+$/u));

/** @internal */
export const checkWebhookEndpoint: Check = /* @__PURE__ */ object(
  (members, context) =>
    checkWebhookEndpointId(members.id, context, "id") &&
    constant(members.object, context, "object", "webhook_endpoint") &&
    checkWebhookUrl(members.url, context, "url") &&
    webhookEndpointEnabledEvents(members.enabled_events, context, "enabled_events") &&
    checkWebhookEndpointStatus(members.status, context, "status") &&
    (members.secret === undefined || webhookEndpointSecret(members.secret, context, "secret")) &&
    checkTimestamp(members.created_at, context, "created_at"),
  /* @__PURE__ */ noOtherProperties("id", "object", "url", "enabled_events", "status", "secret", "created_at"),
);

/**
 * Whether a value is of type `WebhookEndpoint`. Never throws, and allocates nothing for plain data.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * isWebhookEndpoint({
 *   id: "we_6fD4pJ",
 *   object: "webhook_endpoint",
 *   url: "https://shop.example/webhooks/vinr",
 *   enabled_events: ["payment.completed", "payment.failed", "refund.completed"],
 *   status: "enabled",
 *   created_at: "2026-04-10T12:00:00Z",
 * }); // true
 * ```
 */
export function isWebhookEndpoint(value: unknown): value is WebhookEndpoint {
  return isValid(checkWebhookEndpoint, value);
}

/**
 * Validates the value; returns it typed as `WebhookEndpoint`, or its issues.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * const result = validateWebhookEndpoint(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateWebhookEndpoint = /* @__PURE__ */ validator<WebhookEndpoint>(checkWebhookEndpoint);
