// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentCompletedEvent } from "@vinr/types";
import { checkEventId, explainEventId } from "./event-id.js";
import { checkPaymentEventData } from "./payment-event-data.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

const paymentCompletedEventMembers: MemberTable = {
  id: explainEventId,
  object: "event",
  type: "payment.completed",
  created_at: explainTimestamp,
  data: checkPaymentEventData,
};

/**
 * Whether a value is of type `PaymentCompletedEvent`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
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
  try {
    return checkPaymentCompletedEvent(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `PaymentCompletedEvent`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validatePaymentCompletedEvent(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentCompletedEvent = /* @__PURE__ */ validator<PaymentCompletedEvent>(checkPaymentCompletedEvent, explainPaymentCompletedEvent);

/** @internal */
export function checkPaymentCompletedEvent(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!checkEventId(object.id)) return false;
  if (object.object !== "event") return false;
  if (object.type !== "payment.completed") return false;
  if (!checkTimestamp(object.created_at)) return false;
  if (!checkPaymentEventData(object.data)) return false;
  return true;
}

/** @internal */
export function explainPaymentCompletedEvent(value: unknown, at: Trail): boolean {
  return explainObject(value, at, paymentCompletedEventMembers, 5);
}
