// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Refund } from "@vinr/types";
import { checkAmount, explainAmount } from "./amount.js";
import { checkCurrency, explainCurrency } from "./currency.js";
import { checkMetadata, explainMetadata } from "./metadata.js";
import { checkPaymentId, explainPaymentId } from "./payment-id.js";
import { checkRefundId, explainRefundId } from "./refund-id.js";
import { checkRefundReason, explainRefundReason } from "./refund-reason.js";
import { checkRefundStatus, explainRefundStatus } from "./refund-status.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { fail, failRequired, type Trail } from "../runtime/issues.js";
import { explainProperty } from "../runtime/properties.js";
import { explain, validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

/**
 * Whether a value is of type `Refund`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export function isRefund(value: unknown): value is Refund {
  try {
    return checkRefund(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `Refund`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export const validateRefund = /* @__PURE__ */ validator<Refund>(
  function validateRefund(value, options) {
    if (isRefund(value)) return { ok: true, value };
    return explain(value, explainRefund, options);
  },
);

/** @internal */
export function checkRefund(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  const id = object.id;
  if (!checkRefundId(id)) return false;
  const object2 = object.object;
  if (object2 !== "refund") return false;
  const payment = object.payment;
  if (!checkPaymentId(payment)) return false;
  const amount = object.amount;
  if (!checkAmount(amount)) return false;
  const currency = object.currency;
  if (!checkCurrency(currency)) return false;
  const status = object.status;
  if (!checkRefundStatus(status)) return false;
  const reason = object.reason;
  if (reason !== undefined) {
    if (!checkRefundReason(reason)) return false;
  }
  const metadata = object.metadata;
  if (!checkMetadata(metadata)) return false;
  const createdAt = object.created_at;
  if (!checkTimestamp(createdAt)) return false;
  return true;
}

/** @internal */
export function explainRefund(value: unknown, at: Trail): void {
  const object = asObject(value);
  if (object === undefined) {
    fail(at, value, "type", "an object");
  } else {
    explainProperty(at, object, "id", true, explainRefundId);
    at.path.push("object");
    const object2 = object.object;
    if (object2 === undefined) {
      failRequired(at);
    } else {
      if (object2 !== "refund") fail(at, object2, "const", "\"refund\"");
    }
    at.path.pop();
    explainProperty(at, object, "payment", true, explainPaymentId);
    explainProperty(at, object, "amount", true, explainAmount);
    explainProperty(at, object, "currency", true, explainCurrency);
    explainProperty(at, object, "status", true, explainRefundStatus);
    explainProperty(at, object, "reason", false, explainRefundReason);
    explainProperty(at, object, "metadata", true, explainMetadata);
    explainProperty(at, object, "created_at", true, explainTimestamp);
  }
}
