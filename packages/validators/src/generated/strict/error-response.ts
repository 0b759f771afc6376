// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { ErrorResponse } from "@vinr/types";
import { checkErrorDetail } from "./error-detail.js";
import { type Check } from "../../runtime/issues.js";
import { noOtherProperties, object } from "../../runtime/objects.js";
import { isValid, validator } from "../../runtime/validate.js";

/** @internal */
export const checkErrorResponse: Check = /* @__PURE__ */ object((members, context) => checkErrorDetail(members.error, context, "error"), /* @__PURE__ */ noOtherProperties("error"));

/**
 * Whether a value is of type `ErrorResponse`. Never throws, and allocates nothing for plain data.
 * Properties, enum values and tags that are not in today's specification are rejected.
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
  return isValid(checkErrorResponse, value);
}

/**
 * Validates the value; returns it typed as `ErrorResponse`, or its issues.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * const result = validateErrorResponse(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateErrorResponse = /* @__PURE__ */ validator<ErrorResponse>(checkErrorResponse);
