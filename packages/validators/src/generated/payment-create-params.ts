// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentCreateParams } from "@vinr/types";
import { checkAmount, explainAmount } from "./amount.js";
import { checkCurrency, explainCurrency } from "./currency.js";
import { checkDescription, explainDescription } from "./description.js";
import { checkMetadata, explainMetadata } from "./metadata.js";
import { checkReturnUrl, explainReturnUrl } from "./return-url.js";
import { fail, failUnknown, isFull, type Trail } from "../runtime/issues.js";
import { explainProperty } from "../runtime/properties.js";
import { explain, validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

const paymentCreateParamsNames: readonly string[] = ["amount", "currency", "returnUrl", "description", "capture", "metadata"];

/** Whether a value is of type `PaymentCreateParams`. Never throws, and allocates nothing for plain data. */
export function isPaymentCreateParams(value: unknown): value is PaymentCreateParams {
  try {
    return checkPaymentCreateParams(value);
  } catch {
    return false;
  }
}

/** Gives the value as a `PaymentCreateParams`, or all that is wrong with it. */
export const validatePaymentCreateParams = /* @__PURE__ */ validator<PaymentCreateParams>(
  function validatePaymentCreateParams(value, options) {
    if (isPaymentCreateParams(value)) return { ok: true, value };
    return explain(value, explainPaymentCreateParams, options);
  },
);

/** @internal */
export function checkPaymentCreateParams(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  const amount = object.amount;
  if (!checkAmount(amount)) return false;
  const currency = object.currency;
  if (!checkCurrency(currency)) return false;
  const returnUrl = object.returnUrl;
  if (!checkReturnUrl(returnUrl)) return false;
  const description = object.description;
  if (description !== undefined) {
    if (!checkDescription(description)) return false;
  }
  const capture = object.capture;
  if (capture !== undefined) {
    if (typeof capture !== "boolean") return false;
  }
  const metadata = object.metadata;
  if (metadata !== undefined) {
    if (!checkMetadata(metadata)) return false;
  }
  for (const key in object) {
    switch (key) {
      case "amount":
      case "currency":
      case "returnUrl":
      case "description":
      case "capture":
      case "metadata":
        break;
      default:
        return false;
    }
  }
  return true;
}

/** @internal */
export function explainPaymentCreateParams(value: unknown, at: Trail): void {
  const object = asObject(value);
  if (object === undefined) {
    fail(at, value, "type", "an object");
  } else {
    explainProperty(at, object, "amount", true, explainAmount);
    explainProperty(at, object, "currency", true, explainCurrency);
    explainProperty(at, object, "returnUrl", true, explainReturnUrl);
    explainProperty(at, object, "description", false, explainDescription);
    at.path.push("capture");
    const capture = object.capture;
    if (capture !== undefined) {
      if (typeof capture !== "boolean") fail(at, capture, "type", "a boolean");
    }
    at.path.pop();
    explainProperty(at, object, "metadata", false, explainMetadata);
    for (const key in object) {
      if (isFull(at)) break;
      at.path.push(key);
      if (!paymentCreateParamsNames.includes(key)) {
        failUnknown(at, key, paymentCreateParamsNames);
      }
      at.path.pop();
    }
  }
}
