// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RefundCreatedEvent } from "@vinr/types";
import { checkEventId, explainEventId } from "./event-id.js";
import { checkRefundEventData, explainRefundEventData } from "./refund-event-data.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { explainObject, type MemberTable } from "../../runtime/collections.js";
import { type Trail } from "../../runtime/issues.js";
import { validator } from "../../runtime/validate.js";
import { asObject } from "../../runtime/values.js";

const refundCreatedEventMembers: MemberTable = {
  id: explainEventId,
  object: "event",
  type: "refund.created",
  created_at: explainTimestamp,
  data: explainRefundEventData,
};

/**
 * Whether a value is of type `RefundCreatedEvent`. Never throws, and allocates nothing for plain data.
 * As it is described today: properties, enum values and tags that are not are refused.
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
  try {
    return checkRefundCreatedEvent(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `RefundCreatedEvent`, or all that is wrong with it.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * const result = validateRefundCreatedEvent(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateRefundCreatedEvent = /* @__PURE__ */ validator<RefundCreatedEvent>(checkRefundCreatedEvent, explainRefundCreatedEvent);

/** @internal */
export function checkRefundCreatedEvent(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!checkEventId(object.id)) return false;
  if (object.object !== "event") return false;
  if (object.type !== "refund.created") return false;
  if (!checkTimestamp(object.created_at)) return false;
  if (!checkRefundEventData(object.data)) return false;
  for (const key in object) {
    switch (key) {
      case "id":
      case "object":
      case "type":
      case "created_at":
      case "data":
        break;
      default:
        return false;
    }
  }
  return true;
}

/** @internal */
export function explainRefundCreatedEvent(value: unknown, at: Trail): boolean {
  return explainObject(value, at, refundCreatedEventMembers, 5, true);
}
