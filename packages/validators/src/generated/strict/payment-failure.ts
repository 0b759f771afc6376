// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentFailure } from "@vinr/types";
import { checkPaymentFailureCategory } from "./payment-failure-category.js";
import { type Check } from "../../runtime/issues.js";
import { noOtherProperties, object } from "../../runtime/objects.js";
import { boolean, boundedString } from "../../runtime/scalars.js";
import { isValid, validator } from "../../runtime/validate.js";

const paymentFailureCode = /* @__PURE__ */ boundedString(0, 64, /^[a-z][a-z0-9_]*$/u);
const textUpToLength500 = /* @__PURE__ */ boundedString(0, 500);

/** @internal */
export const checkPaymentFailure: Check = /* @__PURE__ */ object(
  (members, context) =>
    paymentFailureCode(members.code, context, "code") &&
    checkPaymentFailureCategory(members.category, context, "category") &&
    textUpToLength500(members.message, context, "message") &&
    boolean(members.retryable, context, "retryable"),
  /* @__PURE__ */ noOtherProperties("code", "category", "message", "retryable"),
);

/**
 * Whether a value is of type `PaymentFailure`. Never throws, and allocates nothing for plain data.
 * Properties, enum values and tags that are not in today's specification are rejected.
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
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * const result = validatePaymentFailure(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentFailure = /* @__PURE__ */ validator<PaymentFailure>(checkPaymentFailure);
