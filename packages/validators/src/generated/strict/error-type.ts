// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { ErrorType } from "@vinr/types";
import { type Check } from "../../runtime/issues.js";
import { enumOf } from "../../runtime/scalars.js";
import { isValid, validator } from "../../runtime/validate.js";

/** @internal */
export const checkErrorType: Check = /* @__PURE__ */ enumOf("invalid_request_error", "authentication_error", "permission_error", "card_error", "idempotency_error", "rate_limit_error", "api_error");

/**
 * Whether a value is of type `ErrorType`. Never throws, and allocates nothing for plain data.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * isErrorType("api_error"); // true
 * ```
 */
export function isErrorType(value: unknown): value is ErrorType {
  return isValid(checkErrorType, value);
}

/**
 * Gives the value as a `ErrorType`, or all that is wrong with it.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * const result = validateErrorType("api_error");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateErrorType = /* @__PURE__ */ validator<ErrorType>(checkErrorType);
