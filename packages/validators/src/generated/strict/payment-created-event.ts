// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentCreatedEvent } from "@vinr/types";
import { checkEventId, explainEventId } from "./event-id.js";
import { checkPaymentEventData, explainPaymentEventData } from "./payment-event-data.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { explainObject, type MemberTable } from "../../runtime/collections.js";
import { type Trail } from "../../runtime/issues.js";
import { validator } from "../../runtime/validate.js";
import { asObject } from "../../runtime/values.js";

const paymentCreatedEventMembers: MemberTable = {
  id: explainEventId,
  object: "event",
  type: "payment.created",
  created_at: explainTimestamp,
  data: explainPaymentEventData,
};

/**
 * Whether a value is of type `PaymentCreatedEvent`. Never throws, and allocates nothing for plain data.
 * As it is described today: properties, enum values and tags that are not are refused.
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
  try {
    return checkPaymentCreatedEvent(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `PaymentCreatedEvent`, or all that is wrong with it.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * const result = validatePaymentCreatedEvent(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentCreatedEvent = /* @__PURE__ */ validator<PaymentCreatedEvent>(checkPaymentCreatedEvent, explainPaymentCreatedEvent);

/** @internal */
export function checkPaymentCreatedEvent(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!checkEventId(object.id)) return false;
  if (object.object !== "event") return false;
  if (object.type !== "payment.created") return false;
  if (!checkTimestamp(object.created_at)) return false;
  if (!checkPaymentEventData(object.data)) return false;
  for (const key in object) {
    switch (key) {
      case "id":
      case "object":
      case "type":
      case "created_at":
      case "data":
        break;
      default:
        return false;
    }
  }
  return true;
}

/** @internal */
export function explainPaymentCreatedEvent(value: unknown, at: Trail): boolean {
  return explainObject(value, at, paymentCreatedEventMembers, 5, true);
}
