// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentFailure } from "@vinr/types";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { boolean, failText, string, text } from "../runtime/scalars.js";
import { validator } from "../runtime/validate.js";
import { asObject, isLonger } from "../runtime/values.js";

const paymentFailureCodePattern = /^[a-z][a-z0-9_]*$/u;
const paymentFailureCode = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 64) && paymentFailureCodePattern.test(value)) || failText(value, 0, 64, at, paymentFailureCodePattern);
const paymentFailureMessage = (value: unknown, at?: Trail): boolean => text(value, 0, 500, at);
const paymentFailureMembers: MemberTable = { code: paymentFailureCode, category: string, message: paymentFailureMessage, retryable: boolean };

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
  try {
    return checkPaymentFailure(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `PaymentFailure`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validatePaymentFailure(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentFailure = /* @__PURE__ */ validator<PaymentFailure>(checkPaymentFailure, explainPaymentFailure);

/** @internal */
export function checkPaymentFailure(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!paymentFailureCode(object.code)) return false;
  if (!string(object.category)) return false;
  if (!paymentFailureMessage(object.message)) return false;
  if (!boolean(object.retryable)) return false;
  return true;
}

/** @internal */
export function explainPaymentFailure(value: unknown, at: Trail): boolean {
  return explainObject(value, at, paymentFailureMembers, 4);
}
