// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Amount } from "@vinr/types";
import { type Trail } from "../../runtime/issues.js";
import { integer } from "../../runtime/scalars.js";
import { validator } from "../../runtime/validate.js";

/**
 * Whether a value is of type `Amount`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isAmount(1000); // true
 * ```
 */
export function isAmount(value: unknown): value is Amount {
  try {
    return checkAmount(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `Amount`, or all that is wrong with it.
 *
 * @example
 * ```ts
 * const result = validateAmount(1000);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateAmount = /* @__PURE__ */ validator<Amount>(checkAmount, checkAmount);

/** @internal */
export function checkAmount(value: unknown, at?: Trail): boolean {
  return integer(value, 1, 999999999999, at);
}
