// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Cursor } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { boundedString } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkCursor: Check = /* @__PURE__ */ boundedString(3, 64, /^[a-z]+_[A-Za-z0-9]+$/u);

/**
 * Whether a value is of type `Cursor`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isCursor("pay_7rP1gS0bY"); // true
 * ```
 */
export function isCursor(value: unknown): value is Cursor {
  return isValid(checkCursor, value);
}

/**
 * Validates the value; returns it typed as `Cursor`, or its issues.
 *
 * @example
 * ```ts
 * const result = validateCursor("pay_7rP1gS0bY");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateCursor = /* @__PURE__ */ validator<Cursor>(checkCursor);
