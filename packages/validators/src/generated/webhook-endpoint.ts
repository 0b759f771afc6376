// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { WebhookEndpoint } from "@vinr/types";
import { checkEventType } from "./event-type.js";
import { checkEveryEventType } from "./every-event-type.js";
import { checkTimestamp } from "./timestamp.js";
import { checkWebhookEndpointId } from "./webhook-endpoint-id.js";
import { checkWebhookUrl } from "./webhook-url.js";
import { failClosest } from "../runtime/closest.js";
import { array, explainObject, type MemberTable } from "../runtime/collections.js";
import { hasDuplicates } from "../runtime/equality.js";
import { fail, type Trail } from "../runtime/issues.js";
import { string } from "../runtime/scalars.js";
import { validator } from "../runtime/validate.js";
import { asObject, countCharacters, isLonger, isShorter } from "../runtime/values.js";

const webhookEndpointMembers: MemberTable = {
  id: checkWebhookEndpointId,
  object: "webhook_endpoint",
  url: checkWebhookUrl,
  enabled_events: checkWebhookEndpointEnabledEvents,
  status: string,
  created_at: checkTimestamp,
  secret: explainWebhookEndpointSecret,
};
const webhookEndpointEnabledEventsItem = (value: unknown, at?: Trail): unknown => (at === undefined ? checkWebhookEndpointEnabledEventsItem(value) : explainWebhookEndpointEnabledEventsItem(value, at));
const webhookEndpointSecretPattern = /^whsec_[A-Za-z0-9]+$/u;

/**
 * Whether a value is of type `WebhookEndpoint`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
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
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export const validateWebhookEndpoint = /* @__PURE__ */ validator<WebhookEndpoint>(checkWebhookEndpoint, checkWebhookEndpoint);

/** @internal */
export function checkWebhookEndpoint(value: unknown, at?: Trail): boolean {
  if (at !== undefined) return explainObject(value, at, webhookEndpointMembers, 6);
  const object = asObject(value);
  if (object === undefined) return false;
  if (!checkWebhookEndpointId(object.id)) return false;
  if (object.object !== "webhook_endpoint") return false;
  if (!checkWebhookUrl(object.url)) return false;
  if (!checkWebhookEndpointEnabledEvents(object.enabled_events)) return false;
  if (!string(object.status)) return false;
  if (object.secret !== undefined && !checkWebhookEndpointSecret(object.secret)) return false;
  if (!checkTimestamp(object.created_at)) return false;
  return true;
}

function checkWebhookEndpointEnabledEvents(value: unknown, at?: Trail): boolean {
  return array(value, 1, 100, at, webhookEndpointEnabledEventsItem, hasDuplicates);
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
