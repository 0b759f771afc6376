// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentCompletedEvent } from "@vinr/types";
import { checkEventId } from "./event-id.js";
import { checkPaymentEventData } from "./payment-event-data.js";
import { checkTimestamp } from "./timestamp.js";
import { type Check } from "../../runtime/issues.js";
import { noOtherProperties, object } from "../../runtime/objects.js";
import { constant } from "../../runtime/scalars.js";
import { isValid, validator } from "../../runtime/validate.js";

/** @internal */
export const checkPaymentCompletedEvent: Check = /* @__PURE__ */ object(
  (members, context) =>
    checkEventId(members.id, context, "id") &&
    constant(members.object, context, "object", "event") &&
    constant(members.type, context, "type", "payment.completed") &&
    checkTimestamp(members.created_at, context, "created_at") &&
    checkPaymentEventData(members.data, context, "data"),
  /* @__PURE__ */ noOtherProperties("id", "object", "type", "created_at", "data"),
);

/**
 * Whether a value is of type `PaymentCompletedEvent`. Never throws, and allocates nothing for plain data.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * isPaymentCompletedEvent({
 *   id: "evt_3cE7gJ",
 *   object: "event",
 *   type: "payment.completed",
 *   created_at: "2026-04-15T10:31:12Z",
 *   data: {
 *     object: {
 *       id: "pay_1234567890",
 *       object: "payment",
 *       status: "completed",
 *       amount: 1000,
 *       currency: "EUR",
 *       description: "Order 1042",
 *       returnUrl: "https://shop.example/orders/1042/return",
 *       amountCapturable: 0,
 *       amountCaptured: 1000,
 *       amountRefunded: 0,
 *       metadata: { order: "1042" },
 *       created_at: "2026-04-15T10:30:00Z",
 *     },
 *   },
 * }); // true
 * ```
 */
export function isPaymentCompletedEvent(value: unknown): value is PaymentCompletedEvent {
  return isValid(checkPaymentCompletedEvent, value);
}

/**
 * Validates the value; returns it typed as `PaymentCompletedEvent`, or its issues.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * const result = validatePaymentCompletedEvent(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentCompletedEvent = /* @__PURE__ */ validator<PaymentCompletedEvent>(checkPaymentCompletedEvent);
