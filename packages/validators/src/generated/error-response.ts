// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { ErrorResponse } from "@vinr/types";
import { checkErrorDetail, explainErrorDetail } from "./error-detail.js";
import { holder } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { validator } from "../runtime/validate.js";

const errorResponseMember = (value: unknown, at?: Trail): unknown => (at === undefined ? checkErrorDetail(value) : explainErrorDetail(value, at));

/**
 * Whether a value is of type `ErrorResponse`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isErrorResponse({
 *   error: {
 *     type: "authentication_error",
 *     code: "invalid_api_key",
 *     message: "The API key does not exist.",
 *     doc_url: "https://docs.vinr.com/errors/invalid_api_key",
 *     request_id: "req_8KdPz2",
 *   },
 * }); // true
 * ```
 */
export function isErrorResponse(value: unknown): value is ErrorResponse {
  try {
    return checkErrorResponse(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `ErrorResponse`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateErrorResponse(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateErrorResponse = /* @__PURE__ */ validator<ErrorResponse>(checkErrorResponse, checkErrorResponse);

/** @internal */
export function checkErrorResponse(value: unknown, at?: Trail): boolean {
  return holder(value, "error", errorResponseMember, at);
}
