// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentEventData } from "@vinr/types";
import { checkPayment } from "./payment.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkPaymentEventData: Check = /* @__PURE__ */ object((members, context) => checkPayment(members.object, context, "object"));

/**
 * Whether a value is of type `PaymentEventData`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
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
  return isValid(checkPaymentEventData, value);
}

/**
 * Validates the value; returns it typed as `PaymentEventData`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validatePaymentEventData(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentEventData = /* @__PURE__ */ validator<PaymentEventData>(checkPaymentEventData);
