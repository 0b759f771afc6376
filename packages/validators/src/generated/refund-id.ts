// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RefundId } from "@vinr/types";
import { fail, type Trail } from "../runtime/issues.js";
import { explain, validator } from "../runtime/validate.js";
import { countCharacters, isLonger, isShorter } from "../runtime/values.js";

const refundIdPattern = /^re_[A-Za-z0-9]+$/u;

/** Whether a value is of type `RefundId`. Never throws, and allocates nothing for plain data. */
export function isRefundId(value: unknown): value is RefundId {
  try {
    return checkRefundId(value);
  } catch {
    return false;
  }
}

/** Gives the value as a `RefundId`, or all that is wrong with it. */
export const validateRefundId = /* @__PURE__ */ validator<RefundId>(
  function validateRefundId(value, options) {
    if (isRefundId(value)) return { ok: true, value };
    return explain(value, explainRefundId, options);
  },
);

/** @internal */
export function checkRefundId(value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (isLonger(value, 64)) return false;
  if (isShorter(value, 4)) return false;
  if (!refundIdPattern.test(value)) return false;
  return true;
}

/** @internal */
export function explainRefundId(value: unknown, at: Trail): void {
  if (typeof value !== "string") {
    fail(at, value, "type", "a string");
  } else {
    if (isLonger(value, 64)) {
      fail(at, countCharacters(value), "max_length", "at most 64 characters long");
    } else {
      if (isShorter(value, 4)) fail(at, countCharacters(value), "min_length", "at least 4 characters long");
      if (!refundIdPattern.test(value)) fail(at, value, "pattern", "text that matches ^re_[A-Za-z0-9]+$");
    }
  }
}
