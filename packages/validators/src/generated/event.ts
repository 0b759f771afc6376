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

const eventVariant1 = /* @__PURE__ */ object((members, at) => checkPaymentEventData(members.data, at, "data"));
const eventVariant2 = /* @__PURE__ */ object((members, at) => checkRefundEventData(members.data, at, "data"));
const eventVariant3 = /* @__PURE__ */ object((members, at) => checkDisputeEventData(members.data, at, "data"));
const eventVariant4 = /* @__PURE__ */ object((members, at) => checkSettlementEventData(members.data, at, "data"));
const eventUnknownData = /* @__PURE__ */ object((members, at) => anyObject(members.object, at, "object"));
const eventUnknown = /* @__PURE__ */ object((members, at) => eventUnknownData(members.data, at, "data"));

/** @internal */
export const checkEvent: Check = /* @__PURE__ */ allOf(/* @__PURE__ */ object(
  (members, at) =>
    checkEventId(members.id, at, "id") &&
    constant(members.object, at, "object", "event") &&
    checkTimestamp(members.created_at, at, "created_at"),
), /* @__PURE__ */ tagged("type", {
  "payment.created": eventVariant1,
  "payment.authorized": eventVariant1,
  "payment.completed": eventVariant1,
  "payment.failed": eventVariant1,
  "payment.cancelled": eventVariant1,
  "payment.expired": eventVariant1,
  "refund.created": eventVariant2,
  "refund.completed": eventVariant2,
  "dispute.opened": eventVariant3,
  "dispute.resolved": eventVariant3,
  "settlement.completed": eventVariant4,
}, eventUnknown));

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
 * Gives the value as a `Event`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateEvent(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateEvent = /* @__PURE__ */ validator<Event>(checkEvent);
