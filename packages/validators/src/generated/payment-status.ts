// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentStatus } from "@vinr/types";
import { type Trail } from "../runtime/issues.js";
import { string } from "../runtime/scalars.js";
import { validator } from "../runtime/validate.js";

/**
 * Whether a value is of type `PaymentStatus`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
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
 * New properties, enum values and tags pass, as they may appear at any time.
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
  return string(value, at);
}
