// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentList } from "@vinr/types";
import { checkPage } from "./page.js";
import { checkPayment } from "./payment.js";
import { array } from "../runtime/arrays.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { constant } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

const paymentListData = /* @__PURE__ */ array(0, 100, checkPayment);

/** @internal */
export const checkPaymentList: Check = /* @__PURE__ */ object(
  (members, context) =>
    constant(members.object, context, "object", "list") &&
    paymentListData(members.data, context, "data") &&
    checkPage(members.page, context, "page"),
);

/**
 * Whether a value is of type `PaymentList`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
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
  return isValid(checkPaymentList, value);
}

/**
 * Validates the value; returns it typed as `PaymentList`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validatePaymentList(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentList = /* @__PURE__ */ validator<PaymentList>(checkPaymentList);
