// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Settlement } from "@vinr/types";
import { checkCurrency, explainCurrency } from "./currency.js";
import { checkSettlementId, explainSettlementId } from "./settlement-id.js";
import { checkSettlementStatus, explainSettlementStatus } from "./settlement-status.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { isDateTime } from "../runtime/formats.js";
import { fail, failRequired, type Trail } from "../runtime/issues.js";
import { explainProperty } from "../runtime/properties.js";
import { explain, validator } from "../runtime/validate.js";
import { asObject, countCharacters, isLonger, isShorter } from "../runtime/values.js";

const settlementPayoutIdPattern = /^po_[A-Za-z0-9]+$/u;

/**
 * Whether a value is of type `Settlement`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
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
 */
export const validateSettlement = /* @__PURE__ */ validator<Settlement>(
  function validateSettlement(value, options) {
    if (isSettlement(value)) return { ok: true, value };
    return explain(value, explainSettlement, options);
  },
);

/** @internal */
export function checkSettlement(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  const id = object.id;
  if (!checkSettlementId(id)) return false;
  const object2 = object.object;
  if (object2 !== "settlement") return false;
  const status = object.status;
  if (!checkSettlementStatus(status)) return false;
  const currency = object.currency;
  if (!checkCurrency(currency)) return false;
  const grossAmount = object.grossAmount;
  if (typeof grossAmount !== "number" || !Number.isInteger(grossAmount)) return false;
  if (grossAmount < 0) return false;
  if (grossAmount > 999999999999) return false;
  const refundedAmount = object.refundedAmount;
  if (typeof refundedAmount !== "number" || !Number.isInteger(refundedAmount)) return false;
  if (refundedAmount < 0) return false;
  if (refundedAmount > 999999999999) return false;
  const feeAmount = object.feeAmount;
  if (typeof feeAmount !== "number" || !Number.isInteger(feeAmount)) return false;
  if (feeAmount < 0) return false;
  if (feeAmount > 999999999999) return false;
  const netAmount = object.netAmount;
  if (typeof netAmount !== "number" || !Number.isInteger(netAmount)) return false;
  if (netAmount < -999999999999) return false;
  if (netAmount > 999999999999) return false;
  const payoutId = object.payoutId;
  if (typeof payoutId !== "string" && payoutId !== null) return false;
  if (typeof payoutId === "string") {
    if (isLonger(payoutId, 64)) return false;
    if (isShorter(payoutId, 4)) return false;
    if (!settlementPayoutIdPattern.test(payoutId)) return false;
  }
  const periodStart = object.periodStart;
  if (typeof periodStart !== "string") return false;
  if (isLonger(periodStart, 40)) return false;
  if (!isDateTime(periodStart)) return false;
  const periodEnd = object.periodEnd;
  if (typeof periodEnd !== "string") return false;
  if (isLonger(periodEnd, 40)) return false;
  if (!isDateTime(periodEnd)) return false;
  const createdAt = object.created_at;
  if (!checkTimestamp(createdAt)) return false;
  return true;
}

/** @internal */
export function explainSettlement(value: unknown, at: Trail): void {
  const object = asObject(value);
  if (object === undefined) {
    fail(at, value, "type", "an object");
  } else {
    explainProperty(at, object, "id", true, explainSettlementId);
    at.path.push("object");
    const object2 = object.object;
    if (object2 === undefined) {
      failRequired(at);
    } else {
      if (object2 !== "settlement") fail(at, object2, "const", "\"settlement\"");
    }
    at.path.pop();
    explainProperty(at, object, "status", true, explainSettlementStatus);
    explainProperty(at, object, "currency", true, explainCurrency);
    at.path.push("grossAmount");
    const grossAmount = object.grossAmount;
    if (grossAmount === undefined) {
      failRequired(at);
    } else {
      if (typeof grossAmount !== "number" || !Number.isInteger(grossAmount)) {
        fail(at, grossAmount, "type", "an integer");
      } else {
        if (grossAmount < 0) fail(at, grossAmount, "minimum", "at least 0");
        if (grossAmount > 999999999999) fail(at, grossAmount, "maximum", "at most 999999999999");
      }
    }
    at.path.pop();
    at.path.push("refundedAmount");
    const refundedAmount = object.refundedAmount;
    if (refundedAmount === undefined) {
      failRequired(at);
    } else {
      if (typeof refundedAmount !== "number" || !Number.isInteger(refundedAmount)) {
        fail(at, refundedAmount, "type", "an integer");
      } else {
        if (refundedAmount < 0) fail(at, refundedAmount, "minimum", "at least 0");
        if (refundedAmount > 999999999999) fail(at, refundedAmount, "maximum", "at most 999999999999");
      }
    }
    at.path.pop();
    at.path.push("feeAmount");
    const feeAmount = object.feeAmount;
    if (feeAmount === undefined) {
      failRequired(at);
    } else {
      if (typeof feeAmount !== "number" || !Number.isInteger(feeAmount)) {
        fail(at, feeAmount, "type", "an integer");
      } else {
        if (feeAmount < 0) fail(at, feeAmount, "minimum", "at least 0");
        if (feeAmount > 999999999999) fail(at, feeAmount, "maximum", "at most 999999999999");
      }
    }
    at.path.pop();
    at.path.push("netAmount");
    const netAmount = object.netAmount;
    if (netAmount === undefined) {
      failRequired(at);
    } else {
      if (typeof netAmount !== "number" || !Number.isInteger(netAmount)) {
        fail(at, netAmount, "type", "an integer");
      } else {
        if (netAmount < -999999999999) fail(at, netAmount, "minimum", "at least -999999999999");
        if (netAmount > 999999999999) fail(at, netAmount, "maximum", "at most 999999999999");
      }
    }
    at.path.pop();
    at.path.push("payoutId");
    const payoutId = object.payoutId;
    if (payoutId === undefined) {
      failRequired(at);
    } else {
      if (typeof payoutId !== "string" && payoutId !== null) {
        fail(at, payoutId, "type", "a string or null");
      } else {
        if (typeof payoutId === "string") {
          if (isLonger(payoutId, 64)) {
            fail(at, countCharacters(payoutId), "max_length", "at most 64 characters long");
          } else {
            if (isShorter(payoutId, 4)) fail(at, countCharacters(payoutId), "min_length", "at least 4 characters long");
            if (!settlementPayoutIdPattern.test(payoutId)) {
              fail(at, payoutId, "pattern", "text that matches ^po_[A-Za-z0-9]+$");
            }
          }
        }
      }
    }
    at.path.pop();
    at.path.push("periodStart");
    const periodStart = object.periodStart;
    if (periodStart === undefined) {
      failRequired(at);
    } else {
      if (typeof periodStart !== "string") {
        fail(at, periodStart, "type", "a string");
      } else {
        if (isLonger(periodStart, 40)) {
          fail(at, countCharacters(periodStart), "max_length", "at most 40 characters long");
        } else {
          if (!isDateTime(periodStart)) {
            fail(at, periodStart, "format", "an RFC 3339 date-time such as 2026-04-15T10:30:00Z");
          }
        }
      }
    }
    at.path.pop();
    at.path.push("periodEnd");
    const periodEnd = object.periodEnd;
    if (periodEnd === undefined) {
      failRequired(at);
    } else {
      if (typeof periodEnd !== "string") {
        fail(at, periodEnd, "type", "a string");
      } else {
        if (isLonger(periodEnd, 40)) {
          fail(at, countCharacters(periodEnd), "max_length", "at most 40 characters long");
        } else {
          if (!isDateTime(periodEnd)) {
            fail(at, periodEnd, "format", "an RFC 3339 date-time such as 2026-04-15T10:30:00Z");
          }
        }
      }
    }
    at.path.pop();
    explainProperty(at, object, "created_at", true, explainTimestamp);
  }
}
