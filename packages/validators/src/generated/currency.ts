// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Currency } from "@vinr/types";
import { fail, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";
import { countCharacters, isLonger, isShorter } from "../runtime/values.js";

const currencyPattern = /^[A-Z]{3}$/u;

/** Whether a value is of type `Currency`. Never throws, and allocates nothing for plain data. */
export function isCurrency(value: unknown): value is Currency {
  try {
    return checkCurrency(value);
  } catch {
    return false;
  }
}

/** Gives the value as a `Currency`, or all that is wrong with it. */
export const validateCurrency = /* @__PURE__ */ validator<Currency>(
  function validateCurrency(value, options) {
    if (isCurrency(value)) return { ok: true, value };
    return explain(value, explainCurrency, options);
  },
);

/** @internal */
export function checkCurrency(value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (isLonger(value, 3)) return false;
  if (isShorter(value, 3)) return false;
  if (!currencyPattern.test(value)) return false;
  return true;
}

/** @internal */
export function explainCurrency(value: unknown, at: Trail): void {
  if (typeof value !== "string") {
    fail(at, value, "type", "a string");
  } else {
    if (isLonger(value, 3)) {
      fail(at, countCharacters(value), "max_length", "at most 3 characters long");
    } else {
      if (isShorter(value, 3)) fail(at, countCharacters(value), "min_length", "at least 3 characters long");
      if (!currencyPattern.test(value)) fail(at, value, "pattern", "text that matches ^[A-Z]{3}$");
    }
  }
}
