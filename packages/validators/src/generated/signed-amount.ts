// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { SignedAmount } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { integer } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkSignedAmount: Check = /* @__PURE__ */ integer(-999999999999, 999999999999);

/**
 * Whether a value is of type `SignedAmount`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isSignedAmount(0); // true
 * ```
 */
export function isSignedAmount(value: unknown): value is SignedAmount {
  return isValid(checkSignedAmount, value);
}

/**
 * Validates the value; returns it typed as `SignedAmount`, or its issues.
 *
 * @example
 * ```ts
 * const result = validateSignedAmount(0);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateSignedAmount = /* @__PURE__ */ validator<SignedAmount>(checkSignedAmount);
