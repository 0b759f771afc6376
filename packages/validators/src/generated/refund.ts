// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Refund } from "@vinr/types";
import { checkAmount } from "./amount.js";
import { checkCurrency } from "./currency.js";
import { checkMetadata } from "./metadata.js";
import { checkPaymentId } from "./payment-id.js";
import { checkRefundId } from "./refund-id.js";
import { checkTimestamp } from "./timestamp.js";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { string } from "../runtime/scalars.js";
import { validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

const refundMembers: MemberTable = {
  id: checkRefundId,
  object: "refund",
  payment: checkPaymentId,
  amount: checkAmount,
  currency: checkCurrency,
  status: string,
  metadata: checkMetadata,
  created_at: checkTimestamp,
  reason: string,
};

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
export const validateRefund = /* @__PURE__ */ validator<Refund>(checkRefund, checkRefund);

/** @internal */
export function checkRefund(value: unknown, at?: Trail): boolean {
  if (at !== undefined) return explainObject(value, at, refundMembers, 8);
  const object = asObject(value);
  if (object === undefined) return false;
  if (!checkRefundId(object.id)) return false;
  if (object.object !== "refund") return false;
  if (!checkPaymentId(object.payment)) return false;
  if (!checkAmount(object.amount)) return false;
  if (!checkCurrency(object.currency)) return false;
  if (!string(object.status)) return false;
  if (object.reason !== undefined && !string(object.reason)) return false;
  if (!checkMetadata(object.metadata)) return false;
  if (!checkTimestamp(object.created_at)) return false;
  return true;
}
