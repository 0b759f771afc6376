// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { SettlementTransaction } from "@vinr/types";
import { checkCurrency, explainCurrency } from "./currency.js";
import { checkSignedAmount } from "./signed-amount.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { failText, integer, orNull, string } from "../runtime/scalars.js";
import { validator } from "../runtime/validate.js";
import { asObject, isLonger, isShorter } from "../runtime/values.js";

const settlementTransactionIdPattern = /^btx_[A-Za-z0-9]+$/u;
const settlementTransactionId = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 64) && settlementTransactionIdPattern.test(value)) || failText(value, 5, 64, at, settlementTransactionIdPattern);
const settlementTransactionSourcePattern = /^(pay|re|dp)_[A-Za-z0-9]+$/u;
const settlementTransactionSource = (value: unknown, at?: Trail): boolean => value === null || (typeof value === "string" && !isLonger(value, 64) && !isShorter(value, 4) && settlementTransactionSourcePattern.test(value)) || failText(value, 4, 64, orNull(at), settlementTransactionSourcePattern);
const settlementTransactionFee = (value: unknown, at?: Trail): boolean => integer(value, -999999999999, 999999999999, at);
const settlementTransactionMembers: MemberTable = {
  id: settlementTransactionId,
  object: "settlement_transaction",
  type: string,
  source: settlementTransactionSource,
  gross: checkSignedAmount,
  fee: settlementTransactionFee,
  net: settlementTransactionFee,
  currency: explainCurrency,
  created_at: explainTimestamp,
};

/**
 * Whether a value is of type `SettlementTransaction`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isSettlementTransaction({
 *   id: "btx_4zY8wV",
 *   object: "settlement_transaction",
 *   type: "fee",
 *   source: null,
 *   gross: 0,
 *   fee: -60,
 *   net: -60,
 *   currency: "EUR",
 *   created_at: "2026-04-19T23:59:59Z",
 * }); // true
 * ```
 */
export function isSettlementTransaction(value: unknown): value is SettlementTransaction {
  try {
    return checkSettlementTransaction(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `SettlementTransaction`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateSettlementTransaction(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateSettlementTransaction = /* @__PURE__ */ validator<SettlementTransaction>(checkSettlementTransaction, explainSettlementTransaction);

/** @internal */
export function checkSettlementTransaction(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!settlementTransactionId(object.id)) return false;
  if (object.object !== "settlement_transaction") return false;
  if (!string(object.type)) return false;
  if (!settlementTransactionSource(object.source)) return false;
  if (!checkSignedAmount(object.gross)) return false;
  if (!settlementTransactionFee(object.fee)) return false;
  if (!settlementTransactionFee(object.net)) return false;
  if (!checkCurrency(object.currency)) return false;
  if (!checkTimestamp(object.created_at)) return false;
  return true;
}

/** @internal */
export function explainSettlementTransaction(value: unknown, at: Trail): boolean {
  return explainObject(value, at, settlementTransactionMembers, 9);
}
