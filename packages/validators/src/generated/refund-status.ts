// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RefundStatus } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { string } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkRefundStatus: Check = string;

/**
 * Whether a value is of type `RefundStatus`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isRefundStatus("pending"); // true
 * ```
 */
export function isRefundStatus(value: unknown): value is RefundStatus {
  return isValid(checkRefundStatus, value);
}

/**
 * Validates the value; returns it typed as `RefundStatus`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateRefundStatus("pending");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateRefundStatus = /* @__PURE__ */ validator<RefundStatus>(checkRefundStatus);
