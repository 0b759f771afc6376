// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RefundList } from "@vinr/types";
import { checkPage, explainPage } from "./page.js";
import { checkRefund, explainRefund } from "./refund.js";
import { explainArray, explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { validator } from "../runtime/validate.js";
import { asObject, isArray } from "../runtime/values.js";

const refundListMembers: MemberTable = { object: "list", data: explainRefundListData, page: explainPage };

/**
 * Whether a value is of type `RefundList`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isRefundList({
 *   object: "list",
 *   data: [
 *     {
 *       id: "re_2bN7vC",
 *       object: "refund",
 *       payment: "pay_7rP1gS0bY",
 *       amount: 4999,
 *       currency: "EUR",
 *       status: "succeeded",
 *       reason: "requested_by_customer",
 *       metadata: { ticket: "T-77" },
 *       created_at: "2026-04-16T14:05:00Z",
 *     },
 *   ],
 *   page: { has_more: false, next_cursor: null, total_estimate: 1 },
 * }); // true
 * ```
 */
export function isRefundList(value: unknown): value is RefundList {
  try {
    return checkRefundList(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `RefundList`, or all that is wrong with it.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateRefundList(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateRefundList = /* @__PURE__ */ validator<RefundList>(checkRefundList, explainRefundList);

/** @internal */
export function checkRefundList(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (object.object !== "list") return false;
  if (!checkRefundListData(object.data)) return false;
  if (!checkPage(object.page)) return false;
  return true;
}

/** @internal */
export function explainRefundList(value: unknown, at: Trail): boolean {
  return explainObject(value, at, refundListMembers, 3);
}

function checkRefundListData(value: unknown): boolean {
  if (!isArray(value)) return false;
  if (value.length > 100) return false;
  for (let i = 0; i < value.length; i++) {
    const item = value[i];
    if (!checkRefund(item)) return false;
  }
  return true;
}

function explainRefundListData(value: unknown, at: Trail): boolean {
  return explainArray(value, 0, 100, at, explainRefund);
}
