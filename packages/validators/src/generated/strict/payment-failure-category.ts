// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentFailureCategory } from "@vinr/types";
import { type Check } from "../../runtime/issues.js";
import { enumOf } from "../../runtime/scalars.js";
import { isValid, validator } from "../../runtime/validate.js";

/** @internal */
export const checkPaymentFailureCategory: Check = /* @__PURE__ */ enumOf("issuer_declined", "invalid_request", "authentication_failed", "processing_error", "fraud_blocked");

/**
 * Whether a value is of type `PaymentFailureCategory`. Never throws, and allocates nothing for plain data.
 * Properties, enum values and tags that are not in today's specification are rejected.
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
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * const result = validatePaymentFailureCategory("issuer_declined");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentFailureCategory = /* @__PURE__ */ validator<PaymentFailureCategory>(checkPaymentFailureCategory);
