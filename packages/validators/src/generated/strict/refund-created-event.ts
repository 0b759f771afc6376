// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RefundCreatedEvent } from "@vinr/types";
import { checkEventId } from "./event-id.js";
import { checkRefundEventData } from "./refund-event-data.js";
import { checkTimestamp } from "./timestamp.js";
import { type Check } from "../../runtime/issues.js";
import { noOtherProperties, object } from "../../runtime/objects.js";
import { constant } from "../../runtime/scalars.js";
import { isValid, validator } from "../../runtime/validate.js";

/** @internal */
export const checkRefundCreatedEvent: Check = /* @__PURE__ */ object(
  (members, context) =>
    checkEventId(members.id, context, "id") &&
    constant(members.object, context, "object", "event") &&
    constant(members.type, context, "type", "refund.created") &&
    checkTimestamp(members.created_at, context, "created_at") &&
    checkRefundEventData(members.data, context, "data"),
  /* @__PURE__ */ noOtherProperties("id", "object", "type", "created_at", "data"),
);

/**
 * Whether a value is of type `RefundCreatedEvent`. Never throws, and allocates nothing for plain data.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * isRefundCreatedEvent({
 *   id: "evt_7gJ2lN",
 *   object: "event",
 *   type: "refund.created",
 *   created_at: "2026-04-16T14:05:00Z",
 *   data: {
 *     object: {
 *       id: "re_2bN7vC",
 *       object: "refund",
 *       payment: "pay_7rP1gS0bY",
 *       amount: 4999,
 *       currency: "EUR",
 *       status: "pending",
 *       reason: "requested_by_customer",
 *       metadata: { ticket: "T-77" },
 *       created_at: "2026-04-16T14:05:00Z",
 *     },
 *   },
 * }); // true
 * ```
 */
export function isRefundCreatedEvent(value: unknown): value is RefundCreatedEvent {
  return isValid(checkRefundCreatedEvent, value);
}

/**
 * Validates the value; returns it typed as `RefundCreatedEvent`, or its issues.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * const result = validateRefundCreatedEvent(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateRefundCreatedEvent = /* @__PURE__ */ validator<RefundCreatedEvent>(checkRefundCreatedEvent);
