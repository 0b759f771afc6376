// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RefundEventData } from "@vinr/types";
import { checkRefund, explainRefund } from "./refund.js";
import { explainObject, type MemberTable } from "../../runtime/collections.js";
import { type Trail } from "../../runtime/issues.js";
import { validator } from "../../runtime/validate.js";
import { asObject } from "../../runtime/values.js";

const refundEventDataMembers: MemberTable = { object: explainRefund };

/**
 * Whether a value is of type `RefundEventData`. Never throws, and allocates nothing for plain data.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * isRefundEventData({
 *   object: {
 *     id: "re_2bN7vC",
 *     object: "refund",
 *     payment: "pay_7rP1gS0bY",
 *     amount: 4999,
 *     currency: "EUR",
 *     status: "pending",
 *     reason: "requested_by_customer",
 *     metadata: { ticket: "T-77" },
 *     created_at: "2026-04-16T14:05:00Z",
 *   },
 * }); // true
 * ```
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
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * const result = validateRefundEventData(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateRefundEventData = /* @__PURE__ */ validator<RefundEventData>(checkRefundEventData, explainRefundEventData);

/** @internal */
export function checkRefundEventData(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!checkRefund(object.object)) return false;
  for (const key in object) {
    switch (key) {
      case "object":
        break;
      default:
        return false;
    }
  }
  return true;
}

/** @internal */
export function explainRefundEventData(value: unknown, at: Trail): boolean {
  return explainObject(value, at, refundEventDataMembers, 1, true);
}
