// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentCaptureParams } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { noOtherProperties, object } from "../runtime/objects.js";
import { integer } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

const paymentCaptureParamsAmount = /* @__PURE__ */ integer(1, 999999999999);

/** @internal */
export const checkPaymentCaptureParams: Check = /* @__PURE__ */ object((members, context) => (members.amount === undefined || paymentCaptureParamsAmount(members.amount, context, "amount")), /* @__PURE__ */ noOtherProperties("amount"));

/**
 * Whether a value is of type `PaymentCaptureParams`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isPaymentCaptureParams({}); // true
 * ```
 */
export function isPaymentCaptureParams(value: unknown): value is PaymentCaptureParams {
  return isValid(checkPaymentCaptureParams, value);
}

/**
 * Validates the value; returns it typed as `PaymentCaptureParams`, or its issues.
 *
 * @example
 * ```ts
 * const result = validatePaymentCaptureParams({});
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentCaptureParams = /* @__PURE__ */ validator<PaymentCaptureParams>(checkPaymentCaptureParams);
