// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentId } from "@vinr/types";
import { type Trail } from "../../runtime/issues.js";
import { failText } from "../../runtime/scalars.js";
import { validator } from "../../runtime/validate.js";
import { isLonger } from "../../runtime/values.js";

const paymentIdPattern = /^pay_[A-Za-z0-9]+$/u;

/**
 * Whether a value is of type `PaymentId`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isPaymentId("pay_7rP1gS0bY"); // true
 * ```
 */
export function isPaymentId(value: unknown): value is PaymentId {
  try {
    return checkPaymentId(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `PaymentId`, or all that is wrong with it.
 *
 * @example
 * ```ts
 * const result = validatePaymentId("pay_7rP1gS0bY");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentId = /* @__PURE__ */ validator<PaymentId>(checkPaymentId, explainPaymentId);

/** @internal */
export function checkPaymentId(value: unknown): boolean {
  return typeof value === "string" && !isLonger(value, 64) && paymentIdPattern.test(value);
}

/** @internal */
export function explainPaymentId(value: unknown, at: Trail): boolean {
  return failText(value, 5, 64, at, paymentIdPattern);
}
