// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { SettlementCompletedEvent } from "@vinr/types";
import { checkEventId, explainEventId } from "./event-id.js";
import { checkSettlementEventData, explainSettlementEventData } from "./settlement-event-data.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { explainObject, type MemberTable } from "../../runtime/collections.js";
import { type Trail } from "../../runtime/issues.js";
import { validator } from "../../runtime/validate.js";
import { asObject } from "../../runtime/values.js";

const settlementCompletedEventMembers: MemberTable = {
  id: explainEventId,
  object: "event",
  type: "settlement.completed",
  created_at: explainTimestamp,
  data: explainSettlementEventData,
};

/**
 * Whether a value is of type `SettlementCompletedEvent`. Never throws, and allocates nothing for plain data.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * isSettlementCompletedEvent({
 *   id: "evt_2lN6qS",
 *   object: "event",
 *   type: "settlement.completed",
 *   created_at: "2026-04-21T05:30:00Z",
 *   data: {
 *     object: {
 *       id: "setl_3kQ9xZ",
 *       object: "settlement",
 *       status: "paid",
 *       currency: "EUR",
 *       grossAmount: 184500,
 *       refundedAmount: 4999,
 *       feeAmount: 5238,
 *       netAmount: 174263,
 *       payoutId: "po_9hT2mK",
 *       periodStart: "2026-04-13T00:00:00Z",
 *       periodEnd: "2026-04-20T00:00:00Z",
 *       created_at: "2026-04-20T02:00:00Z",
 *     },
 *   },
 * }); // true
 * ```
 */
export function isSettlementCompletedEvent(value: unknown): value is SettlementCompletedEvent {
  try {
    return checkSettlementCompletedEvent(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `SettlementCompletedEvent`, or all that is wrong with it.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * const result = validateSettlementCompletedEvent(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateSettlementCompletedEvent = /* @__PURE__ */ validator<SettlementCompletedEvent>(checkSettlementCompletedEvent, explainSettlementCompletedEvent);

/** @internal */
export function checkSettlementCompletedEvent(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!checkEventId(object.id)) return false;
  if (object.object !== "event") return false;
  if (object.type !== "settlement.completed") return false;
  if (!checkTimestamp(object.created_at)) return false;
  if (!checkSettlementEventData(object.data)) return false;
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
export function explainSettlementCompletedEvent(value: unknown, at: Trail): boolean {
  return explainObject(value, at, settlementCompletedEventMembers, 5, true);
}
