// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentEventData } from "@vinr/types";
import { checkPayment, explainPayment } from "./payment.js";
import { holder } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { validator } from "../runtime/validate.js";

const paymentEventDataMember = (value: unknown, at?: Trail): unknown => (at === undefined ? checkPayment(value) : explainPayment(value, at));

/**
 * Whether a value is of type `PaymentEventData`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export function isPaymentEventData(value: unknown): value is PaymentEventData {
  try {
    return checkPaymentEventData(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `PaymentEventData`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export const validatePaymentEventData = /* @__PURE__ */ validator<PaymentEventData>(checkPaymentEventData, checkPaymentEventData);

/** @internal */
export function checkPaymentEventData(value: unknown, at?: Trail): boolean {
  return holder(value, "object", paymentEventDataMember, at);
}
