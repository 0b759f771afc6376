// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { Payment } from "@vinr/types";
import { checkAmount } from "./amount.js";
import { checkCurrency, explainCurrency } from "./currency.js";
import { checkDescription } from "./description.js";
import { checkMetadata } from "./metadata.js";
import { checkPaymentFailure, explainPaymentFailure } from "./payment-failure.js";
import { checkPaymentId, explainPaymentId } from "./payment-id.js";
import { checkPaymentStatus } from "./payment-status.js";
import { checkReturnUrl, explainReturnUrl } from "./return-url.js";
import { checkTimestamp, explainTimestamp } from "./timestamp.js";
import { isUri } from "../../runtime/addresses.js";
import { explainObject, type MemberTable } from "../../runtime/collections.js";
import { type Trail } from "../../runtime/issues.js";
import { failText, integer } from "../../runtime/scalars.js";
import { validator } from "../../runtime/validate.js";
import { asObject, isLonger } from "../../runtime/values.js";

const paymentAmountCapturable = (value: unknown, at?: Trail): boolean => integer(value, 0, 999999999999, at);
const paymentCheckoutUrl = (value: unknown, at?: Trail): boolean => (typeof value === "string" && !isLonger(value, 2048) && isUri(value)) || failText(value, 0, 2048, at, undefined, isUri, "an absolute URI");
const paymentMembers: MemberTable = {
  id: explainPaymentId,
  object: "payment",
  status: checkPaymentStatus,
  amount: checkAmount,
  currency: explainCurrency,
  metadata: checkMetadata,
  created_at: explainTimestamp,
  amountCapturable: paymentAmountCapturable,
  amountCaptured: paymentAmountCapturable,
  amountRefunded: paymentAmountCapturable,
  description: checkDescription,
  returnUrl: explainReturnUrl,
  checkoutUrl: paymentCheckoutUrl,
  failure: explainPaymentFailure,
};

/**
 * Whether a value is of type `Payment`. Never throws, and allocates nothing for plain data.
 * As it is described today: properties, enum values and tags that are not are refused.
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
  try {
    return checkPayment(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `Payment`, or all that is wrong with it.
 * As it is described today: properties, enum values and tags that are not are refused.
 *
 * @example
 * ```ts
 * const result = validatePayment(value);
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePayment = /* @__PURE__ */ validator<Payment>(checkPayment, explainPayment);

/** @internal */
export function checkPayment(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!checkPaymentId(object.id)) return false;
  if (object.object !== "payment") return false;
  if (!checkPaymentStatus(object.status)) return false;
  if (!checkAmount(object.amount)) return false;
  if (!checkCurrency(object.currency)) return false;
  if (object.amountCapturable !== undefined && !paymentAmountCapturable(object.amountCapturable)) return false;
  if (object.amountCaptured !== undefined && !paymentAmountCapturable(object.amountCaptured)) return false;
  if (object.amountRefunded !== undefined && !paymentAmountCapturable(object.amountRefunded)) return false;
  if (object.description !== undefined && !checkDescription(object.description)) return false;
  if (object.returnUrl !== undefined && !checkReturnUrl(object.returnUrl)) return false;
  if (object.checkoutUrl !== undefined && !paymentCheckoutUrl(object.checkoutUrl)) return false;
  if (object.failure !== undefined && !checkPaymentFailure(object.failure)) return false;
  if (!checkMetadata(object.metadata)) return false;
  if (!checkTimestamp(object.created_at)) return false;
  for (const key in object) {
    switch (key) {
      case "id":
      case "object":
      case "status":
      case "amount":
      case "currency":
      case "amountCapturable":
      case "amountCaptured":
      case "amountRefunded":
      case "description":
      case "returnUrl":
      case "checkoutUrl":
      case "failure":
      case "metadata":
      case "created_at":
        break;
      default:
        return false;
    }
  }
  return true;
}

/** @internal */
export function explainPayment(value: unknown, at: Trail): boolean {
  return explainObject(value, at, paymentMembers, 7, true);
}
