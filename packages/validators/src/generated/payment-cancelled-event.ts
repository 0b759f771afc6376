// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentCancelledEvent } from "@vinr/types";
import { checkEventId, explainEventId } from "./event-id.js";
import { checkPaymentEventData } from "./payment-event-data.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

const paymentCancelledEventMembers: MemberTable = {
  id: explainEventId,
  object: "event",
  type: "payment.cancelled",
  created_at: explainTimestamp,
  data: checkPaymentEventData,
};

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
  try {
    return checkPaymentCancelledEvent(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `PaymentCancelledEvent`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validatePaymentCancelledEvent(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentCancelledEvent = /* @__PURE__ */ validator<PaymentCancelledEvent>(checkPaymentCancelledEvent, explainPaymentCancelledEvent);

/** @internal */
export function checkPaymentCancelledEvent(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!checkEventId(object.id)) return false;
  if (object.object !== "event") return false;
  if (object.type !== "payment.cancelled") return false;
  if (!checkTimestamp(object.created_at)) return false;
  if (!checkPaymentEventData(object.data)) return false;
  return true;
}

/** @internal */
export function explainPaymentCancelledEvent(value: unknown, at: Trail): boolean {
  return explainObject(value, at, paymentCancelledEventMembers, 5);
}
