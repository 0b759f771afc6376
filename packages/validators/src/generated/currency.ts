// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Currency } from "@vinr/types";
import { type Trail } from "../runtime/issues.js";
import { failText } from "../runtime/scalars.js";
import { validator } from "../runtime/validate.js";
import { isLonger } from "../runtime/values.js";

const currencyPattern = /^[A-Z]{3}$/u;

/**
 * Whether a value is of type `Currency`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isCurrency("EUR"); // true
 * ```
 */
export function isCurrency(value: unknown): value is Currency {
  try {
    return checkCurrency(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `Currency`, or all that is wrong with it.
 *
 * @example
 * ```ts
 * const result = validateCurrency("EUR");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateCurrency = /* @__PURE__ */ validator<Currency>(checkCurrency, explainCurrency);

/** @internal */
export function checkCurrency(value: unknown): boolean {
  return typeof value === "string" && !isLonger(value, 3) && currencyPattern.test(value);
}

/** @internal */
export function explainCurrency(value: unknown, at: Trail): boolean {
  return failText(value, 3, 3, at, currencyPattern);
}
