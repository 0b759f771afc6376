// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentList } from "@vinr/types";
import { checkPage, explainPage } from "./page.js";
import { checkPayment, explainPayment } from "./payment.js";
import { explainArray, explainObject, type MemberTable } from "../../runtime/collections.js";
import { type Trail } from "../../runtime/issues.js";
import { validator } from "../../runtime/validate.js";
import { asObject, isArray } from "../../runtime/values.js";

const paymentListMembers: MemberTable = { object: "list", data: explainPaymentListData, page: explainPage };

/**
 * Whether a value is of type `PaymentList`. Never throws, and allocates nothing for plain data.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * isPaymentList({
 *   object: "list",
 *   data: [
 *     {
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
 *     {
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
 *   ],
 *   page: { has_more: false, next_cursor: null, total_estimate: 1842 },
 * }); // true
 * ```
 */
export function isPaymentList(value: unknown): value is PaymentList {
  try {
    return checkPaymentList(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `PaymentList`, or all that is wrong with it.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * const result = validatePaymentList(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentList = /* @__PURE__ */ validator<PaymentList>(checkPaymentList, explainPaymentList);

/** @internal */
export function checkPaymentList(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (object.object !== "list") return false;
  if (!checkPaymentListData(object.data)) return false;
  if (!checkPage(object.page)) return false;
  for (const key in object) {
    switch (key) {
      case "object":
      case "data":
      case "page":
        break;
      default:
        return false;
    }
  }
  return true;
}

/** @internal */
export function explainPaymentList(value: unknown, at: Trail): boolean {
  return explainObject(value, at, paymentListMembers, 3, true);
}

function checkPaymentListData(value: unknown): boolean {
  if (!isArray(value)) return false;
  if (value.length > 100) return false;
  for (let i = 0; i < value.length; i++) {
    const item = value[i];
    if (!checkPayment(item)) return false;
  }
  return true;
}

function explainPaymentListData(value: unknown, at: Trail): boolean {
  return explainArray(value, 0, 100, at, explainPayment);
}
