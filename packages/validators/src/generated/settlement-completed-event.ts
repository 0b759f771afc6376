// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { SettlementCompletedEvent } from "@vinr/types";
import { checkEventId } from "./event-id.js";
import { checkSettlementEventData } from "./settlement-event-data.js";
import { checkTimestamp } from "./timestamp.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { constant } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkSettlementCompletedEvent: Check = /* @__PURE__ */ object(
  (members, context) =>
    checkEventId(members.id, context, "id") &&
    constant(members.object, context, "object", "event") &&
    constant(members.type, context, "type", "settlement.completed") &&
    checkTimestamp(members.created_at, context, "created_at") &&
    checkSettlementEventData(members.data, context, "data"),
);

/**
 * Whether a value is of type `SettlementCompletedEvent`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
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
  return isValid(checkSettlementCompletedEvent, value);
}

/**
 * Validates the value; returns it typed as `SettlementCompletedEvent`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateSettlementCompletedEvent(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateSettlementCompletedEvent = /* @__PURE__ */ validator<SettlementCompletedEvent>(checkSettlementCompletedEvent);
