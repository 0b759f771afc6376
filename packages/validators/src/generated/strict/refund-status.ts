// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RefundStatus } from "@vinr/types";
import { type Check } from "../../runtime/issues.js";
import { enumOf } from "../../runtime/scalars.js";
import { isValid, validator } from "../../runtime/validate.js";

/** @internal */
export const checkRefundStatus: Check = /* @__PURE__ */ enumOf("pending", "succeeded", "failed", "cancelled");

/**
 * Whether a value is of type `RefundStatus`. Never throws, and allocates nothing for plain data.
 * Properties, enum values and tags that are not in today's specification are rejected.
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
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * const result = validateRefundStatus("pending");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateRefundStatus = /* @__PURE__ */ validator<RefundStatus>(checkRefundStatus);
