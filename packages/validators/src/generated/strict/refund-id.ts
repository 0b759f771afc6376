// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RefundId } from "@vinr/types";
import { type Trail } from "../../runtime/issues.js";
import { failText } from "../../runtime/scalars.js";
import { validator } from "../../runtime/validate.js";
import { isLonger } from "../../runtime/values.js";

const refundIdPattern = /^re_[A-Za-z0-9]+$/u;

/**
 * Whether a value is of type `RefundId`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isRefundId("re_2bN7vC"); // true
 * ```
 */
export function isRefundId(value: unknown): value is RefundId {
  try {
    return checkRefundId(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `RefundId`, or all that is wrong with it.
 *
 * @example
 * ```ts
 * const result = validateRefundId("re_2bN7vC");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateRefundId = /* @__PURE__ */ validator<RefundId>(checkRefundId, explainRefundId);

/** @internal */
export function checkRefundId(value: unknown): boolean {
  return typeof value === "string" && !isLonger(value, 64) && refundIdPattern.test(value);
}

/** @internal */
export function explainRefundId(value: unknown, at: Trail): boolean {
  return failText(value, 4, 64, at, refundIdPattern);
}
