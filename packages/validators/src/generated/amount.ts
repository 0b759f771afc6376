// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Amount } from "@vinr/types";
import { fail, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";

/** Whether a value is of type `Amount`. Never throws, and allocates nothing for plain data. */
export function isAmount(value: unknown): value is Amount {
  try {
    return checkAmount(value);
  } catch {
    return false;
  }
}

/** Gives the value as a `Amount`, or all that is wrong with it. */
export const validateAmount = /* @__PURE__ */ validator<Amount>(
  function validateAmount(value, options) {
    if (isAmount(value)) return { ok: true, value };
    return explain(value, explainAmount, options);
  },
);

/** @internal */
export function checkAmount(value: unknown): boolean {
  if (typeof value !== "number" || !Number.isInteger(value)) return false;
  if (value < 1) return false;
  if (value > 999999999999) return false;
  return true;
}

/** @internal */
export function explainAmount(value: unknown, at: Trail): void {
  if (typeof value !== "number" || !Number.isInteger(value)) {
    fail(at, value, "type", "an integer");
  } else {
    if (value < 1) fail(at, value, "minimum", "at least 1");
    if (value > 999999999999) fail(at, value, "maximum", "at most 999999999999");
  }
}
