// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { SettlementTransactionList } from "@vinr/types";
import { checkPage, explainPage } from "./page.js";
import { checkSettlementTransaction, explainSettlementTransaction } from "./settlement-transaction.js";
import { explainArray, explainObject, type MemberTable } from "../../runtime/collections.js";
import { type Trail } from "../../runtime/issues.js";
import { validator } from "../../runtime/validate.js";
import { asObject, isArray } from "../../runtime/values.js";

const settlementTransactionListMembers: MemberTable = { object: "list", data: explainSettlementTransactionListData, page: explainPage };

/**
 * Whether a value is of type `SettlementTransactionList`. Never throws, and allocates nothing for plain data.
 * As it is described today: properties, enum values and tags that are not are refused.
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
  try {
    return checkSettlementTransactionList(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `SettlementTransactionList`, or all that is wrong with it.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * const result = validateSettlementTransactionList(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateSettlementTransactionList = /* @__PURE__ */ validator<SettlementTransactionList>(checkSettlementTransactionList, explainSettlementTransactionList);

/** @internal */
export function checkSettlementTransactionList(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (object.object !== "list") return false;
  if (!checkSettlementTransactionListData(object.data)) return false;
  if (!checkPage(object.page)) return false;
  for (const key in object) {
    switch (key) {
      case "object":
      case "data":
      case "page":
        break;
      default:
        return false;
    }
  }
  return true;
}

/** @internal */
export function explainSettlementTransactionList(value: unknown, at: Trail): boolean {
  return explainObject(value, at, settlementTransactionListMembers, 3, true);
}

function checkSettlementTransactionListData(value: unknown): boolean {
  if (!isArray(value)) return false;
  if (value.length > 100) return false;
  for (let i = 0; i < value.length; i++) {
    const item = value[i];
    if (!checkSettlementTransaction(item)) return false;
  }
  return true;
}

function explainSettlementTransactionListData(value: unknown, at: Trail): boolean {
  return explainArray(value, 0, 100, at, explainSettlementTransaction);
}
