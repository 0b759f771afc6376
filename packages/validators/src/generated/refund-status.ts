// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RefundStatus } from "@vinr/types";
import { fail, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";

/**
 * Whether a value is of type `RefundStatus`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export function isRefundStatus(value: unknown): value is RefundStatus {
  try {
    return checkRefundStatus(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `RefundStatus`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export const validateRefundStatus = /* @__PURE__ */ validator<RefundStatus>(
  function validateRefundStatus(value, options) {
    if (isRefundStatus(value)) return { ok: true, value };
    return explain(value, explainRefundStatus, options);
  },
);

/** @internal */
export function checkRefundStatus(value: unknown): boolean {
  if (typeof value !== "string") return false;
  return true;
}

/** @internal */
export function explainRefundStatus(value: unknown, at: Trail): void {
  if (typeof value !== "string") fail(at, value, "type", "a string");
}
