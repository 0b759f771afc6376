// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RefundEventData } from "@vinr/types";
import { checkRefund, explainRefund } from "./refund.js";
import { holder } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { validator } from "../runtime/validate.js";

const refundEventDataMember = (value: unknown, at?: Trail): unknown => (at === undefined ? checkRefund(value) : explainRefund(value, at));

/**
 * Whether a value is of type `RefundEventData`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export function isRefundEventData(value: unknown): value is RefundEventData {
  try {
    return checkRefundEventData(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `RefundEventData`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 */
export const validateRefundEventData = /* @__PURE__ */ validator<RefundEventData>(checkRefundEventData, checkRefundEventData);

/** @internal */
export function checkRefundEventData(value: unknown, at?: Trail): boolean {
  return holder(value, "object", refundEventDataMember, at);
}
