// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RequestId } from "@vinr/types";
import { type Trail } from "../../runtime/issues.js";
import { failText } from "../../runtime/scalars.js";
import { validator } from "../../runtime/validate.js";
import { isLonger } from "../../runtime/values.js";

const requestIdPattern = /^req_[A-Za-z0-9]+$/u;

/**
 * Whether a value is of type `RequestId`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isRequestId("req_8KdPz2"); // true
 * ```
 */
export function isRequestId(value: unknown): value is RequestId {
  try {
    return checkRequestId(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `RequestId`, or all that is wrong with it.
 *
 * @example
 * ```ts
 * const result = validateRequestId("req_8KdPz2");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateRequestId = /* @__PURE__ */ validator<RequestId>(checkRequestId, explainRequestId);

/** @internal */
export function checkRequestId(value: unknown): boolean {
  return typeof value === "string" && !isLonger(value, 64) && requestIdPattern.test(value);
}

/** @internal */
export function explainRequestId(value: unknown, at: Trail): boolean {
  return failText(value, 5, 64, at, requestIdPattern);
}
