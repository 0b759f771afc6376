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
const settlementRefundedAmount = /* @__PURE__ */ integer(0, 999999999999);
const settlementFeeAmount = /* @__PURE__ */ integer(0, 999999999999);
const settlementNetAmount = /* @__PURE__ */ integer(-999999999999, 999999999999);
const settlementPayoutId = /* @__PURE__ */ nullable(/* @__PURE__ */ boundedString(4, 64, /^po_[A-Za-z0-9]+$/u));
const dateTimeUpToLength40 = /* @__PURE__ */ boundedString(0, 40, undefined, dateTime);

/** @internal */
export const checkSettlement: Check = /* @__PURE__ */ object(
  (members, context) =>
    checkSettlementId(members.id, context, "id") &&
    constant(members.object, context, "object", "settlement") &&
    string(members.status, context, "status") &&
    checkCurrency(members.currency, context, "currency") &&
    settlementGrossAmount(members.grossAmount, context, "grossAmount") &&
    settlementRefundedAmount(members.refundedAmount, context, "refundedAmount") &&
    settlementFeeAmount(members.feeAmount, context, "feeAmount") &&
    settlementNetAmount(members.netAmount, context, "netAmount") &&
    settlementPayoutId(members.payoutId, context, "payoutId") &&
    dateTimeUpToLength40(members.periodStart, context, "periodStart") &&
    dateTimeUpToLength40(members.periodEnd, context, "periodEnd") &&
    checkTimestamp(members.created_at, context, "created_at"),
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
 * Validates the value; returns it typed as `Settlement`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateSettlement(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateSettlement = /* @__PURE__ */ validator<Settlement>(checkSettlement);
