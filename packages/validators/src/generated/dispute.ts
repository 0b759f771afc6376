// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Dispute } from "@vinr/types";
import { checkAmount, explainAmount } from "./amount.js";
import { checkCurrency, explainCurrency } from "./currency.js";
import { checkDisputeStatus, explainDisputeStatus } from "./dispute-status.js";
import { checkPaymentId, explainPaymentId } from "./payment-id.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { fail, failRequired, type Trail } from "../runtime/issues.js";
import { explainProperty } from "../runtime/properties.js";
import { explain, validator } from "../runtime/validate.js";
import { asObject, countCharacters, isLonger, isShorter } from "../runtime/values.js";

const disputeIdPattern = /^dp_[A-Za-z0-9]+$/u;

/**
 * Whether a value is of type `Dispute`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export function isDispute(value: unknown): value is Dispute {
  try {
    return checkDispute(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `Dispute`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export const validateDispute = /* @__PURE__ */ validator<Dispute>(
  function validateDispute(value, options) {
    if (isDispute(value)) return { ok: true, value };
    return explain(value, explainDispute, options);
  },
);

/** @internal */
export function checkDispute(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  const id = object.id;
  if (typeof id !== "string") return false;
  if (isLonger(id, 64)) return false;
  if (isShorter(id, 4)) return false;
  if (!disputeIdPattern.test(id)) return false;
  const object2 = object.object;
  if (object2 !== "dispute") return false;
  const payment = object.payment;
  if (!checkPaymentId(payment)) return false;
  const amount = object.amount;
  if (!checkAmount(amount)) return false;
  const currency = object.currency;
  if (!checkCurrency(currency)) return false;
  const status = object.status;
  if (!checkDisputeStatus(status)) return false;
  const createdAt = object.created_at;
  if (!checkTimestamp(createdAt)) return false;
  return true;
}

/** @internal */
export function explainDispute(value: unknown, at: Trail): void {
  const object = asObject(value);
  if (object === undefined) {
    fail(at, value, "type", "an object");
  } else {
    at.path.push("id");
    const id = object.id;
    if (id === undefined) {
      failRequired(at);
    } else {
      if (typeof id !== "string") {
        fail(at, id, "type", "a string");
      } else {
        if (isLonger(id, 64)) {
          fail(at, countCharacters(id), "max_length", "at most 64 characters long");
        } else {
          if (isShorter(id, 4)) fail(at, countCharacters(id), "min_length", "at least 4 characters long");
          if (!disputeIdPattern.test(id)) fail(at, id, "pattern", "text that matches ^dp_[A-Za-z0-9]+$");
        }
      }
    }
    at.path.pop();
    at.path.push("object");
    const object2 = object.object;
    if (object2 === undefined) {
      failRequired(at);
    } else {
      if (object2 !== "dispute") fail(at, object2, "const", "\"dispute\"");
    }
    at.path.pop();
    explainProperty(at, object, "payment", true, explainPaymentId);
    explainProperty(at, object, "amount", true, explainAmount);
    explainProperty(at, object, "currency", true, explainCurrency);
    explainProperty(at, object, "status", true, explainDisputeStatus);
    explainProperty(at, object, "created_at", true, explainTimestamp);
  }
}
