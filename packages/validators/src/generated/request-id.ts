// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RequestId } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { boundedString } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkRequestId: Check = /* @__PURE__ */ boundedString(5, 64, /^req_[A-Za-z0-9]+$/u);

/**
 * Whether a value is of type `RequestId`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isRequestId("req_8KdPz2"); // true
 * ```
 */
export function isRequestId(value: unknown): value is RequestId {
  return isValid(checkRequestId, value);
}

/**
 * Validates the value; returns it typed as `RequestId`, or its issues.
 *
 * @example
 * ```ts
 * const result = validateRequestId("req_8KdPz2");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateRequestId = /* @__PURE__ */ validator<RequestId>(checkRequestId);
