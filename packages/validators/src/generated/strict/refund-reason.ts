// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RefundReason } from "@vinr/types";
import { type Check } from "../../runtime/issues.js";
import { enumOf } from "../../runtime/scalars.js";
import { isValid, validator } from "../../runtime/validate.js";

/** @internal */
export const checkRefundReason: Check = /* @__PURE__ */ enumOf("requested_by_customer", "duplicate", "fraudulent", "product_not_received");

/**
 * Whether a value is of type `RefundReason`. Never throws, and allocates nothing for plain data.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * isRefundReason("requested_by_customer"); // true
 * ```
 */
export function isRefundReason(value: unknown): value is RefundReason {
  return isValid(checkRefundReason, value);
}

/**
 * Validates the value; returns it typed as `RefundReason`, or its issues.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * const result = validateRefundReason("requested_by_customer");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateRefundReason = /* @__PURE__ */ validator<RefundReason>(checkRefundReason);
