// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentFailure } from "@vinr/types";
import { checkPaymentFailureCategory, explainPaymentFailureCategory } from "./payment-failure-category.js";
import { fail, failRequired, type Trail } from "../runtime/issues.js";
import { explainProperty } from "../runtime/properties.js";
import { explain, validator } from "../runtime/validate.js";
import { asObject, countCharacters, isLonger } from "../runtime/values.js";

const paymentFailureCodePattern = /^[a-z][a-z0-9_]*$/u;

/**
 * Whether a value is of type `PaymentFailure`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
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
 */
export const validatePaymentFailure = /* @__PURE__ */ validator<PaymentFailure>(
  function validatePaymentFailure(value, options) {
    if (isPaymentFailure(value)) return { ok: true, value };
    return explain(value, explainPaymentFailure, options);
  },
);

/** @internal */
export function checkPaymentFailure(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  const code = object.code;
  if (typeof code !== "string") return false;
  if (isLonger(code, 64)) return false;
  if (!paymentFailureCodePattern.test(code)) return false;
  const category = object.category;
  if (!checkPaymentFailureCategory(category)) return false;
  const message = object.message;
  if (typeof message !== "string") return false;
  if (isLonger(message, 500)) return false;
  const retryable = object.retryable;
  if (typeof retryable !== "boolean") return false;
  return true;
}

/** @internal */
export function explainPaymentFailure(value: unknown, at: Trail): void {
  const object = asObject(value);
  if (object === undefined) {
    fail(at, value, "type", "an object");
  } else {
    at.path.push("code");
    const code = object.code;
    if (code === undefined) {
      failRequired(at);
    } else {
      if (typeof code !== "string") {
        fail(at, code, "type", "a string");
      } else {
        if (isLonger(code, 64)) {
          fail(at, countCharacters(code), "max_length", "at most 64 characters long");
        } else {
          if (!paymentFailureCodePattern.test(code)) fail(at, code, "pattern", "text that matches ^[a-z][a-z0-9_]*$");
        }
      }
    }
    at.path.pop();
    explainProperty(at, object, "category", true, explainPaymentFailureCategory);
    at.path.push("message");
    const message = object.message;
    if (message === undefined) {
      failRequired(at);
    } else {
      if (typeof message !== "string") {
        fail(at, message, "type", "a string");
      } else {
        if (isLonger(message, 500)) fail(at, countCharacters(message), "max_length", "at most 500 characters long");
      }
    }
    at.path.pop();
    at.path.push("retryable");
    const retryable = object.retryable;
    if (retryable === undefined) {
      failRequired(at);
    } else {
      if (typeof retryable !== "boolean") fail(at, retryable, "type", "a boolean");
    }
    at.path.pop();
  }
}
