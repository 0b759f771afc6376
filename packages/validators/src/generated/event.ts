// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Event } from "@vinr/types";
import { checkDisputeEventData } from "./dispute-event-data.js";
import { checkEventId } from "./event-id.js";
import { checkPaymentEventData } from "./payment-event-data.js";
import { checkRefundEventData } from "./refund-event-data.js";
import { checkSettlementEventData } from "./settlement-event-data.js";
import { checkTimestamp } from "./timestamp.js";
import { type Check } from "../runtime/issues.js";
import { anyObject, object } from "../runtime/objects.js";
import { constant } from "../runtime/scalars.js";
import { allOf, tagged } from "../runtime/unions.js";
import { isValid, validator } from "../runtime/validate.js";

const paymentEvent = /* @__PURE__ */ object((members, context) => checkPaymentEventData(members.data, context, "data"));
const refundEvent = /* @__PURE__ */ object((members, context) => checkRefundEventData(members.data, context, "data"));
const disputeEvent = /* @__PURE__ */ object((members, context) => checkDisputeEventData(members.data, context, "data"));
const settlementCompletedEvent = /* @__PURE__ */ object((members, context) => checkSettlementEventData(members.data, context, "data"));
const unknownEventData = /* @__PURE__ */ object((members, context) => anyObject(members.object, context, "object"));
const unknownEvent = /* @__PURE__ */ object((members, context) => unknownEventData(members.data, context, "data"));

/** @internal */
export const checkEvent: Check = /* @__PURE__ */ allOf(/* @__PURE__ */ object(
  (members, context) =>
    checkEventId(members.id, context, "id") &&
    constant(members.object, context, "object", "event") &&
    checkTimestamp(members.created_at, context, "created_at"),
), /* @__PURE__ */ tagged("type", {
  "payment.created": paymentEvent,
  "payment.authorized": paymentEvent,
  "payment.completed": paymentEvent,
  "payment.failed": paymentEvent,
  "payment.cancelled": paymentEvent,
  "payment.expired": paymentEvent,
  "refund.created": refundEvent,
  "refund.completed": refundEvent,
  "dispute.opened": disputeEvent,
  "dispute.resolved": disputeEvent,
  "settlement.completed": settlementCompletedEvent,
}, unknownEvent));

/**
 * Whether a value is of type `Event`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isEvent({
 *   id: "evt_1aC5eG",
 *   object: "event",
 *   type: "payment.created",
 *   created_at: "2026-04-15T10:30:00Z",
 *   data: {
 *     object: {
 *       id: "pay_1234567890",
 *       object: "payment",
 *       status: "pending",
 *       amount: 1000,
 *       currency: "EUR",
 *       description: "Order 1042",
 *       returnUrl: "https://shop.example/orders/1042/return",
 *       checkoutUrl: "https://checkout.vinr.com/pay_1234567890",
 *       metadata: { order: "1042" },
 *       created_at: "2026-04-15T10:30:00Z",
 *     },
 *   },
 * }); // true
 * ```
 */
export function isEvent(value: unknown): value is Event {
  return isValid(checkEvent, value);
}

/**
 * Validates the value; returns it typed as `Event`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateEvent(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateEvent = /* @__PURE__ */ validator<Event>(checkEvent);
