// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { WebhookEndpoint } from "@vinr/types";
import { checkEventType } from "./event-type.js";
import { checkEveryEventType } from "./every-event-type.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { checkWebhookEndpointId, explainWebhookEndpointId } from "./webhook-endpoint-id.js";
import { checkWebhookEndpointStatus } from "./webhook-endpoint-status.js";
import { checkWebhookUrl, explainWebhookUrl } from "./webhook-url.js";
import { failClosest } from "../../runtime/closest.js";
import { explainArray, explainObject, type MemberTable } from "../../runtime/collections.js";
import { hasDuplicates } from "../../runtime/equality.js";
import { fail, type Trail } from "../../runtime/issues.js";
import { validator } from "../../runtime/validate.js";
import { asObject, countCharacters, isArray, isLonger, isShorter } from "../../runtime/values.js";

const webhookEndpointMembers: MemberTable = {
  id: explainWebhookEndpointId,
  object: "webhook_endpoint",
  url: explainWebhookUrl,
  enabled_events: explainWebhookEndpointEnabledEvents,
  status: checkWebhookEndpointStatus,
  created_at: explainTimestamp,
  secret: explainWebhookEndpointSecret,
};
const webhookEndpointSecretPattern = /^whsec_[A-Za-z0-9]+$/u;

/**
 * Whether a value is of type `WebhookEndpoint`. Never throws, and allocates nothing for plain data.
 * As it is described today: properties, enum values and tags that are not are refused.
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
  try {
    return checkWebhookEndpoint(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `WebhookEndpoint`, or all that is wrong with it.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * const result = validateWebhookEndpoint(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateWebhookEndpoint = /* @__PURE__ */ validator<WebhookEndpoint>(checkWebhookEndpoint, explainWebhookEndpoint);

/** @internal */
export function checkWebhookEndpoint(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!checkWebhookEndpointId(object.id)) return false;
  if (object.object !== "webhook_endpoint") return false;
  if (!checkWebhookUrl(object.url)) return false;
  if (!checkWebhookEndpointEnabledEvents(object.enabled_events)) return false;
  if (!checkWebhookEndpointStatus(object.status)) return false;
  if (object.secret !== undefined && !checkWebhookEndpointSecret(object.secret)) return false;
  if (!checkTimestamp(object.created_at)) return false;
  for (const key in object) {
    switch (key) {
      case "id":
      case "object":
      case "url":
      case "enabled_events":
      case "status":
      case "secret":
      case "created_at":
        break;
      default:
        return false;
    }
  }
  return true;
}

/** @internal */
export function explainWebhookEndpoint(value: unknown, at: Trail): boolean {
  return explainObject(value, at, webhookEndpointMembers, 6, true);
}

function checkWebhookEndpointEnabledEvents(value: unknown): boolean {
  if (!isArray(value)) return false;
  if (value.length > 100) return false;
  if (value.length < 1) return false;
  for (let i = 0; i < value.length; i++) {
    const item = value[i];
    if (!checkWebhookEndpointEnabledEventsItem(item)) return false;
  }
  if (hasDuplicates(value)) return false;
  return true;
}

function explainWebhookEndpointEnabledEvents(value: unknown, at: Trail): boolean {
  return explainArray(value, 1, 100, at, explainWebhookEndpointEnabledEventsItem, hasDuplicates);
}

function checkWebhookEndpointSecret(value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (isLonger(value, 255)) return false;
  if (isShorter(value, 7)) return false;
  if (!webhookEndpointSecretPattern.test(value)) return false;
  return true;
}

function explainWebhookEndpointSecret(value: unknown, at: Trail): void {
  at.hidden++;
  if (typeof value !== "string") {
    fail(at, value, "type", "a string");
  } else {
    if (isLonger(value, 255)) {
      fail(at, countCharacters(value), "max_length", "at most 255 characters long");
    } else {
      if (isShorter(value, 7)) fail(at, countCharacters(value), "min_length", "at least 7 characters long");
      if (!webhookEndpointSecretPattern.test(value)) {
        fail(at, value, "pattern", "text that matches ^whsec_[A-Za-z0-9]+$");
      }
    }
  }
  at.hidden--;
}

function checkWebhookEndpointEnabledEventsItem(value: unknown): boolean {
  if (!(checkEventType(value) || checkEveryEventType(value))) return false;
  return true;
}

function explainWebhookEndpointEnabledEventsItem(value: unknown, at: Trail): void {
  if (!(checkEventType(value) || checkEveryEventType(value))) {
    failClosest(at, value, [checkEventType, checkEveryEventType], 0, "any_of", "valid as EventType or EveryEventType");
  }
}
