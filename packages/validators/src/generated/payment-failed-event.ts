// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentFailedEvent } from "@vinr/types";
import { checkEventId, explainEventId } from "./event-id.js";
import { checkPaymentEventData } from "./payment-event-data.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

const paymentFailedEventMembers: MemberTable = {
  id: explainEventId,
  object: "event",
  type: "payment.failed",
  created_at: explainTimestamp,
  data: checkPaymentEventData,
};

/**
 * Whether a value is of type `PaymentFailedEvent`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
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
  try {
    return checkPaymentFailedEvent(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `PaymentFailedEvent`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validatePaymentFailedEvent(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentFailedEvent = /* @__PURE__ */ validator<PaymentFailedEvent>(checkPaymentFailedEvent, explainPaymentFailedEvent);

/** @internal */
export function checkPaymentFailedEvent(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!checkEventId(object.id)) return false;
  if (object.object !== "event") return false;
  if (object.type !== "payment.failed") return false;
  if (!checkTimestamp(object.created_at)) return false;
  if (!checkPaymentEventData(object.data)) return false;
  return true;
}

/** @internal */
export function explainPaymentFailedEvent(value: unknown, at: Trail): boolean {
  return explainObject(value, at, paymentFailedEventMembers, 5);
}
