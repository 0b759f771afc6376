// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { SettlementTransaction } from "@vinr/types";
import { checkCurrency, explainCurrency } from "./currency.js";
import { checkSettlementTransactionType, explainSettlementTransactionType } from "./settlement-transaction-type.js";
import { checkSignedAmount, explainSignedAmount } from "./signed-amount.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { fail, failRequired, type Trail } from "../runtime/issues.js";
import { explainProperty } from "../runtime/properties.js";
import { explain, validator } from "../runtime/validate.js";
import { asObject, countCharacters, isLonger, isShorter } from "../runtime/values.js";

const settlementTransactionIdPattern = /^btx_[A-Za-z0-9]+$/u;
const settlementTransactionSourcePattern = /^(pay|re|dp)_[A-Za-z0-9]+$/u;

/**
 * Whether a value is of type `SettlementTransaction`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export function isSettlementTransaction(value: unknown): value is SettlementTransaction {
  try {
    return checkSettlementTransaction(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `SettlementTransaction`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export const validateSettlementTransaction = /* @__PURE__ */ validator<SettlementTransaction>(
  function validateSettlementTransaction(value, options) {
    if (isSettlementTransaction(value)) return { ok: true, value };
    return explain(value, explainSettlementTransaction, options);
  },
);

/** @internal */
export function checkSettlementTransaction(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  const id = object.id;
  if (typeof id !== "string") return false;
  if (isLonger(id, 64)) return false;
  if (isShorter(id, 5)) return false;
  if (!settlementTransactionIdPattern.test(id)) return false;
  const object2 = object.object;
  if (object2 !== "settlement_transaction") return false;
  const type = object.type;
  if (!checkSettlementTransactionType(type)) return false;
  const source = object.source;
  if (typeof source !== "string" && source !== null) return false;
  if (typeof source === "string") {
    if (isLonger(source, 64)) return false;
    if (isShorter(source, 4)) return false;
    if (!settlementTransactionSourcePattern.test(source)) return false;
  }
  const gross = object.gross;
  if (!checkSignedAmount(gross)) return false;
  const fee = object.fee;
  if (typeof fee !== "number" || !Number.isInteger(fee)) return false;
  if (fee < -999999999999) return false;
  if (fee > 999999999999) return false;
  const net = object.net;
  if (typeof net !== "number" || !Number.isInteger(net)) return false;
  if (net < -999999999999) return false;
  if (net > 999999999999) return false;
  const currency = object.currency;
  if (!checkCurrency(currency)) return false;
  const createdAt = object.created_at;
  if (!checkTimestamp(createdAt)) return false;
  return true;
}

/** @internal */
export function explainSettlementTransaction(value: unknown, at: Trail): void {
  const object = asObject(value);
  if (object === undefined) {
    fail(at, value, "type", "an object");
  } else {
    at.path.push("id");
    const id = object.id;
    if (id === undefined) {
      failRequired(at);
    } else {
      if (typeof id !== "string") {
        fail(at, id, "type", "a string");
      } else {
        if (isLonger(id, 64)) {
          fail(at, countCharacters(id), "max_length", "at most 64 characters long");
        } else {
          if (isShorter(id, 5)) fail(at, countCharacters(id), "min_length", "at least 5 characters long");
          if (!settlementTransactionIdPattern.test(id)) fail(at, id, "pattern", "text that matches ^btx_[A-Za-z0-9]+$");
        }
      }
    }
    at.path.pop();
    at.path.push("object");
    const object2 = object.object;
    if (object2 === undefined) {
      failRequired(at);
    } else {
      if (object2 !== "settlement_transaction") fail(at, object2, "const", "\"settlement_transaction\"");
    }
    at.path.pop();
    explainProperty(at, object, "type", true, explainSettlementTransactionType);
    at.path.push("source");
    const source = object.source;
    if (source === undefined) {
      failRequired(at);
    } else {
      if (typeof source !== "string" && source !== null) {
        fail(at, source, "type", "a string or null");
      } else {
        if (typeof source === "string") {
          if (isLonger(source, 64)) {
            fail(at, countCharacters(source), "max_length", "at most 64 characters long");
          } else {
            if (isShorter(source, 4)) fail(at, countCharacters(source), "min_length", "at least 4 characters long");
            if (!settlementTransactionSourcePattern.test(source)) {
              fail(at, source, "pattern", "text that matches ^(pay|re|dp)_[A-Za-z0-9]+$");
            }
          }
        }
      }
    }
    at.path.pop();
    explainProperty(at, object, "gross", true, explainSignedAmount);
    at.path.push("fee");
    const fee = object.fee;
    if (fee === undefined) {
      failRequired(at);
    } else {
      if (typeof fee !== "number" || !Number.isInteger(fee)) {
        fail(at, fee, "type", "an integer");
      } else {
        if (fee < -999999999999) fail(at, fee, "minimum", "at least -999999999999");
        if (fee > 999999999999) fail(at, fee, "maximum", "at most 999999999999");
      }
    }
    at.path.pop();
    at.path.push("net");
    const net = object.net;
    if (net === undefined) {
      failRequired(at);
    } else {
      if (typeof net !== "number" || !Number.isInteger(net)) {
        fail(at, net, "type", "an integer");
      } else {
        if (net < -999999999999) fail(at, net, "minimum", "at least -999999999999");
        if (net > 999999999999) fail(at, net, "maximum", "at most 999999999999");
      }
    }
    at.path.pop();
    explainProperty(at, object, "currency", true, explainCurrency);
    explainProperty(at, object, "created_at", true, explainTimestamp);
  }
}
