// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { WebhookEndpoint } from "@vinr/types";
import { checkEventType, explainEventType } from "./event-type.js";
import { checkEveryEventType, explainEveryEventType } from "./every-event-type.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { checkWebhookEndpointId, explainWebhookEndpointId } from "./webhook-endpoint-id.js";
import { checkWebhookEndpointStatus, explainWebhookEndpointStatus } from "./webhook-endpoint-status.js";
import { checkWebhookUrl, explainWebhookUrl } from "./webhook-url.js";
import { failClosest } from "../runtime/closest.js";
import { hasDuplicates } from "../runtime/equality.js";
import { fail, failRequired, failWhole, isFull, type Trail } from "../runtime/issues.js";
import { explainProperty } from "../runtime/properties.js";
import { explain, validator } from "../runtime/validate.js";
import { asObject, countCharacters, isArray, isLonger, isShorter } from "../runtime/values.js";

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
export const validateWebhookEndpoint = /* @__PURE__ */ validator<WebhookEndpoint>(
  function validateWebhookEndpoint(value, options) {
    if (isWebhookEndpoint(value)) return { ok: true, value };
    return explain(value, explainWebhookEndpoint, options);
  },
);

/** @internal */
export function checkWebhookEndpoint(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  const id = object.id;
  if (!checkWebhookEndpointId(id)) return false;
  const object2 = object.object;
  if (object2 !== "webhook_endpoint") return false;
  const url = object.url;
  if (!checkWebhookUrl(url)) return false;
  const enabledEvents = object.enabled_events;
  if (!isArray(enabledEvents)) return false;
  if (enabledEvents.length > 100) return false;
  if (enabledEvents.length < 1) return false;
  for (let i = 0; i < enabledEvents.length; i++) {
    const item = enabledEvents[i];
    if (!(checkEventType(item) || checkEveryEventType(item))) return false;
  }
  if (hasDuplicates(enabledEvents)) return false;
  const status = object.status;
  if (!checkWebhookEndpointStatus(status)) return false;
  const secret = object.secret;
  if (secret !== undefined) {
    if (typeof secret !== "string") return false;
    if (isLonger(secret, 255)) return false;
    if (isShorter(secret, 7)) return false;
    if (!webhookEndpointSecretPattern.test(secret)) return false;
  }
  const createdAt = object.created_at;
  if (!checkTimestamp(createdAt)) return false;
  return true;
}

/** @internal */
export function explainWebhookEndpoint(value: unknown, at: Trail): void {
  const object = asObject(value);
  if (object === undefined) {
    fail(at, value, "type", "an object");
  } else {
    explainProperty(at, object, "id", true, explainWebhookEndpointId);
    at.path.push("object");
    const object2 = object.object;
    if (object2 === undefined) {
      failRequired(at);
    } else {
      if (object2 !== "webhook_endpoint") fail(at, object2, "const", "\"webhook_endpoint\"");
    }
    at.path.pop();
    explainProperty(at, object, "url", true, explainWebhookUrl);
    at.path.push("enabled_events");
    const enabledEvents = object.enabled_events;
    if (enabledEvents === undefined) {
      failRequired(at);
    } else {
      if (!isArray(enabledEvents)) {
        fail(at, enabledEvents, "type", "an array");
      } else {
        if (enabledEvents.length > 100) {
          fail(at, enabledEvents.length, "max_items", "an array of at most 100 items");
        } else {
          if (enabledEvents.length < 1) fail(at, enabledEvents.length, "min_items", "an array of at least 1 item");
          for (let i = 0; i < enabledEvents.length && !isFull(at); i++) {
            at.path.push(i);
            const item = enabledEvents[i];
            if (!(checkEventType(item) || checkEveryEventType(item))) {
              failClosest(at, item, [explainEventType, explainEveryEventType], 0, "any_of", "valid as EventType or EveryEventType");
            }
            at.path.pop();
          }
          if (hasDuplicates(enabledEvents)) failWhole(at, "unique_items", "an array without duplicates");
        }
      }
    }
    at.path.pop();
    explainProperty(at, object, "status", true, explainWebhookEndpointStatus);
    at.path.push("secret");
    const secret = object.secret;
    if (secret !== undefined) {
      at.hidden++;
      if (typeof secret !== "string") {
        fail(at, secret, "type", "a string");
      } else {
        if (isLonger(secret, 255)) {
          fail(at, countCharacters(secret), "max_length", "at most 255 characters long");
        } else {
          if (isShorter(secret, 7)) fail(at, countCharacters(secret), "min_length", "at least 7 characters long");
          if (!webhookEndpointSecretPattern.test(secret)) {
            fail(at, secret, "pattern", "text that matches ^whsec_[A-Za-z0-9]+$");
          }
        }
      }
      at.hidden--;
    }
    at.path.pop();
    explainProperty(at, object, "created_at", true, explainTimestamp);
  }
}
