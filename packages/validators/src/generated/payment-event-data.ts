// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentEventData } from "@vinr/types";
import { checkPayment, explainPayment } from "./payment.js";
import { fail, type Trail } from "../runtime/issues.js";
import { explainProperty } from "../runtime/properties.js";
import { explain, validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

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
export const validatePaymentEventData = /* @__PURE__ */ validator<PaymentEventData>(
  function validatePaymentEventData(value, options) {
    if (isPaymentEventData(value)) return { ok: true, value };
    return explain(value, explainPaymentEventData, options);
  },
);

/** @internal */
export function checkPaymentEventData(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  const object2 = object.object;
  if (!checkPayment(object2)) return false;
  return true;
}

/** @internal */
export function explainPaymentEventData(value: unknown, at: Trail): void {
  const object = asObject(value);
  if (object === undefined) {
    fail(at, value, "type", "an object");
  } else {
    explainProperty(at, object, "object", true, explainPayment);
  }
}
