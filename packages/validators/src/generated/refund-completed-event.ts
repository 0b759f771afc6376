// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RefundCompletedEvent } from "@vinr/types";
import { checkEventId, explainEventId } from "./event-id.js";
import { checkRefundEventData } from "./refund-event-data.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

const refundCompletedEventMembers: MemberTable = {
  id: explainEventId,
  object: "event",
  type: "refund.completed",
  created_at: explainTimestamp,
  data: checkRefundEventData,
};

/**
 * Whether a value is of type `RefundCompletedEvent`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isRefundCompletedEvent({
 *   id: "evt_8hK3mP",
 *   object: "event",
 *   type: "refund.completed",
 *   created_at: "2026-04-17T06:00:00Z",
 *   data: {
 *     object: {
 *       id: "re_2bN7vC",
 *       object: "refund",
 *       payment: "pay_7rP1gS0bY",
 *       amount: 4999,
 *       currency: "EUR",
 *       status: "succeeded",
 *       reason: "requested_by_customer",
 *       metadata: { ticket: "T-77" },
 *       created_at: "2026-04-16T14:05:00Z",
 *     },
 *   },
 * }); // true
 * ```
 */
export function isRefundCompletedEvent(value: unknown): value is RefundCompletedEvent {
  try {
    return checkRefundCompletedEvent(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `RefundCompletedEvent`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateRefundCompletedEvent(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateRefundCompletedEvent = /* @__PURE__ */ validator<RefundCompletedEvent>(checkRefundCompletedEvent, explainRefundCompletedEvent);

/** @internal */
export function checkRefundCompletedEvent(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!checkEventId(object.id)) return false;
  if (object.object !== "event") return false;
  if (object.type !== "refund.completed") return false;
  if (!checkTimestamp(object.created_at)) return false;
  if (!checkRefundEventData(object.data)) return false;
  return true;
}

/** @internal */
export function explainRefundCompletedEvent(value: unknown, at: Trail): boolean {
  return explainObject(value, at, refundCompletedEventMembers, 5);
}
