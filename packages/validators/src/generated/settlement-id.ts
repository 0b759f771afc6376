// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { SettlementId } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { boundedString } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkSettlementId: Check = /* @__PURE__ */ boundedString(6, 64, /^setl_[A-Za-z0-9]+$/u);

/**
 * Whether a value is of type `SettlementId`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isSettlementId("setl_3kQ9xZ"); // true
 * ```
 */
export function isSettlementId(value: unknown): value is SettlementId {
  return isValid(checkSettlementId, value);
}

/**
 * Validates the value; returns it typed as `SettlementId`, or its issues.
 *
 * @example
 * ```ts
 * const result = validateSettlementId("setl_3kQ9xZ");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateSettlementId = /* @__PURE__ */ validator<SettlementId>(checkSettlementId);
