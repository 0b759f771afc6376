// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Cursor } from "@vinr/types";
import { type Trail } from "../runtime/issues.js";
import { failText } from "../runtime/scalars.js";
import { validator } from "../runtime/validate.js";
import { isLonger, isShorter } from "../runtime/values.js";

const cursorPattern = /^[a-z]+_[A-Za-z0-9]+$/u;

/**
 * Whether a value is of type `Cursor`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isCursor("pay_7rP1gS0bY"); // true
 * ```
 */
export function isCursor(value: unknown): value is Cursor {
  try {
    return checkCursor(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `Cursor`, or all that is wrong with it.
 *
 * @example
 * ```ts
 * const result = validateCursor("pay_7rP1gS0bY");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateCursor = /* @__PURE__ */ validator<Cursor>(checkCursor, explainCursor);

/** @internal */
export function checkCursor(value: unknown): boolean {
  return typeof value === "string" && !isLonger(value, 64) && !isShorter(value, 3) && cursorPattern.test(value);
}

/** @internal */
export function explainCursor(value: unknown, at: Trail): boolean {
  return failText(value, 3, 64, at, cursorPattern);
}
