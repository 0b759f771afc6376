// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentId } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { boundedString } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkPaymentId: Check = /* @__PURE__ */ boundedString(5, 64, /^pay_[A-Za-z0-9]+$/u);

/**
 * Whether a value is of type `PaymentId`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isPaymentId("pay_7rP1gS0bY"); // true
 * ```
 */
export function isPaymentId(value: unknown): value is PaymentId {
  return isValid(checkPaymentId, value);
}

/**
 * Validates the value; returns it typed as `PaymentId`, or its issues.
 *
 * @example
 * ```ts
 * const result = validatePaymentId("pay_7rP1gS0bY");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentId = /* @__PURE__ */ validator<PaymentId>(checkPaymentId);
