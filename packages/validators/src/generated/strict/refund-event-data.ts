// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RefundEventData } from "@vinr/types";
import { checkRefund } from "./refund.js";
import { type Check } from "../../runtime/issues.js";
import { noOtherProperties, object } from "../../runtime/objects.js";
import { isValid, validator } from "../../runtime/validate.js";

/** @internal */
export const checkRefundEventData: Check = /* @__PURE__ */ object((members, context) => checkRefund(members.object, context, "object"), /* @__PURE__ */ noOtherProperties("object"));

/**
 * Whether a value is of type `RefundEventData`. Never throws, and allocates nothing for plain data.
 * Properties, enum values and tags that are not in today's specification are rejected.
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
  return isValid(checkRefundEventData, value);
}

/**
 * Validates the value; returns it typed as `RefundEventData`, or its issues.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * const result = validateRefundEventData(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateRefundEventData = /* @__PURE__ */ validator<RefundEventData>(checkRefundEventData);
