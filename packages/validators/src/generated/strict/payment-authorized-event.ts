// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentAuthorizedEvent } from "@vinr/types";
import { checkEventId, explainEventId } from "./event-id.js";
import { checkPaymentEventData, explainPaymentEventData } from "./payment-event-data.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { explainObject, type MemberTable } from "../../runtime/collections.js";
import { type Trail } from "../../runtime/issues.js";
import { validator } from "../../runtime/validate.js";
import { asObject } from "../../runtime/values.js";

const paymentAuthorizedEventMembers: MemberTable = {
  id: explainEventId,
  object: "event",
  type: "payment.authorized",
  created_at: explainTimestamp,
  data: explainPaymentEventData,
};

/**
 * Whether a value is of type `PaymentAuthorizedEvent`. Never throws, and allocates nothing for plain data.
 * As it is described today: properties, enum values and tags that are not are refused.
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
  try {
    return checkPaymentAuthorizedEvent(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `PaymentAuthorizedEvent`, or all that is wrong with it.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * const result = validatePaymentAuthorizedEvent(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentAuthorizedEvent = /* @__PURE__ */ validator<PaymentAuthorizedEvent>(checkPaymentAuthorizedEvent, explainPaymentAuthorizedEvent);

/** @internal */
export function checkPaymentAuthorizedEvent(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!checkEventId(object.id)) return false;
  if (object.object !== "event") return false;
  if (object.type !== "payment.authorized") return false;
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
export function explainPaymentAuthorizedEvent(value: unknown, at: Trail): boolean {
  return explainObject(value, at, paymentAuthorizedEventMembers, 5, true);
}
