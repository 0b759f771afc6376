// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { WebhookEndpointList } from "@vinr/types";
import { checkPage } from "./page.js";
import { checkWebhookEndpoint } from "./webhook-endpoint.js";
import { array } from "../runtime/arrays.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { constant } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

const webhookEndpointListData = /* @__PURE__ */ array(0, 100, checkWebhookEndpoint);

/** @internal */
export const checkWebhookEndpointList: Check = /* @__PURE__ */ object(
  (members, context) =>
    constant(members.object, context, "object", "list") &&
    webhookEndpointListData(members.data, context, "data") &&
    checkPage(members.page, context, "page"),
);

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
  return isValid(checkWebhookEndpointList, value);
}

/**
 * Validates the value; returns it typed as `WebhookEndpointList`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateWebhookEndpointList(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateWebhookEndpointList = /* @__PURE__ */ validator<WebhookEndpointList>(checkWebhookEndpointList);
