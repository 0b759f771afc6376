// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentExpiredEvent } from "@vinr/types";
import { checkEventId, explainEventId } from "./event-id.js";
import { checkPaymentEventData, explainPaymentEventData } from "./payment-event-data.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { explainObject, type MemberTable } from "../../runtime/collections.js";
import { type Trail } from "../../runtime/issues.js";
import { validator } from "../../runtime/validate.js";
import { asObject } from "../../runtime/values.js";

const paymentExpiredEventMembers: MemberTable = {
  id: explainEventId,
  object: "event",
  type: "payment.expired",
  created_at: explainTimestamp,
  data: explainPaymentEventData,
};

/**
 * Whether a value is of type `PaymentExpiredEvent`. Never throws, and allocates nothing for plain data.
 * As it is described today: properties, enum values and tags that are not are refused.
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
  try {
    return checkPaymentExpiredEvent(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `PaymentExpiredEvent`, or all that is wrong with it.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * const result = validatePaymentExpiredEvent(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentExpiredEvent = /* @__PURE__ */ validator<PaymentExpiredEvent>(checkPaymentExpiredEvent, explainPaymentExpiredEvent);

/** @internal */
export function checkPaymentExpiredEvent(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!checkEventId(object.id)) return false;
  if (object.object !== "event") return false;
  if (object.type !== "payment.expired") return false;
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
export function explainPaymentExpiredEvent(value: unknown, at: Trail): boolean {
  return explainObject(value, at, paymentExpiredEventMembers, 5, true);
}
