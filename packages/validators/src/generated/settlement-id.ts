// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { SettlementId } from "@vinr/types";
import { fail, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";
import { countCharacters, isLonger, isShorter } from "../runtime/values.js";

const settlementIdPattern = /^setl_[A-Za-z0-9]+$/u;

/** Whether a value is of type `SettlementId`. Never throws, and allocates nothing for plain data. */
export function isSettlementId(value: unknown): value is SettlementId {
  try {
    return checkSettlementId(value);
  } catch {
    return false;
  }
}

/** Gives the value as a `SettlementId`, or all that is wrong with it. */
export const validateSettlementId = /* @__PURE__ */ validator<SettlementId>(
  function validateSettlementId(value, options) {
    if (isSettlementId(value)) return { ok: true, value };
    return explain(value, explainSettlementId, options);
  },
);

/** @internal */
export function checkSettlementId(value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (isLonger(value, 64)) return false;
  if (isShorter(value, 6)) return false;
  if (!settlementIdPattern.test(value)) return false;
  return true;
}

/** @internal */
export function explainSettlementId(value: unknown, at: Trail): void {
  if (typeof value !== "string") {
    fail(at, value, "type", "a string");
  } else {
    if (isLonger(value, 64)) {
      fail(at, countCharacters(value), "max_length", "at most 64 characters long");
    } else {
      if (isShorter(value, 6)) fail(at, countCharacters(value), "min_length", "at least 6 characters long");
      if (!settlementIdPattern.test(value)) fail(at, value, "pattern", "text that matches ^setl_[A-Za-z0-9]+$");
    }
  }
}
