// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { SettlementStatus } from "@vinr/types";
import { type Trail } from "../runtime/issues.js";
import { string } from "../runtime/scalars.js";
import { validator } from "../runtime/validate.js";

/**
 * Whether a value is of type `SettlementStatus`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isSettlementStatus("paid"); // true
 * ```
 */
export function isSettlementStatus(value: unknown): value is SettlementStatus {
  try {
    return checkSettlementStatus(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `SettlementStatus`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateSettlementStatus("paid");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateSettlementStatus = /* @__PURE__ */ validator<SettlementStatus>(checkSettlementStatus, checkSettlementStatus);

/** @internal */
export function checkSettlementStatus(value: unknown, at?: Trail): boolean {
  return string(value, at);
}
