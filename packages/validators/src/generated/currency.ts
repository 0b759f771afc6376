// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Currency } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { boundedString } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkCurrency: Check = /* @__PURE__ */ boundedString(3, 3, /^[A-Z]{3}$/u);

/**
 * Whether a value is of type `Currency`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isCurrency("EUR"); // true
 * ```
 */
export function isCurrency(value: unknown): value is Currency {
  return isValid(checkCurrency, value);
}

/**
 * Validates the value; returns it typed as `Currency`, or its issues.
 *
 * @example
 * ```ts
 * const result = validateCurrency("EUR");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateCurrency = /* @__PURE__ */ validator<Currency>(checkCurrency);
