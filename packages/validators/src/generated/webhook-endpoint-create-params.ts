// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { WebhookEndpointCreateParams } from "@vinr/types";
import { checkEventTypeStrict } from "./event-type.js";
import { checkEveryEventType } from "./every-event-type.js";
import { checkWebhookUrl, explainWebhookUrl } from "./webhook-url.js";
import { failClosest } from "../runtime/closest.js";
import { explainArray, explainObject, type MemberTable } from "../runtime/collections.js";
import { hasDuplicateTexts } from "../runtime/equality.js";
import { type Trail } from "../runtime/issues.js";
import { constant } from "../runtime/scalars.js";
import { validator } from "../runtime/validate.js";
import { asObject, isArray } from "../runtime/values.js";

const webhookEndpointCreateParamsMembers: MemberTable = { url: explainWebhookUrl, enabled_events: explainWebhookEndpointCreateParamsEnabledEvents };
const webhookEndpointCreateParamsEnabledEventsOption2Item = (value: unknown, at?: Trail): boolean => constant(value, "*", at);

/**
 * Whether a value is of type `WebhookEndpointCreateParams`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isWebhookEndpointCreateParams({ url: "https://shop.example/webhooks/vinr", enabled_events: ["*"] }); // true
 * ```
 */
export function isWebhookEndpointCreateParams(value: unknown): value is WebhookEndpointCreateParams {
  try {
    return checkWebhookEndpointCreateParams(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `WebhookEndpointCreateParams`, or all that is wrong with it.
 *
 * @example
 * ```ts
 * const result = validateWebhookEndpointCreateParams({ url: "https://shop.example/webhooks/vinr", enabled_events: ["*"] });
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateWebhookEndpointCreateParams = /* @__PURE__ */ validator<WebhookEndpointCreateParams>(checkWebhookEndpointCreateParams, explainWebhookEndpointCreateParams);

/** @internal */
export function checkWebhookEndpointCreateParams(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!checkWebhookUrl(object.url)) return false;
  if (object.enabled_events === undefined || !checkWebhookEndpointCreateParamsEnabledEvents(object.enabled_events)) return false;
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
export function explainWebhookEndpointCreateParams(value: unknown, at: Trail): boolean {
  return explainObject(value, at, webhookEndpointCreateParamsMembers, 2, true);
}

function checkWebhookEndpointCreateParamsEnabledEvents(value: unknown): boolean {
  if (!(checkWebhookEndpointCreateParamsEnabledEventsOption1(value) || checkWebhookEndpointCreateParamsEnabledEventsOption2(value))) return false;
  return true;
}

function explainWebhookEndpointCreateParamsEnabledEvents(value: unknown, at: Trail): void {
  if (!(checkWebhookEndpointCreateParamsEnabledEventsOption1(value) || checkWebhookEndpointCreateParamsEnabledEventsOption2(value))) {
    failClosest(at, value, [explainWebhookEndpointCreateParamsEnabledEventsOption1, explainWebhookEndpointCreateParamsEnabledEventsOption2], 0, "any_of", "valid as Chosen types or Every type");
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
  if (hasDuplicateTexts(value)) return false;
  return true;
}

function explainWebhookEndpointCreateParamsEnabledEventsOption1(value: unknown, at: Trail): boolean {
  return explainArray(value, 1, 100, at, checkEventTypeStrict, hasDuplicateTexts);
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

function explainWebhookEndpointCreateParamsEnabledEventsOption2(value: unknown, at: Trail): boolean {
  return explainArray(value, 1, 1, at, webhookEndpointCreateParamsEnabledEventsOption2Item);
}
