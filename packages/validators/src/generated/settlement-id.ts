// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { SettlementId } from "@vinr/types";
import { type Trail } from "../runtime/issues.js";
import { failText } from "../runtime/scalars.js";
import { validator } from "../runtime/validate.js";
import { isLonger } from "../runtime/values.js";

const settlementIdPattern = /^setl_[A-Za-z0-9]+$/u;

/**
 * Whether a value is of type `SettlementId`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isSettlementId("setl_3kQ9xZ"); // true
 * ```
 */
export function isSettlementId(value: unknown): value is SettlementId {
  try {
    return checkSettlementId(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `SettlementId`, or all that is wrong with it.
 *
 * @example
 * ```ts
 * const result = validateSettlementId("setl_3kQ9xZ");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateSettlementId = /* @__PURE__ */ validator<SettlementId>(checkSettlementId, explainSettlementId);

/** @internal */
export function checkSettlementId(value: unknown): boolean {
  return typeof value === "string" && !isLonger(value, 64) && settlementIdPattern.test(value);
}

/** @internal */
export function explainSettlementId(value: unknown, at: Trail): boolean {
  return failText(value, 6, 64, at, settlementIdPattern);
}
