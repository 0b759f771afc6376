// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { SettlementStatus } from "@vinr/types";
import { type Check } from "../../runtime/issues.js";
import { enumOf } from "../../runtime/scalars.js";
import { isValid, validator } from "../../runtime/validate.js";

/** @internal */
export const checkSettlementStatus: Check = /* @__PURE__ */ enumOf("pending", "paid", "failed");

/**
 * Whether a value is of type `SettlementStatus`. Never throws, and allocates nothing for plain data.
 * Properties, enum values and tags that are not in today's specification are rejected.
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
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * const result = validateSettlementStatus("paid");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateSettlementStatus = /* @__PURE__ */ validator<SettlementStatus>(checkSettlementStatus);
