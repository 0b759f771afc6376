// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentEventData } from "@vinr/types";
import { checkPayment, explainPayment } from "./payment.js";
import { explainObject, type MemberTable } from "../../runtime/collections.js";
import { type Trail } from "../../runtime/issues.js";
import { validator } from "../../runtime/validate.js";
import { asObject } from "../../runtime/values.js";

const paymentEventDataMembers: MemberTable = { object: explainPayment };

/**
 * Whether a value is of type `PaymentEventData`. Never throws, and allocates nothing for plain data.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * isPaymentEventData({
 *   object: {
 *     id: "pay_2cB6jR9sZ",
 *     object: "payment",
 *     status: "expired",
 *     amount: 3200,
 *     currency: "EUR",
 *     description: "Order 1039",
 *     returnUrl: "https://shop.example/orders/1039/return",
 *     metadata: { order: "1039" },
 *     created_at: "2026-04-12T08:20:00Z",
 *   },
 * }); // true
 * ```
 */
export function isPaymentEventData(value: unknown): value is PaymentEventData {
  try {
    return checkPaymentEventData(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `PaymentEventData`, or all that is wrong with it.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * const result = validatePaymentEventData(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentEventData = /* @__PURE__ */ validator<PaymentEventData>(checkPaymentEventData, explainPaymentEventData);

/** @internal */
export function checkPaymentEventData(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!checkPayment(object.object)) return false;
  for (const key in object) {
    switch (key) {
      case "object":
        break;
      default:
        return false;
    }
  }
  return true;
}

/** @internal */
export function explainPaymentEventData(value: unknown, at: Trail): boolean {
  return explainObject(value, at, paymentEventDataMembers, 1, true);
}
