// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { SettlementTransactionType } from "@vinr/types";
import { type Check } from "../../runtime/issues.js";
import { enumOf } from "../../runtime/scalars.js";
import { isValid, validator } from "../../runtime/validate.js";

/** @internal */
export const checkSettlementTransactionType: Check = /* @__PURE__ */ enumOf("payment", "refund", "fee", "dispute");

/**
 * Whether a value is of type `SettlementTransactionType`. Never throws, and allocates nothing for plain data.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * isSettlementTransactionType("fee"); // true
 * ```
 */
export function isSettlementTransactionType(value: unknown): value is SettlementTransactionType {
  return isValid(checkSettlementTransactionType, value);
}

/**
 * Validates the value; returns it typed as `SettlementTransactionType`, or its issues.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * const result = validateSettlementTransactionType("fee");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateSettlementTransactionType = /* @__PURE__ */ validator<SettlementTransactionType>(checkSettlementTransactionType);
