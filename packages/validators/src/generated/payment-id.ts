// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentId } from "@vinr/types";
import { fail, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";
import { countCharacters, isLonger, isShorter } from "../runtime/values.js";

const paymentIdPattern = /^pay_[A-Za-z0-9]+$/u;

/** Whether a value is of type `PaymentId`. Never throws, and allocates nothing for plain data. */
export function isPaymentId(value: unknown): value is PaymentId {
  try {
    return checkPaymentId(value);
  } catch {
    return false;
  }
}

/** Gives the value as a `PaymentId`, or all that is wrong with it. */
export const validatePaymentId = /* @__PURE__ */ validator<PaymentId>(
  function validatePaymentId(value, options) {
    if (isPaymentId(value)) return { ok: true, value };
    return explain(value, explainPaymentId, options);
  },
);

/** @internal */
export function checkPaymentId(value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (isLonger(value, 64)) return false;
  if (isShorter(value, 5)) return false;
  if (!paymentIdPattern.test(value)) return false;
  return true;
}

/** @internal */
export function explainPaymentId(value: unknown, at: Trail): void {
  if (typeof value !== "string") {
    fail(at, value, "type", "a string");
  } else {
    if (isLonger(value, 64)) {
      fail(at, countCharacters(value), "max_length", "at most 64 characters long");
    } else {
      if (isShorter(value, 5)) fail(at, countCharacters(value), "min_length", "at least 5 characters long");
      if (!paymentIdPattern.test(value)) fail(at, value, "pattern", "text that matches ^pay_[A-Za-z0-9]+$");
    }
  }
}
