// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentCaptureParams } from "@vinr/types";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { integer } from "../runtime/scalars.js";
import { validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

const paymentCaptureParamsAmount = (value: unknown, at?: Trail): boolean => integer(value, 1, 999999999999, at);
const paymentCaptureParamsMembers: MemberTable = { amount: paymentCaptureParamsAmount };

/**
 * Whether a value is of type `PaymentCaptureParams`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isPaymentCaptureParams({}); // true
 * ```
 */
export function isPaymentCaptureParams(value: unknown): value is PaymentCaptureParams {
  try {
    return checkPaymentCaptureParams(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `PaymentCaptureParams`, or all that is wrong with it.
 *
 * @example
 * ```ts
 * const result = validatePaymentCaptureParams({});
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentCaptureParams = /* @__PURE__ */ validator<PaymentCaptureParams>(checkPaymentCaptureParams, explainPaymentCaptureParams);

/** @internal */
export function checkPaymentCaptureParams(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (object.amount !== undefined && !paymentCaptureParamsAmount(object.amount)) return false;
  for (const key in object) {
    switch (key) {
      case "amount":
        break;
      default:
        return false;
    }
  }
  return true;
}

/** @internal */
export function explainPaymentCaptureParams(value: unknown, at: Trail): boolean {
  return explainObject(value, at, paymentCaptureParamsMembers, 0, true);
}
