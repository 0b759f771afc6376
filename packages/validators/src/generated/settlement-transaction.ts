// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { SettlementTransaction } from "@vinr/types";
import { checkCurrency } from "./currency.js";
import { checkSignedAmount } from "./signed-amount.js";
import { checkTimestamp } from "./timestamp.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { boundedString, constant, integer, nullable, string } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

const settlementTransactionId = /* @__PURE__ */ boundedString(5, 64, /^btx_[A-Za-z0-9]+$/u);
const settlementTransactionSource = /* @__PURE__ */ nullable(/* @__PURE__ */ boundedString(4, 64, /^(pay|re|dp)_[A-Za-z0-9]+$/u));
const settlementTransactionFee = /* @__PURE__ */ integer(-999999999999, 999999999999);
const settlementTransactionNet = /* @__PURE__ */ integer(-999999999999, 999999999999);

/** @internal */
export const checkSettlementTransaction: Check = /* @__PURE__ */ object(
  (members, context) =>
    settlementTransactionId(members.id, context, "id") &&
    constant(members.object, context, "object", "settlement_transaction") &&
    string(members.type, context, "type") &&
    settlementTransactionSource(members.source, context, "source") &&
    checkSignedAmount(members.gross, context, "gross") &&
    settlementTransactionFee(members.fee, context, "fee") &&
    settlementTransactionNet(members.net, context, "net") &&
    checkCurrency(members.currency, context, "currency") &&
    checkTimestamp(members.created_at, context, "created_at"),
);

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
  return isValid(checkSettlementTransaction, value);
}

/**
 * Validates the value; returns it typed as `SettlementTransaction`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateSettlementTransaction(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateSettlementTransaction = /* @__PURE__ */ validator<SettlementTransaction>(checkSettlementTransaction);
