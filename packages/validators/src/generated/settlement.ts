// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Settlement } from "@vinr/types";
import { checkCurrency, explainCurrency } from "./currency.js";
import { checkSettlementId, explainSettlementId } from "./settlement-id.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { isDateTime } from "../runtime/formats.js";
import { type Trail } from "../runtime/issues.js";
import { failText, integer, orNull, string } from "../runtime/scalars.js";
import { validator } from "../runtime/validate.js";
import { asObject, isLonger } from "../runtime/values.js";

const settlementGrossAmount = (value: unknown, at?: Trail): boolean => integer(value, 0, 999999999999, at);
const settlementNetAmount = (value: unknown, at?: Trail): boolean => integer(value, -999999999999, 999999999999, at);
const settlementPayoutIdPattern = /^po_[A-Za-z0-9]+$/u;
const settlementPayoutId = (value: unknown, at?: Trail): boolean => value === null || (typeof value === "string" && !isLonger(value, 64) && settlementPayoutIdPattern.test(value)) || failText(value, 4, 64, orNull(at), settlementPayoutIdPattern);
const settlementPeriodStart = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 40) && isDateTime(value)) || failText(value, 0, 40, at, undefined, isDateTime, "an RFC 3339 date-time such as 2026-04-15T10:30:00Z");
const settlementMembers: MemberTable = {
  id: explainSettlementId,
  object: "settlement",
  status: string,
  currency: explainCurrency,
  grossAmount: settlementGrossAmount,
  refundedAmount: settlementGrossAmount,
  feeAmount: settlementGrossAmount,
  netAmount: settlementNetAmount,
  payoutId: settlementPayoutId,
  periodStart: settlementPeriodStart,
  periodEnd: settlementPeriodStart,
  created_at: explainTimestamp,
};

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
  try {
    return checkSettlement(value);
  } catch {
    return false;
  }
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
export const validateSettlement = /* @__PURE__ */ validator<Settlement>(checkSettlement, explainSettlement);

/** @internal */
export function checkSettlement(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!checkSettlementId(object.id)) return false;
  if (object.object !== "settlement") return false;
  if (!string(object.status)) return false;
  if (!checkCurrency(object.currency)) return false;
  if (!settlementGrossAmount(object.grossAmount)) return false;
  if (!settlementGrossAmount(object.refundedAmount)) return false;
  if (!settlementGrossAmount(object.feeAmount)) return false;
  if (!settlementNetAmount(object.netAmount)) return false;
  if (!settlementPayoutId(object.payoutId)) return false;
  if (!settlementPeriodStart(object.periodStart)) return false;
  if (!settlementPeriodStart(object.periodEnd)) return false;
  if (!checkTimestamp(object.created_at)) return false;
  return true;
}

/** @internal */
export function explainSettlement(value: unknown, at: Trail): boolean {
  return explainObject(value, at, settlementMembers, 12);
}
