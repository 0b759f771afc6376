// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Amount } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { integer } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkAmount: Check = /* @__PURE__ */ integer(1, 999999999999);

/**
 * Whether a value is of type `Amount`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isAmount(1000); // true
 * ```
 */
export function isAmount(value: unknown): value is Amount {
  return isValid(checkAmount, value);
}

/**
 * Validates the value; returns it typed as `Amount`, or its issues.
 *
 * @example
 * ```ts
 * const result = validateAmount(1000);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateAmount = /* @__PURE__ */ validator<Amount>(checkAmount);
