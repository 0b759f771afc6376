// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentStatus } from "@vinr/types";
import { type Trail } from "../../runtime/issues.js";
import { oneOf } from "../../runtime/scalars.js";
import { validator } from "../../runtime/validate.js";

const paymentStatusValues = ["pending", "requires_authentication", "authorized", "completed", "failed", "cancelled", "expired"];

/**
 * Whether a value is of type `PaymentStatus`. Never throws, and allocates nothing for plain data.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * isPaymentStatus("failed"); // true
 * ```
 */
export function isPaymentStatus(value: unknown): value is PaymentStatus {
  try {
    return checkPaymentStatus(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `PaymentStatus`, or all that is wrong with it.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * const result = validatePaymentStatus("failed");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentStatus = /* @__PURE__ */ validator<PaymentStatus>(checkPaymentStatus, checkPaymentStatus);

/** @internal */
export function checkPaymentStatus(value: unknown, at?: Trail): boolean {
  return oneOf(value, paymentStatusValues, at);
}
