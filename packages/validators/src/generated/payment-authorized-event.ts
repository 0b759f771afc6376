// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentAuthorizedEvent } from "@vinr/types";
import { checkEventId } from "./event-id.js";
import { checkPaymentEventData } from "./payment-event-data.js";
import { checkTimestamp } from "./timestamp.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { constant } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkPaymentAuthorizedEvent: Check = /* @__PURE__ */ object(
  (members, context) =>
    checkEventId(members.id, context, "id") &&
    constant(members.object, context, "object", "event") &&
    constant(members.type, context, "type", "payment.authorized") &&
    checkTimestamp(members.created_at, context, "created_at") &&
    checkPaymentEventData(members.data, context, "data"),
);

/**
 * Whether a value is of type `PaymentAuthorizedEvent`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isPaymentAuthorizedEvent({
 *   id: "evt_2bD6fH",
 *   object: "event",
 *   type: "payment.authorized",
 *   created_at: "2026-04-14T09:13:20Z",
 *   data: {
 *     object: {
 *       id: "pay_7rP1gS0bY",
 *       object: "payment",
 *       status: "authorized",
 *       amount: 190000,
 *       currency: "EUR",
 *       description: "Order 1041",
 *       returnUrl: "https://shop.example/orders/1041/return",
 *       amountCapturable: 190000,
 *       amountCaptured: 0,
 *       amountRefunded: 0,
 *       metadata: { order: "1041" },
 *       created_at: "2026-04-14T09:12:00Z",
 *     },
 *   },
 * }); // true
 * ```
 */
export function isPaymentAuthorizedEvent(value: unknown): value is PaymentAuthorizedEvent {
  return isValid(checkPaymentAuthorizedEvent, value);
}

/**
 * Validates the value; returns it typed as `PaymentAuthorizedEvent`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validatePaymentAuthorizedEvent(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentAuthorizedEvent = /* @__PURE__ */ validator<PaymentAuthorizedEvent>(checkPaymentAuthorizedEvent);
