// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentFailureCategory } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { string } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkPaymentFailureCategory: Check = string;

/**
 * Whether a value is of type `PaymentFailureCategory`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isPaymentFailureCategory("issuer_declined"); // true
 * ```
 */
export function isPaymentFailureCategory(value: unknown): value is PaymentFailureCategory {
  return isValid(checkPaymentFailureCategory, value);
}

/**
 * Validates the value; returns it typed as `PaymentFailureCategory`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validatePaymentFailureCategory("issuer_declined");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentFailureCategory = /* @__PURE__ */ validator<PaymentFailureCategory>(checkPaymentFailureCategory);
