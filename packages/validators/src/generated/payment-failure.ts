// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentFailure } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { boolean, boundedString, string } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

const paymentFailureCode = /* @__PURE__ */ boundedString(0, 64, /^[a-z][a-z0-9_]*$/u);
const textUpToLength500 = /* @__PURE__ */ boundedString(0, 500);

/** @internal */
export const checkPaymentFailure: Check = /* @__PURE__ */ object(
  (members, context) =>
    paymentFailureCode(members.code, context, "code") &&
    string(members.category, context, "category") &&
    textUpToLength500(members.message, context, "message") &&
    boolean(members.retryable, context, "retryable"),
);

/**
 * Whether a value is of type `PaymentFailure`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isPaymentFailure({
 *   code: "insufficient_funds",
 *   category: "issuer_declined",
 *   message: "The card has insufficient funds.",
 *   retryable: true,
 * }); // true
 * ```
 */
export function isPaymentFailure(value: unknown): value is PaymentFailure {
  return isValid(checkPaymentFailure, value);
}

/**
 * Validates the value; returns it typed as `PaymentFailure`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validatePaymentFailure(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentFailure = /* @__PURE__ */ validator<PaymentFailure>(checkPaymentFailure);
