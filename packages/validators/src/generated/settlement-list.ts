// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { SettlementList } from "@vinr/types";
import { checkPage } from "./page.js";
import { checkSettlement } from "./settlement.js";
import { array } from "../runtime/arrays.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { constant } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

const settlementListData = /* @__PURE__ */ array(0, 100, checkSettlement);

/** @internal */
export const checkSettlementList: Check = /* @__PURE__ */ object(
  (members, context) =>
    constant(members.object, context, "object", "list") &&
    settlementListData(members.data, context, "data") &&
    checkPage(members.page, context, "page"),
);

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
  return isValid(checkSettlementList, value);
}

/**
 * Validates the value; returns it typed as `SettlementList`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateSettlementList(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateSettlementList = /* @__PURE__ */ validator<SettlementList>(checkSettlementList);
