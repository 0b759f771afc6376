// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { SettlementStatus } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { string } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkSettlementStatus: Check = string;

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
  return isValid(checkSettlementStatus, value);
}

/**
 * Validates the value; returns it typed as `SettlementStatus`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateSettlementStatus("paid");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateSettlementStatus = /* @__PURE__ */ validator<SettlementStatus>(checkSettlementStatus);
