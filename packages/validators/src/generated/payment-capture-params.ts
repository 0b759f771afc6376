// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentCaptureParams } from "@vinr/types";
import { fail, failUnknown, isFull, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

const paymentCaptureParamsNames: readonly string[] = ["amount"];

/** Whether a value is of type `PaymentCaptureParams`. Never throws, and allocates nothing for plain data. */
export function isPaymentCaptureParams(value: unknown): value is PaymentCaptureParams {
  try {
    return checkPaymentCaptureParams(value);
  } catch {
    return false;
  }
}

/** Gives the value as a `PaymentCaptureParams`, or all that is wrong with it. */
export const validatePaymentCaptureParams = /* @__PURE__ */ validator<PaymentCaptureParams>(
  function validatePaymentCaptureParams(value, options) {
    if (isPaymentCaptureParams(value)) return { ok: true, value };
    return explain(value, explainPaymentCaptureParams, options);
  },
);

/** @internal */
export function checkPaymentCaptureParams(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  const amount = object.amount;
  if (amount !== undefined) {
    if (typeof amount !== "number" || !Number.isInteger(amount)) return false;
    if (amount < 1) return false;
    if (amount > 999999999999) return false;
  }
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
export function explainPaymentCaptureParams(value: unknown, at: Trail): void {
  const object = asObject(value);
  if (object === undefined) {
    fail(at, value, "type", "an object");
  } else {
    at.path.push("amount");
    const amount = object.amount;
    if (amount !== undefined) {
      if (typeof amount !== "number" || !Number.isInteger(amount)) {
        fail(at, amount, "type", "an integer");
      } else {
        if (amount < 1) fail(at, amount, "minimum", "at least 1");
        if (amount > 999999999999) fail(at, amount, "maximum", "at most 999999999999");
      }
    }
    at.path.pop();
    for (const key in object) {
      if (isFull(at)) break;
      at.path.push(key);
      if (!paymentCaptureParamsNames.includes(key)) {
        failUnknown(at, key, paymentCaptureParamsNames);
      }
      at.path.pop();
    }
  }
}
