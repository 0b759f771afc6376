// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Refund } from "@vinr/types";
import { checkAmount } from "./amount.js";
import { checkCurrency } from "./currency.js";
import { checkMetadata } from "./metadata.js";
import { checkPaymentId } from "./payment-id.js";
import { checkRefundId } from "./refund-id.js";
import { checkTimestamp } from "./timestamp.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { constant, string } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkRefund: Check = /* @__PURE__ */ object(
  (members, context) =>
    checkRefundId(members.id, context, "id") &&
    constant(members.object, context, "object", "refund") &&
    checkPaymentId(members.payment, context, "payment") &&
    checkAmount(members.amount, context, "amount") &&
    checkCurrency(members.currency, context, "currency") &&
    string(members.status, context, "status") &&
    (members.reason === undefined || string(members.reason, context, "reason")) &&
    checkMetadata(members.metadata, context, "metadata") &&
    checkTimestamp(members.created_at, context, "created_at"),
);

/**
 * Whether a value is of type `Refund`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isRefund({
 *   id: "re_2bN7vC",
 *   object: "refund",
 *   payment: "pay_7rP1gS0bY",
 *   amount: 4999,
 *   currency: "EUR",
 *   status: "pending",
 *   reason: "requested_by_customer",
 *   metadata: { ticket: "T-77" },
 *   created_at: "2026-04-16T14:05:00Z",
 * }); // true
 * ```
 */
export function isRefund(value: unknown): value is Refund {
  return isValid(checkRefund, value);
}

/**
 * Validates the value; returns it typed as `Refund`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateRefund(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateRefund = /* @__PURE__ */ validator<Refund>(checkRefund);
