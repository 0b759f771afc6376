// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { SettlementTransactionList } from "@vinr/types";
import { checkPage } from "./page.js";
import { checkSettlementTransaction } from "./settlement-transaction.js";
import { array, explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

const settlementTransactionListMembers: MemberTable = { object: "list", data: checkSettlementTransactionListData, page: checkPage };

/**
 * Whether a value is of type `SettlementTransactionList`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
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
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export const validateSettlementTransactionList = /* @__PURE__ */ validator<SettlementTransactionList>(checkSettlementTransactionList, checkSettlementTransactionList);

/** @internal */
export function checkSettlementTransactionList(value: unknown, at?: Trail): boolean {
  if (at !== undefined) return explainObject(value, at, settlementTransactionListMembers, 3);
  const object = asObject(value);
  if (object === undefined) return false;
  if (object.object !== "list") return false;
  if (!checkSettlementTransactionListData(object.data)) return false;
  if (!checkPage(object.page)) return false;
  return true;
}

function checkSettlementTransactionListData(value: unknown, at?: Trail): boolean {
  return array(value, 0, 100, at, checkSettlementTransaction);
}
