// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RefundList } from "@vinr/types";
import { checkPage } from "./page.js";
import { checkRefund } from "./refund.js";
import { array } from "../../runtime/arrays.js";
import { type Check } from "../../runtime/issues.js";
import { noOtherProperties, object } from "../../runtime/objects.js";
import { constant } from "../../runtime/scalars.js";
import { isValid, validator } from "../../runtime/validate.js";

const refundListData = /* @__PURE__ */ array(0, 100, checkRefund);

/** @internal */
export const checkRefundList: Check = /* @__PURE__ */ object(
  (members, context) =>
    constant(members.object, context, "object", "list") &&
    refundListData(members.data, context, "data") &&
    checkPage(members.page, context, "page"),
  /* @__PURE__ */ noOtherProperties("object", "data", "page"),
);

/**
 * Whether a value is of type `RefundList`. Never throws, and allocates nothing for plain data.
 * Properties, enum values and tags that are not in today's specification are rejected.
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
  return isValid(checkRefundList, value);
}

/**
 * Validates the value; returns it typed as `RefundList`, or its issues.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * const result = validateRefundList(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateRefundList = /* @__PURE__ */ validator<RefundList>(checkRefundList);
