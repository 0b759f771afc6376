// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Description } from "@vinr/types";
import { fail, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";
import { countCharacters, isLonger } from "../runtime/values.js";

/** Whether a value is of type `Description`. Never throws, and allocates nothing for plain data. */
export function isDescription(value: unknown): value is Description {
  try {
    return checkDescription(value);
  } catch {
    return false;
  }
}

/** Gives the value as a `Description`, or all that is wrong with it. */
export const validateDescription = /* @__PURE__ */ validator<Description>(
  function validateDescription(value, options) {
    if (isDescription(value)) return { ok: true, value };
    return explain(value, explainDescription, options);
  },
);

/** @internal */
export function checkDescription(value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (isLonger(value, 500)) return false;
  return true;
}

/** @internal */
export function explainDescription(value: unknown, at: Trail): void {
  if (typeof value !== "string") {
    fail(at, value, "type", "a string");
  } else {
    if (isLonger(value, 500)) fail(at, countCharacters(value), "max_length", "at most 500 characters long");
  }
}
