// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { RefundCreateParams } from "@vinr/types";
import { checkMetadata } from "./metadata.js";
import { checkPaymentId } from "./payment-id.js";
import { checkRefundReason_closed } from "./refund-reason.js";
import { type Check } from "../runtime/issues.js";
import { noOtherProperties, object } from "../runtime/objects.js";
import { integer } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

const refundCreateParamsAmount = /* @__PURE__ */ integer(1, 999999999999);

/** @internal */
export const checkRefundCreateParams: Check = /* @__PURE__ */ object(
  (members, context) =>
    checkPaymentId(members.payment, context, "payment") &&
    (members.amount === undefined || refundCreateParamsAmount(members.amount, context, "amount")) &&
    (members.reason === undefined || checkRefundReason_closed(members.reason, context, "reason")) &&
    (members.metadata === undefined || checkMetadata(members.metadata, context, "metadata")),
  /* @__PURE__ */ noOtherProperties("payment", "amount", "reason", "metadata"),
);

/**
 * Whether a value is of type `RefundCreateParams`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isRefundCreateParams({ payment: "pay_7rP1gS0bY" }); // true
 * ```
 */
export function isRefundCreateParams(value: unknown): value is RefundCreateParams {
  return isValid(checkRefundCreateParams, value);
}

/**
 * Validates the value; returns it typed as `RefundCreateParams`, or its issues.
 *
 * @example
 * ```ts
 * const result = validateRefundCreateParams({ payment: "pay_7rP1gS0bY" });
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateRefundCreateParams = /* @__PURE__ */ validator<RefundCreateParams>(checkRefundCreateParams);
