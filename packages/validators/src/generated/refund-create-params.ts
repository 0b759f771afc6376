// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RefundCreateParams } from "@vinr/types";
import { checkMetadata, explainMetadata } from "./metadata.js";
import { checkPaymentId, explainPaymentId } from "./payment-id.js";
import { checkRefundReasonStrict, explainRefundReasonStrict } from "./refund-reason.js";
import { fail, failUnknown, isFull, type Trail } from "../runtime/issues.js";
import { explainProperty } from "../runtime/properties.js";
import { explain, validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

const refundCreateParamsNames: readonly string[] = ["payment", "amount", "reason", "metadata"];

/** Whether a value is of type `RefundCreateParams`. Never throws, and allocates nothing for plain data. */
export function isRefundCreateParams(value: unknown): value is RefundCreateParams {
  try {
    return checkRefundCreateParams(value);
  } catch {
    return false;
  }
}

/** Gives the value as a `RefundCreateParams`, or all that is wrong with it. */
export const validateRefundCreateParams = /* @__PURE__ */ validator<RefundCreateParams>(
  function validateRefundCreateParams(value, options) {
    if (isRefundCreateParams(value)) return { ok: true, value };
    return explain(value, explainRefundCreateParams, options);
  },
);

/** @internal */
export function checkRefundCreateParams(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  const payment = object.payment;
  if (!checkPaymentId(payment)) return false;
  const amount = object.amount;
  if (amount !== undefined) {
    if (typeof amount !== "number" || !Number.isInteger(amount)) return false;
    if (amount < 1) return false;
    if (amount > 999999999999) return false;
  }
  const reason = object.reason;
  if (reason !== undefined) {
    if (!checkRefundReasonStrict(reason)) return false;
  }
  const metadata = object.metadata;
  if (metadata !== undefined) {
    if (!checkMetadata(metadata)) return false;
  }
  for (const key in object) {
    switch (key) {
      case "payment":
      case "amount":
      case "reason":
      case "metadata":
        break;
      default:
        return false;
    }
  }
  return true;
}

/** @internal */
export function explainRefundCreateParams(value: unknown, at: Trail): void {
  const object = asObject(value);
  if (object === undefined) {
    fail(at, value, "type", "an object");
  } else {
    explainProperty(at, object, "payment", true, explainPaymentId);
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
    explainProperty(at, object, "reason", false, explainRefundReasonStrict);
    explainProperty(at, object, "metadata", false, explainMetadata);
    for (const key in object) {
      if (isFull(at)) break;
      at.path.push(key);
      if (!refundCreateParamsNames.includes(key)) {
        failUnknown(at, key, refundCreateParamsNames);
      }
      at.path.pop();
    }
  }
}
