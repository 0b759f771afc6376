// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RefundCreateParams } from "@vinr/types";
import { checkMetadata } from "./metadata.js";
import { checkPaymentId, explainPaymentId } from "./payment-id.js";
import { checkRefundReasonStrict } from "./refund-reason.js";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { integer } from "../runtime/scalars.js";
import { validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

const refundCreateParamsAmount = (value: unknown, at?: Trail): boolean => integer(value, 1, 999999999999, at);
const refundCreateParamsMembers: MemberTable = {
  payment: explainPaymentId,
  amount: refundCreateParamsAmount,
  reason: checkRefundReasonStrict,
  metadata: checkMetadata,
};

/**
 * Whether a value is of type `RefundCreateParams`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isRefundCreateParams({ payment: "pay_7rP1gS0bY" }); // true
 * ```
 */
export function isRefundCreateParams(value: unknown): value is RefundCreateParams {
  try {
    return checkRefundCreateParams(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `RefundCreateParams`, or all that is wrong with it.
 *
 * @example
 * ```ts
 * const result = validateRefundCreateParams({ payment: "pay_7rP1gS0bY" });
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateRefundCreateParams = /* @__PURE__ */ validator<RefundCreateParams>(checkRefundCreateParams, explainRefundCreateParams);

/** @internal */
export function checkRefundCreateParams(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!checkPaymentId(object.payment)) return false;
  if (object.amount !== undefined && !refundCreateParamsAmount(object.amount)) return false;
  if (object.reason !== undefined && !checkRefundReasonStrict(object.reason)) return false;
  if (object.metadata !== undefined && !checkMetadata(object.metadata)) return false;
  for (const key in object) {
    switch (key) {
      case "payment":
      case "amount":
      case "reason":
      case "metadata":
        break;
      default:
        return false;
    }
  }
  return true;
}

/** @internal */
export function explainRefundCreateParams(value: unknown, at: Trail): boolean {
  return explainObject(value, at, refundCreateParamsMembers, 1, true);
}
