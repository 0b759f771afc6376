// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { ErrorCode } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { string } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkErrorCode: Check = string;

/**
 * Whether a value is of type `ErrorCode`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isErrorCode("rate_limited"); // true
 * ```
 */
export function isErrorCode(value: unknown): value is ErrorCode {
  return isValid(checkErrorCode, value);
}

/**
 * Validates the value; returns it typed as `ErrorCode`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateErrorCode("rate_limited");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateErrorCode = /* @__PURE__ */ validator<ErrorCode>(checkErrorCode);
