// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RefundReason } from "@vinr/types";
import { fail, failEnum, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";

/**
 * Whether a value is of type `RefundReason`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export function isRefundReason(value: unknown): value is RefundReason {
  try {
    return checkRefundReason(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `RefundReason`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export const validateRefundReason = /* @__PURE__ */ validator<RefundReason>(
  function validateRefundReason(value, options) {
    if (isRefundReason(value)) return { ok: true, value };
    return explain(value, explainRefundReason, options);
  },
);

/** @internal */
export function checkRefundReason(value: unknown): boolean {
  if (typeof value !== "string") return false;
  return true;
}

/** @internal */
export function explainRefundReason(value: unknown, at: Trail): void {
  if (typeof value !== "string") fail(at, value, "type", "a string");
}

/** @internal */
export function checkRefundReasonStrict(value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (value !== "requested_by_customer" && value !== "duplicate" && value !== "fraudulent" && value !== "product_not_received") return false;
  return true;
}

/** @internal */
export function explainRefundReasonStrict(value: unknown, at: Trail): void {
  if (typeof value !== "string") {
    fail(at, value, "type", "a string");
  } else {
    if (value !== "requested_by_customer" && value !== "duplicate" && value !== "fraudulent" && value !== "product_not_received") {
      failEnum(at, value, "enum", ["requested_by_customer", "duplicate", "fraudulent", "product_not_received"]);
    }
  }
}
