// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RefundId } from "@vinr/types";
import { type Check } from "../runtime/issues.js";
import { boundedString } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkRefundId: Check = /* @__PURE__ */ boundedString(4, 64, /^re_[A-Za-z0-9]+$/u);

/**
 * Whether a value is of type `RefundId`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isRefundId("re_2bN7vC"); // true
 * ```
 */
export function isRefundId(value: unknown): value is RefundId {
  return isValid(checkRefundId, value);
}

/**
 * Validates the value; returns it typed as `RefundId`, or its issues.
 *
 * @example
 * ```ts
 * const result = validateRefundId("re_2bN7vC");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateRefundId = /* @__PURE__ */ validator<RefundId>(checkRefundId);
