// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Payment } from "@vinr/types";
import { checkAmount, explainAmount } from "./amount.js";
import { checkCurrency, explainCurrency } from "./currency.js";
import { checkDescription, explainDescription } from "./description.js";
import { checkMetadata, explainMetadata } from "./metadata.js";
import { checkPaymentFailure, explainPaymentFailure } from "./payment-failure.js";
import { checkPaymentId, explainPaymentId } from "./payment-id.js";
import { checkPaymentStatus, explainPaymentStatus } from "./payment-status.js";
import { checkReturnUrl, explainReturnUrl } from "./return-url.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { isUri } from "../runtime/addresses.js";
import { fail, failRequired, type Trail } from "../runtime/issues.js";
import { explainProperty } from "../runtime/properties.js";
import { explain, validator } from "../runtime/validate.js";
import { asObject, countCharacters, isLonger } from "../runtime/values.js";

/**
 * Whether a value is of type `Payment`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export function isPayment(value: unknown): value is Payment {
  try {
    return checkPayment(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `Payment`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export const validatePayment = /* @__PURE__ */ validator<Payment>(
  function validatePayment(value, options) {
    if (isPayment(value)) return { ok: true, value };
    return explain(value, explainPayment, options);
  },
);

/** @internal */
export function checkPayment(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  const id = object.id;
  if (!checkPaymentId(id)) return false;
  const object2 = object.object;
  if (object2 !== "payment") return false;
  const status = object.status;
  if (!checkPaymentStatus(status)) return false;
  const amount = object.amount;
  if (!checkAmount(amount)) return false;
  const currency = object.currency;
  if (!checkCurrency(currency)) return false;
  const amountCapturable = object.amountCapturable;
  if (amountCapturable !== undefined) {
    if (typeof amountCapturable !== "number" || !Number.isInteger(amountCapturable)) return false;
    if (amountCapturable < 0) return false;
    if (amountCapturable > 999999999999) return false;
  }
  const amountCaptured = object.amountCaptured;
  if (amountCaptured !== undefined) {
    if (typeof amountCaptured !== "number" || !Number.isInteger(amountCaptured)) return false;
    if (amountCaptured < 0) return false;
    if (amountCaptured > 999999999999) return false;
  }
  const amountRefunded = object.amountRefunded;
  if (amountRefunded !== undefined) {
    if (typeof amountRefunded !== "number" || !Number.isInteger(amountRefunded)) return false;
    if (amountRefunded < 0) return false;
    if (amountRefunded > 999999999999) return false;
  }
  const description = object.description;
  if (description !== undefined) {
    if (!checkDescription(description)) return false;
  }
  const returnUrl = object.returnUrl;
  if (returnUrl !== undefined) {
    if (!checkReturnUrl(returnUrl)) return false;
  }
  const checkoutUrl = object.checkoutUrl;
  if (checkoutUrl !== undefined) {
    if (typeof checkoutUrl !== "string") return false;
    if (isLonger(checkoutUrl, 2048)) return false;
    if (!isUri(checkoutUrl)) return false;
  }
  const failure = object.failure;
  if (failure !== undefined) {
    if (!checkPaymentFailure(failure)) return false;
  }
  const metadata = object.metadata;
  if (!checkMetadata(metadata)) return false;
  const createdAt = object.created_at;
  if (!checkTimestamp(createdAt)) return false;
  return true;
}

/** @internal */
export function explainPayment(value: unknown, at: Trail): void {
  const object = asObject(value);
  if (object === undefined) {
    fail(at, value, "type", "an object");
  } else {
    explainProperty(at, object, "id", true, explainPaymentId);
    at.path.push("object");
    const object2 = object.object;
    if (object2 === undefined) {
      failRequired(at);
    } else {
      if (object2 !== "payment") fail(at, object2, "const", "\"payment\"");
    }
    at.path.pop();
    explainProperty(at, object, "status", true, explainPaymentStatus);
    explainProperty(at, object, "amount", true, explainAmount);
    explainProperty(at, object, "currency", true, explainCurrency);
    at.path.push("amountCapturable");
    const amountCapturable = object.amountCapturable;
    if (amountCapturable !== undefined) {
      if (typeof amountCapturable !== "number" || !Number.isInteger(amountCapturable)) {
        fail(at, amountCapturable, "type", "an integer");
      } else {
        if (amountCapturable < 0) fail(at, amountCapturable, "minimum", "at least 0");
        if (amountCapturable > 999999999999) fail(at, amountCapturable, "maximum", "at most 999999999999");
      }
    }
    at.path.pop();
    at.path.push("amountCaptured");
    const amountCaptured = object.amountCaptured;
    if (amountCaptured !== undefined) {
      if (typeof amountCaptured !== "number" || !Number.isInteger(amountCaptured)) {
        fail(at, amountCaptured, "type", "an integer");
      } else {
        if (amountCaptured < 0) fail(at, amountCaptured, "minimum", "at least 0");
        if (amountCaptured > 999999999999) fail(at, amountCaptured, "maximum", "at most 999999999999");
      }
    }
    at.path.pop();
    at.path.push("amountRefunded");
    const amountRefunded = object.amountRefunded;
    if (amountRefunded !== undefined) {
      if (typeof amountRefunded !== "number" || !Number.isInteger(amountRefunded)) {
        fail(at, amountRefunded, "type", "an integer");
      } else {
        if (amountRefunded < 0) fail(at, amountRefunded, "minimum", "at least 0");
        if (amountRefunded > 999999999999) fail(at, amountRefunded, "maximum", "at most 999999999999");
      }
    }
    at.path.pop();
    explainProperty(at, object, "description", false, explainDescription);
    explainProperty(at, object, "returnUrl", false, explainReturnUrl);
    at.path.push("checkoutUrl");
    const checkoutUrl = object.checkoutUrl;
    if (checkoutUrl !== undefined) {
      if (typeof checkoutUrl !== "string") {
        fail(at, checkoutUrl, "type", "a string");
      } else {
        if (isLonger(checkoutUrl, 2048)) {
          fail(at, countCharacters(checkoutUrl), "max_length", "at most 2048 characters long");
        } else {
          if (!isUri(checkoutUrl)) fail(at, checkoutUrl, "format", "an absolute URI");
        }
      }
    }
    at.path.pop();
    explainProperty(at, object, "failure", false, explainPaymentFailure);
    explainProperty(at, object, "metadata", true, explainMetadata);
    explainProperty(at, object, "created_at", true, explainTimestamp);
  }
}
