// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentCreatedEvent } from "@vinr/types";
import { checkEventId } from "./event-id.js";
import { checkPaymentEventData } from "./payment-event-data.js";
import { checkTimestamp } from "./timestamp.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { constant } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkPaymentCreatedEvent: Check = /* @__PURE__ */ object(
  (members, context) =>
    checkEventId(members.id, context, "id") &&
    constant(members.object, context, "object", "event") &&
    constant(members.type, context, "type", "payment.created") &&
    checkTimestamp(members.created_at, context, "created_at") &&
    checkPaymentEventData(members.data, context, "data"),
);

/**
 * Whether a value is of type `PaymentCreatedEvent`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isPaymentCreatedEvent({
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
export function isPaymentCreatedEvent(value: unknown): value is PaymentCreatedEvent {
  return isValid(checkPaymentCreatedEvent, value);
}

/**
 * Validates the value; returns it typed as `PaymentCreatedEvent`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validatePaymentCreatedEvent(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentCreatedEvent = /* @__PURE__ */ validator<PaymentCreatedEvent>(checkPaymentCreatedEvent);
