// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { SettlementTransactionType } from "@vinr/types";
import { fail, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";

/**
 * Whether a value is of type `SettlementTransactionType`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export function isSettlementTransactionType(value: unknown): value is SettlementTransactionType {
  try {
    return checkSettlementTransactionType(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `SettlementTransactionType`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export const validateSettlementTransactionType = /* @__PURE__ */ validator<SettlementTransactionType>(
  function validateSettlementTransactionType(value, options) {
    if (isSettlementTransactionType(value)) return { ok: true, value };
    return explain(value, explainSettlementTransactionType, options);
  },
);

/** @internal */
export function checkSettlementTransactionType(value: unknown): boolean {
  if (typeof value !== "string") return false;
  return true;
}

/** @internal */
export function explainSettlementTransactionType(value: unknown, at: Trail): void {
  if (typeof value !== "string") fail(at, value, "type", "a string");
}
