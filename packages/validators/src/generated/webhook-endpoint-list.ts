// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { WebhookEndpointList } from "@vinr/types";
import { checkPage, explainPage } from "./page.js";
import { checkWebhookEndpoint, explainWebhookEndpoint } from "./webhook-endpoint.js";
import { explainArray, explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { validator } from "../runtime/validate.js";
import { asObject, isArray } from "../runtime/values.js";

const webhookEndpointListMembers: MemberTable = { object: "list", data: explainWebhookEndpointListData, page: explainPage };

/**
 * Whether a value is of type `WebhookEndpointList`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isWebhookEndpointList({
 *   object: "list",
 *   data: [
 *     {
 *       id: "we_6fD4pJ",
 *       object: "webhook_endpoint",
 *       url: "https://shop.example/webhooks/vinr",
 *       enabled_events: ["payment.completed", "payment.failed", "refund.completed"],
 *       status: "enabled",
 *       created_at: "2026-04-10T12:00:00Z",
 *     },
 *   ],
 *   page: { has_more: false, next_cursor: null, total_estimate: 1 },
 * }); // true
 * ```
 */
export function isWebhookEndpointList(value: unknown): value is WebhookEndpointList {
  try {
    return checkWebhookEndpointList(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `WebhookEndpointList`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateWebhookEndpointList(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateWebhookEndpointList = /* @__PURE__ */ validator<WebhookEndpointList>(checkWebhookEndpointList, explainWebhookEndpointList);

/** @internal */
export function checkWebhookEndpointList(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (object.object !== "list") return false;
  if (!checkWebhookEndpointListData(object.data)) return false;
  if (!checkPage(object.page)) return false;
  return true;
}

/** @internal */
export function explainWebhookEndpointList(value: unknown, at: Trail): boolean {
  return explainObject(value, at, webhookEndpointListMembers, 3);
}

function checkWebhookEndpointListData(value: unknown): boolean {
  if (!isArray(value)) return false;
  if (value.length > 100) return false;
  for (let i = 0; i < value.length; i++) {
    const item = value[i];
    if (!checkWebhookEndpoint(item)) return false;
  }
  return true;
}

function explainWebhookEndpointListData(value: unknown, at: Trail): boolean {
  return explainArray(value, 0, 100, at, explainWebhookEndpoint);
}
