// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Settlement } from "@vinr/types";
import { checkCurrency } from "./currency.js";
import { checkSettlementId } from "./settlement-id.js";
import { checkTimestamp } from "./timestamp.js";
import { dateTime } from "../runtime/formats.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { boundedString, constant, integer, nullable, string } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

const settlementGrossAmount = /* @__PURE__ */ integer(0, 999999999999);
const settlementNetAmount = /* @__PURE__ */ integer(-999999999999, 999999999999);
const settlementPayoutId = /* @__PURE__ */ nullable(/* @__PURE__ */ boundedString(4, 64, /^po_[A-Za-z0-9]+$/u));
const settlementPeriodStart = /* @__PURE__ */ boundedString(0, 40, undefined, dateTime);

/** @internal */
export const checkSettlement: Check = /* @__PURE__ */ object(
  (members, at) =>
    checkSettlementId(members.id, at, "id") &&
    constant(members.object, at, "object", "settlement") &&
    string(members.status, at, "status") &&
    checkCurrency(members.currency, at, "currency") &&
    settlementGrossAmount(members.grossAmount, at, "grossAmount") &&
    settlementGrossAmount(members.refundedAmount, at, "refundedAmount") &&
    settlementGrossAmount(members.feeAmount, at, "feeAmount") &&
    settlementNetAmount(members.netAmount, at, "netAmount") &&
    settlementPayoutId(members.payoutId, at, "payoutId") &&
    settlementPeriodStart(members.periodStart, at, "periodStart") &&
    settlementPeriodStart(members.periodEnd, at, "periodEnd") &&
    checkTimestamp(members.created_at, at, "created_at"),
);

/**
 * Whether a value is of type `Settlement`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isSettlement({
 *   id: "setl_3kQ9xZ",
 *   object: "settlement",
 *   status: "pending",
 *   currency: "EUR",
 *   grossAmount: 184500,
 *   refundedAmount: 4999,
 *   feeAmount: 5238,
 *   netAmount: 174263,
 *   payoutId: null,
 *   periodStart: "2026-04-13T00:00:00Z",
 *   periodEnd: "2026-04-20T00:00:00Z",
 *   created_at: "2026-04-20T02:00:00Z",
 * }); // true
 * ```
 */
export function isSettlement(value: unknown): value is Settlement {
  return isValid(checkSettlement, value);
}

/**
 * Gives the value as a `Settlement`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateSettlement(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateSettlement = /* @__PURE__ */ validator<Settlement>(checkSettlement);
