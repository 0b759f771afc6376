// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Payment } from "@vinr/types";
import { checkAmount } from "./amount.js";
import { checkCurrency } from "./currency.js";
import { checkDescription } from "./description.js";
import { checkMetadata } from "./metadata.js";
import { checkPaymentFailure } from "./payment-failure.js";
import { checkPaymentId } from "./payment-id.js";
import { checkPaymentStatus } from "./payment-status.js";
import { checkReturnUrl } from "./return-url.js";
import { checkTimestamp } from "./timestamp.js";
import { uri } from "../../runtime/addresses.js";
import { type Check } from "../../runtime/issues.js";
import { noOtherProperties, object } from "../../runtime/objects.js";
import { boundedString, constant, integer } from "../../runtime/scalars.js";
import { isValid, validator } from "../../runtime/validate.js";

const paymentAmountCapturable = /* @__PURE__ */ integer(0, 999999999999);
const paymentAmountCaptured = /* @__PURE__ */ integer(0, 999999999999);
const paymentAmountRefunded = /* @__PURE__ */ integer(0, 999999999999);
const uriUpToLength2048 = /* @__PURE__ */ boundedString(0, 2048, undefined, uri);

/** @internal */
export const checkPayment: Check = /* @__PURE__ */ object(
  (members, context) =>
    checkPaymentId(members.id, context, "id") &&
    constant(members.object, context, "object", "payment") &&
    checkPaymentStatus(members.status, context, "status") &&
    checkAmount(members.amount, context, "amount") &&
    checkCurrency(members.currency, context, "currency") &&
    (members.amountCapturable === undefined || paymentAmountCapturable(members.amountCapturable, context, "amountCapturable")) &&
    (members.amountCaptured === undefined || paymentAmountCaptured(members.amountCaptured, context, "amountCaptured")) &&
    (members.amountRefunded === undefined || paymentAmountRefunded(members.amountRefunded, context, "amountRefunded")) &&
    (members.description === undefined || checkDescription(members.description, context, "description")) &&
    (members.returnUrl === undefined || checkReturnUrl(members.returnUrl, context, "returnUrl")) &&
    (members.checkoutUrl === undefined || uriUpToLength2048(members.checkoutUrl, context, "checkoutUrl")) &&
    (members.failure === undefined || checkPaymentFailure(members.failure, context, "failure")) &&
    checkMetadata(members.metadata, context, "metadata") &&
    checkTimestamp(members.created_at, context, "created_at"),
  /* @__PURE__ */ noOtherProperties("id", "object", "status", "amount", "currency", "amountCapturable", "amountCaptured", "amountRefunded", "description", "returnUrl", "checkoutUrl", "failure", "metadata", "created_at"),
);

/**
 * Whether a value is of type `Payment`. Never throws, and allocates nothing for plain data.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * isPayment({
 *   id: "pay_1234567890",
 *   object: "payment",
 *   status: "completed",
 *   amount: 1000,
 *   currency: "EUR",
 *   created_at: "2026-04-15T10:30:00Z",
 *   metadata: {},
 * }); // true
 * ```
 */
export function isPayment(value: unknown): value is Payment {
  return isValid(checkPayment, value);
}

/**
 * Validates the value; returns it typed as `Payment`, or its issues.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * const result = validatePayment(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePayment = /* @__PURE__ */ validator<Payment>(checkPayment);
