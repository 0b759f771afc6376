// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { SignedAmount } from "@vinr/types";
import { fail, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";

/** Whether a value is of type `SignedAmount`. Never throws, and allocates nothing for plain data. */
export function isSignedAmount(value: unknown): value is SignedAmount {
  try {
    return checkSignedAmount(value);
  } catch {
    return false;
  }
}

/** Gives the value as a `SignedAmount`, or all that is wrong with it. */
export const validateSignedAmount = /* @__PURE__ */ validator<SignedAmount>(
  function validateSignedAmount(value, options) {
    if (isSignedAmount(value)) return { ok: true, value };
    return explain(value, explainSignedAmount, options);
  },
);

/** @internal */
export function checkSignedAmount(value: unknown): boolean {
  if (typeof value !== "number" || !Number.isInteger(value)) return false;
  if (value < -999999999999) return false;
  if (value > 999999999999) return false;
  return true;
}

/** @internal */
export function explainSignedAmount(value: unknown, at: Trail): void {
  if (typeof value !== "number" || !Number.isInteger(value)) {
    fail(at, value, "type", "an integer");
  } else {
    if (value < -999999999999) fail(at, value, "minimum", "at least -999999999999");
    if (value > 999999999999) fail(at, value, "maximum", "at most 999999999999");
  }
}
