// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { ErrorResponse } from "@vinr/types";
import { checkErrorDetail, explainErrorDetail } from "./error-detail.js";
import { explainObject, type MemberTable } from "../../runtime/collections.js";
import { type Trail } from "../../runtime/issues.js";
import { validator } from "../../runtime/validate.js";
import { asObject } from "../../runtime/values.js";

const errorResponseMembers: MemberTable = { error: explainErrorDetail };

/**
 * Whether a value is of type `ErrorResponse`. Never throws, and allocates nothing for plain data.
 * As it is described today: properties, enum values and tags that are not are refused.
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
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * const result = validateErrorResponse(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateErrorResponse = /* @__PURE__ */ validator<ErrorResponse>(checkErrorResponse, explainErrorResponse);

/** @internal */
export function checkErrorResponse(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!checkErrorDetail(object.error)) return false;
  for (const key in object) {
    switch (key) {
      case "error":
        break;
      default:
        return false;
    }
  }
  return true;
}

/** @internal */
export function explainErrorResponse(value: unknown, at: Trail): boolean {
  return explainObject(value, at, errorResponseMembers, 1, true);
}
