// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { WebhookEndpointCreateParams } from "@vinr/types";
import { checkEventTypeStrict, explainEventTypeStrict } from "./event-type.js";
import { checkEveryEventType, explainEveryEventType } from "./every-event-type.js";
import { checkWebhookUrl, explainWebhookUrl } from "./webhook-url.js";
import { failClosest } from "../runtime/closest.js";
import { hasDuplicates } from "../runtime/equality.js";
import { fail, failRequired, failUnknown, failWhole, isFull, type Trail } from "../runtime/issues.js";
import { explainProperty } from "../runtime/properties.js";
import { explain, validator } from "../runtime/validate.js";
import { asObject, isArray } from "../runtime/values.js";

const webhookEndpointCreateParamsNames: readonly string[] = ["url", "enabled_events"];

/** Whether a value is of type `WebhookEndpointCreateParams`. Never throws, and allocates nothing for plain data. */
export function isWebhookEndpointCreateParams(value: unknown): value is WebhookEndpointCreateParams {
  try {
    return checkWebhookEndpointCreateParams(value);
  } catch {
    return false;
  }
}

/** Gives the value as a `WebhookEndpointCreateParams`, or all that is wrong with it. */
export const validateWebhookEndpointCreateParams = /* @__PURE__ */ validator<WebhookEndpointCreateParams>(
  function validateWebhookEndpointCreateParams(value, options) {
    if (isWebhookEndpointCreateParams(value)) return { ok: true, value };
    return explain(value, explainWebhookEndpointCreateParams, options);
  },
);

/** @internal */
export function checkWebhookEndpointCreateParams(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  const url = object.url;
  if (!checkWebhookUrl(url)) return false;
  const enabledEvents = object.enabled_events;
  if (enabledEvents === undefined) return false;
  if (!(checkWebhookEndpointCreateParamsEnabledEventsOption1(enabledEvents) || checkWebhookEndpointCreateParamsEnabledEventsOption2(enabledEvents))) return false;
  for (const key in object) {
    switch (key) {
      case "url":
      case "enabled_events":
        break;
      default:
        return false;
    }
  }
  return true;
}

/** @internal */
export function explainWebhookEndpointCreateParams(value: unknown, at: Trail): void {
  const object = asObject(value);
  if (object === undefined) {
    fail(at, value, "type", "an object");
  } else {
    explainProperty(at, object, "url", true, explainWebhookUrl);
    at.path.push("enabled_events");
    const enabledEvents = object.enabled_events;
    if (enabledEvents === undefined) {
      failRequired(at);
    } else {
      if (!(checkWebhookEndpointCreateParamsEnabledEventsOption1(enabledEvents) || checkWebhookEndpointCreateParamsEnabledEventsOption2(enabledEvents))) {
        failClosest(at, enabledEvents, [explainWebhookEndpointCreateParamsEnabledEventsOption1, explainWebhookEndpointCreateParamsEnabledEventsOption2], 0, "any_of", "valid as Chosen types or Every type");
      }
    }
    at.path.pop();
    for (const key in object) {
      if (isFull(at)) break;
      at.path.push(key);
      if (!webhookEndpointCreateParamsNames.includes(key)) {
        failUnknown(at, key, webhookEndpointCreateParamsNames);
      }
      at.path.pop();
    }
  }
}

function checkWebhookEndpointCreateParamsEnabledEventsOption1(value: unknown): boolean {
  if (!isArray(value)) return false;
  if (value.length > 100) return false;
  if (value.length < 1) return false;
  for (let i = 0; i < value.length; i++) {
    const item = value[i];
    if (!checkEventTypeStrict(item)) return false;
  }
  if (hasDuplicates(value)) return false;
  return true;
}

function explainWebhookEndpointCreateParamsEnabledEventsOption1(value: unknown, at: Trail): void {
  if (!isArray(value)) {
    fail(at, value, "type", "an array");
  } else {
    if (value.length > 100) {
      fail(at, value.length, "max_items", "an array of at most 100 items");
    } else {
      if (value.length < 1) fail(at, value.length, "min_items", "an array of at least 1 item");
      for (let i = 0; i < value.length && !isFull(at); i++) {
        at.path.push(i);
        const item = value[i];
        explainEventTypeStrict(item, at);
        at.path.pop();
      }
      if (hasDuplicates(value)) failWhole(at, "unique_items", "an array without duplicates");
    }
  }
}

function checkWebhookEndpointCreateParamsEnabledEventsOption2(value: unknown): boolean {
  if (!isArray(value)) return false;
  if (value.length > 1) return false;
  if (value.length < 1) return false;
  for (let i = 0; i < value.length; i++) {
    const item = value[i];
    if (!checkEveryEventType(item)) return false;
  }
  return true;
}

function explainWebhookEndpointCreateParamsEnabledEventsOption2(value: unknown, at: Trail): void {
  if (!isArray(value)) {
    fail(at, value, "type", "an array");
  } else {
    if (value.length > 1) {
      fail(at, value.length, "max_items", "an array of at most 1 item");
    } else {
      if (value.length < 1) fail(at, value.length, "min_items", "an array of at least 1 item");
      for (let i = 0; i < value.length && !isFull(at); i++) {
        at.path.push(i);
        const item = value[i];
        explainEveryEventType(item, at);
        at.path.pop();
      }
    }
  }
}
