// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { SettlementTransactionList } from "@vinr/types";
import { checkPage } from "./page.js";
import { checkSettlementTransaction } from "./settlement-transaction.js";
import { array } from "../runtime/arrays.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { constant } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

const settlementTransactionListData = /* @__PURE__ */ array(0, 100, checkSettlementTransaction);

/** @internal */
export const checkSettlementTransactionList: Check = /* @__PURE__ */ object(
  (members, context) =>
    constant(members.object, context, "object", "list") &&
    settlementTransactionListData(members.data, context, "data") &&
    checkPage(members.page, context, "page"),
);

/**
 * Whether a value is of type `SettlementTransactionList`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isSettlementTransactionList({
 *   object: "list",
 *   data: [
 *     {
 *       id: "btx_4zY8wV",
 *       object: "settlement_transaction",
 *       type: "fee",
 *       source: null,
 *       gross: 0,
 *       fee: -60,
 *       net: -60,
 *       currency: "EUR",
 *       created_at: "2026-04-19T23:59:59Z",
 *     },
 *     {
 *       id: "btx_3yX7vU",
 *       object: "settlement_transaction",
 *       type: "refund",
 *       source: "re_2bN7vC",
 *       gross: -4999,
 *       fee: 0,
 *       net: -4999,
 *       currency: "EUR",
 *       created_at: "2026-04-16T14:05:00Z",
 *     },
 *     {
 *       id: "btx_2xW6uT",
 *       object: "settlement_transaction",
 *       type: "payment",
 *       source: "pay_1234567890",
 *       gross: 1000,
 *       fee: -34,
 *       net: 966,
 *       currency: "EUR",
 *       created_at: "2026-04-15T10:31:12Z",
 *     },
 *     {
 *       id: "btx_1wV5tS",
 *       object: "settlement_transaction",
 *       type: "payment",
 *       source: "pay_7rP1gS0bY",
 *       gross: 183500,
 *       fee: -5144,
 *       net: 178356,
 *       currency: "EUR",
 *       created_at: "2026-04-15T08:00:00Z",
 *     },
 *   ],
 *   page: { has_more: false, next_cursor: null, total_estimate: 4 },
 * }); // true
 * ```
 */
export function isSettlementTransactionList(value: unknown): value is SettlementTransactionList {
  return isValid(checkSettlementTransactionList, value);
}

/**
 * Validates the value; returns it typed as `SettlementTransactionList`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateSettlementTransactionList(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateSettlementTransactionList = /* @__PURE__ */ validator<SettlementTransactionList>(checkSettlementTransactionList);
