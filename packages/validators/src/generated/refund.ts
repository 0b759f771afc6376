// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Refund } from "@vinr/types";
import { checkAmount } from "./amount.js";
import { checkCurrency, explainCurrency } from "./currency.js";
import { checkMetadata } from "./metadata.js";
import { checkPaymentId, explainPaymentId } from "./payment-id.js";
import { checkRefundId, explainRefundId } from "./refund-id.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { string } from "../runtime/scalars.js";
import { validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

const refundMembers: MemberTable = {
  id: explainRefundId,
  object: "refund",
  payment: explainPaymentId,
  amount: checkAmount,
  currency: explainCurrency,
  status: string,
  metadata: checkMetadata,
  created_at: explainTimestamp,
  reason: string,
};

/**
 * Whether a value is of type `Refund`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isRefund({
 *   id: "re_2bN7vC",
 *   object: "refund",
 *   payment: "pay_7rP1gS0bY",
 *   amount: 4999,
 *   currency: "EUR",
 *   status: "pending",
 *   reason: "requested_by_customer",
 *   metadata: { ticket: "T-77" },
 *   created_at: "2026-04-16T14:05:00Z",
 * }); // true
 * ```
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
 *
 * @example
 * ```ts
 * const result = validateRefund(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateRefund = /* @__PURE__ */ validator<Refund>(checkRefund, explainRefund);

/** @internal */
export function checkRefund(value: unknown): boolean {
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

/** @internal */
export function explainRefund(value: unknown, at: Trail): boolean {
  return explainObject(value, at, refundMembers, 8);
}
