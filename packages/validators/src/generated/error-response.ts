// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { ErrorResponse } from "@vinr/types";
import { checkErrorDetail, explainErrorDetail } from "./error-detail.js";
import { fail, type Trail } from "../runtime/issues.js";
import { explainProperty } from "../runtime/properties.js";
import { explain, validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

/**
 * Whether a value is of type `ErrorResponse`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
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
 */
export const validateErrorResponse = /* @__PURE__ */ validator<ErrorResponse>(
  function validateErrorResponse(value, options) {
    if (isErrorResponse(value)) return { ok: true, value };
    return explain(value, explainErrorResponse, options);
  },
);

/** @internal */
export function checkErrorResponse(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  const error = object.error;
  if (!checkErrorDetail(error)) return false;
  return true;
}

/** @internal */
export function explainErrorResponse(value: unknown, at: Trail): void {
  const object = asObject(value);
  if (object === undefined) {
    fail(at, value, "type", "an object");
  } else {
    explainProperty(at, object, "error", true, explainErrorDetail);
  }
}
