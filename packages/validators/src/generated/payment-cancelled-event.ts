// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentCancelledEvent } from "@vinr/types";
import { checkEventId } from "./event-id.js";
import { checkPaymentEventData } from "./payment-event-data.js";
import { checkTimestamp } from "./timestamp.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { constant } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkPaymentCancelledEvent: Check = /* @__PURE__ */ object(
  (members, context) =>
    checkEventId(members.id, context, "id") &&
    constant(members.object, context, "object", "event") &&
    constant(members.type, context, "type", "payment.cancelled") &&
    checkTimestamp(members.created_at, context, "created_at") &&
    checkPaymentEventData(members.data, context, "data"),
);

/**
 * Whether a value is of type `PaymentCancelledEvent`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isPaymentCancelledEvent({
 *   id: "evt_5eG9jL",
 *   object: "event",
 *   type: "payment.cancelled",
 *   created_at: "2026-04-14T08:00:00Z",
 *   data: {
 *     object: {
 *       id: "pay_4nV8xL1fH",
 *       object: "payment",
 *       status: "cancelled",
 *       amount: 25000,
 *       currency: "EUR",
 *       description: "Order 1040",
 *       returnUrl: "https://shop.example/orders/1040/return",
 *       amountCapturable: 0,
 *       amountCaptured: 0,
 *       amountRefunded: 0,
 *       metadata: { order: "1040" },
 *       created_at: "2026-04-13T16:45:00Z",
 *     },
 *   },
 * }); // true
 * ```
 */
export function isPaymentCancelledEvent(value: unknown): value is PaymentCancelledEvent {
  return isValid(checkPaymentCancelledEvent, value);
}

/**
 * Validates the value; returns it typed as `PaymentCancelledEvent`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validatePaymentCancelledEvent(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentCancelledEvent = /* @__PURE__ */ validator<PaymentCancelledEvent>(checkPaymentCancelledEvent);
