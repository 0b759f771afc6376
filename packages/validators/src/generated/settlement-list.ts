// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { SettlementList } from "@vinr/types";
import { checkPage, explainPage } from "./page.js";
import { checkSettlement, explainSettlement } from "./settlement.js";
import { explainArray, explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { validator } from "../runtime/validate.js";
import { asObject, isArray } from "../runtime/values.js";

const settlementListMembers: MemberTable = { object: "list", data: explainSettlementListData, page: explainPage };

/**
 * Whether a value is of type `SettlementList`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isSettlementList({
 *   object: "list",
 *   data: [
 *     {
 *       id: "setl_3kQ9xZ",
 *       object: "settlement",
 *       status: "paid",
 *       currency: "EUR",
 *       grossAmount: 184500,
 *       refundedAmount: 4999,
 *       feeAmount: 5238,
 *       netAmount: 174263,
 *       payoutId: "po_9hT2mK",
 *       periodStart: "2026-04-13T00:00:00Z",
 *       periodEnd: "2026-04-20T00:00:00Z",
 *       created_at: "2026-04-20T02:00:00Z",
 *     },
 *   ],
 *   page: { has_more: false, next_cursor: null, total_estimate: 1 },
 * }); // true
 * ```
 */
export function isSettlementList(value: unknown): value is SettlementList {
  try {
    return checkSettlementList(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `SettlementList`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateSettlementList(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateSettlementList = /* @__PURE__ */ validator<SettlementList>(checkSettlementList, explainSettlementList);

/** @internal */
export function checkSettlementList(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (object.object !== "list") return false;
  if (!checkSettlementListData(object.data)) return false;
  if (!checkPage(object.page)) return false;
  return true;
}

/** @internal */
export function explainSettlementList(value: unknown, at: Trail): boolean {
  return explainObject(value, at, settlementListMembers, 3);
}

function checkSettlementListData(value: unknown): boolean {
  if (!isArray(value)) return false;
  if (value.length > 100) return false;
  for (let i = 0; i < value.length; i++) {
    const item = value[i];
    if (!checkSettlement(item)) return false;
  }
  return true;
}

function explainSettlementListData(value: unknown, at: Trail): boolean {
  return explainArray(value, 0, 100, at, explainSettlement);
}
