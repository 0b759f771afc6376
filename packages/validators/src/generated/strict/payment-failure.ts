// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentFailure } from "@vinr/types";
import { checkPaymentFailureCategory } from "./payment-failure-category.js";
import { type Check } from "../../runtime/issues.js";
import { noOtherProperties, object } from "../../runtime/objects.js";
import { boolean, boundedString } from "../../runtime/scalars.js";
import { isValid, validator } from "../../runtime/validate.js";

const paymentFailureCode = /* @__PURE__ */ boundedString(0, 64, /^[a-z][a-z0-9_]*$/u);
const paymentFailureMessage = /* @__PURE__ */ boundedString(0, 500);

/** @internal */
export const checkPaymentFailure: Check = /* @__PURE__ */ object(
  (members, at) =>
    paymentFailureCode(members.code, at, "code") &&
    checkPaymentFailureCategory(members.category, at, "category") &&
    paymentFailureMessage(members.message, at, "message") &&
    boolean(members.retryable, at, "retryable"),
  /* @__PURE__ */ noOtherProperties("code", "category", "message", "retryable"),
);

/**
 * Whether a value is of type `PaymentFailure`. Never throws, and allocates nothing for plain data.
 * As it is described today: properties, enum values and tags that are not are refused.
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
 * Gives the value as a `PaymentFailure`, or all that is wrong with it.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * const result = validatePaymentFailure(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentFailure = /* @__PURE__ */ validator<PaymentFailure>(checkPaymentFailure);
