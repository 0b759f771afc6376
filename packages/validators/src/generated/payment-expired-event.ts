// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentExpiredEvent } from "@vinr/types";
import { checkEventId } from "./event-id.js";
import { checkPaymentEventData } from "./payment-event-data.js";
import { checkTimestamp } from "./timestamp.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { constant } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkPaymentExpiredEvent: Check = /* @__PURE__ */ object(
  (members, context) =>
    checkEventId(members.id, context, "id") &&
    constant(members.object, context, "object", "event") &&
    constant(members.type, context, "type", "payment.expired") &&
    checkTimestamp(members.created_at, context, "created_at") &&
    checkPaymentEventData(members.data, context, "data"),
);

/**
 * Whether a value is of type `PaymentExpiredEvent`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isPaymentExpiredEvent({
 *   id: "evt_6fH1kM",
 *   object: "event",
 *   type: "payment.expired",
 *   created_at: "2026-04-13T08:20:00Z",
 *   data: {
 *     object: {
 *       id: "pay_2cB6jR9sZ",
 *       object: "payment",
 *       status: "expired",
 *       amount: 3200,
 *       currency: "EUR",
 *       description: "Order 1039",
 *       returnUrl: "https://shop.example/orders/1039/return",
 *       metadata: { order: "1039" },
 *       created_at: "2026-04-12T08:20:00Z",
 *     },
 *   },
 * }); // true
 * ```
 */
export function isPaymentExpiredEvent(value: unknown): value is PaymentExpiredEvent {
  return isValid(checkPaymentExpiredEvent, value);
}

/**
 * Validates the value; returns it typed as `PaymentExpiredEvent`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validatePaymentExpiredEvent(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentExpiredEvent = /* @__PURE__ */ validator<PaymentExpiredEvent>(checkPaymentExpiredEvent);
