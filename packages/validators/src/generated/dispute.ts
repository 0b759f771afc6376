// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Dispute } from "@vinr/types";
import { checkAmount } from "./amount.js";
import { checkCurrency } from "./currency.js";
import { checkPaymentId } from "./payment-id.js";
import { checkTimestamp } from "./timestamp.js";
import { type Check } from "../runtime/issues.js";
import { object } from "../runtime/objects.js";
import { boundedString, constant, string } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

const disputeId = /* @__PURE__ */ boundedString(4, 64, /^dp_[A-Za-z0-9]+$/u);

/** @internal */
export const checkDispute: Check = /* @__PURE__ */ object(
  (members, context) =>
    disputeId(members.id, context, "id") &&
    constant(members.object, context, "object", "dispute") &&
    checkPaymentId(members.payment, context, "payment") &&
    checkAmount(members.amount, context, "amount") &&
    checkCurrency(members.currency, context, "currency") &&
    string(members.status, context, "status") &&
    checkTimestamp(members.created_at, context, "created_at"),
);

/**
 * Whether a value is of type `Dispute`. Never throws, and allocates nothing for plain data.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * isDispute({
 *   id: "dp_8sH3kD",
 *   object: "dispute",
 *   payment: "pay_1234567890",
 *   amount: 1000,
 *   currency: "EUR",
 *   status: "won",
 *   created_at: "2026-05-04T07:40:00Z",
 * }); // true
 * ```
 */
export function isDispute(value: unknown): value is Dispute {
  return isValid(checkDispute, value);
}

/**
 * Validates the value; returns it typed as `Dispute`, or its issues.
 * New properties, enum values and tags pass, as they may appear at any time.
 *
 * @example
 * ```ts
 * const result = validateDispute(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateDispute = /* @__PURE__ */ validator<Dispute>(checkDispute);
