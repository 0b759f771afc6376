// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentFailedEvent } from "@vinr/types";
import { checkEventId } from "./event-id.js";
import { checkPaymentEventData } from "./payment-event-data.js";
import { checkTimestamp } from "./timestamp.js";
import { type Check } from "../../runtime/issues.js";
import { noOtherProperties, object } from "../../runtime/objects.js";
import { constant } from "../../runtime/scalars.js";
import { isValid, validator } from "../../runtime/validate.js";

/** @internal */
export const checkPaymentFailedEvent: Check = /* @__PURE__ */ object(
  (members, context) =>
    checkEventId(members.id, context, "id") &&
    constant(members.object, context, "object", "event") &&
    constant(members.type, context, "type", "payment.failed") &&
    checkTimestamp(members.created_at, context, "created_at") &&
    checkPaymentEventData(members.data, context, "data"),
  /* @__PURE__ */ noOtherProperties("id", "object", "type", "created_at", "data"),
);

/**
 * Whether a value is of type `PaymentFailedEvent`. Never throws, and allocates nothing for plain data.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * isPaymentFailedEvent({
 *   id: "evt_4dF8hK",
 *   object: "event",
 *   type: "payment.failed",
 *   created_at: "2026-04-15T11:06:30Z",
 *   data: {
 *     object: {
 *       id: "pay_5tK2mW8dQ",
 *       object: "payment",
 *       status: "failed",
 *       amount: 7500,
 *       currency: "EUR",
 *       description: "Order 1043",
 *       returnUrl: "https://shop.example/orders/1043/return",
 *       failure: {
 *         code: "insufficient_funds",
 *         category: "issuer_declined",
 *         message: "The card has insufficient funds.",
 *         retryable: true,
 *       },
 *       metadata: { order: "1043" },
 *       created_at: "2026-04-15T11:05:00Z",
 *     },
 *   },
 * }); // true
 * ```
 */
export function isPaymentFailedEvent(value: unknown): value is PaymentFailedEvent {
  return isValid(checkPaymentFailedEvent, value);
}

/**
 * Validates the value; returns it typed as `PaymentFailedEvent`, or its issues.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * const result = validatePaymentFailedEvent(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentFailedEvent = /* @__PURE__ */ validator<PaymentFailedEvent>(checkPaymentFailedEvent);
