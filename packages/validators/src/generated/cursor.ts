// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Cursor } from "@vinr/types";
import { fail, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";
import { countCharacters, isLonger, isShorter } from "../runtime/values.js";

const cursorPattern = /^[a-z]+_[A-Za-z0-9]+$/u;

/** Whether a value is of type `Cursor`. Never throws, and allocates nothing for plain data. */
export function isCursor(value: unknown): value is Cursor {
  try {
    return checkCursor(value);
  } catch {
    return false;
  }
}

/** Gives the value as a `Cursor`, or all that is wrong with it. */
export const validateCursor = /* @__PURE__ */ validator<Cursor>(
  function validateCursor(value, options) {
    if (isCursor(value)) return { ok: true, value };
    return explain(value, explainCursor, options);
  },
);

/** @internal */
export function checkCursor(value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (isLonger(value, 64)) return false;
  if (isShorter(value, 3)) return false;
  if (!cursorPattern.test(value)) return false;
  return true;
}

/** @internal */
export function explainCursor(value: unknown, at: Trail): void {
  if (typeof value !== "string") {
    fail(at, value, "type", "a string");
  } else {
    if (isLonger(value, 64)) {
      fail(at, countCharacters(value), "max_length", "at most 64 characters long");
    } else {
      if (isShorter(value, 3)) fail(at, countCharacters(value), "min_length", "at least 3 characters long");
      if (!cursorPattern.test(value)) fail(at, value, "pattern", "text that matches ^[a-z]+_[A-Za-z0-9]+$");
    }
  }
}
