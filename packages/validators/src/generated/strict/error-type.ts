// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { ErrorType } from "@vinr/types";
import { type Check } from "../../runtime/issues.js";
import { enumOf } from "../../runtime/scalars.js";
import { isValid, validator } from "../../runtime/validate.js";

/** @internal */
export const checkErrorType: Check = /* @__PURE__ */ enumOf("invalid_request_error", "authentication_error", "permission_error", "card_error", "idempotency_error", "rate_limit_error", "api_error");

/**
 * Whether a value is of type `ErrorType`. Never throws, and allocates nothing for plain data.
 * Properties, enum values and tags that are not in today's specification are rejected.
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
 * Validates the value; returns it typed as `ErrorType`, or its issues.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * const result = validateErrorType("api_error");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateErrorType = /* @__PURE__ */ validator<ErrorType>(checkErrorType);
