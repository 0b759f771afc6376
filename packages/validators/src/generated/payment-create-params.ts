// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentCreateParams } from "@vinr/types";
import { checkAmount } from "./amount.js";
import { checkCurrency, explainCurrency } from "./currency.js";
import { checkDescription } from "./description.js";
import { checkMetadata } from "./metadata.js";
import { checkReturnUrl, explainReturnUrl } from "./return-url.js";
import { explainObject, type MemberTable } from "../runtime/collections.js";
import { type Trail } from "../runtime/issues.js";
import { boolean } from "../runtime/scalars.js";
import { validator } from "../runtime/validate.js";
import { asObject } from "../runtime/values.js";

const paymentCreateParamsMembers: MemberTable = {
  amount: checkAmount,
  currency: explainCurrency,
  returnUrl: explainReturnUrl,
  description: checkDescription,
  capture: boolean,
  metadata: checkMetadata,
};

/**
 * Whether a value is of type `PaymentCreateParams`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isPaymentCreateParams({ amount: 1000, currency: "EUR", returnUrl: "https://shop.example/orders/1042/return" }); // true
 * ```
 */
export function isPaymentCreateParams(value: unknown): value is PaymentCreateParams {
  try {
    return checkPaymentCreateParams(value);
  } catch {
    return false;
  }
}

/**
 * Gives the value as a `PaymentCreateParams`, or all that is wrong with it.
 *
 * @example
 * ```ts
 * const result = validatePaymentCreateParams({ amount: 1000, currency: "EUR", returnUrl: "https://shop.example/orders/1042/return" });
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentCreateParams = /* @__PURE__ */ validator<PaymentCreateParams>(checkPaymentCreateParams, explainPaymentCreateParams);

/** @internal */
export function checkPaymentCreateParams(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined) return false;
  if (!checkAmount(object.amount)) return false;
  if (!checkCurrency(object.currency)) return false;
  if (!checkReturnUrl(object.returnUrl)) return false;
  if (object.description !== undefined && !checkDescription(object.description)) return false;
  if (object.capture !== undefined && !boolean(object.capture)) return false;
  if (object.metadata !== undefined && !checkMetadata(object.metadata)) return false;
  for (const key in object) {
    switch (key) {
      case "amount":
      case "currency":
      case "returnUrl":
      case "description":
      case "capture":
      case "metadata":
        break;
      default:
        return false;
    }
  }
  return true;
}

/** @internal */
export function explainPaymentCreateParams(value: unknown, at: Trail): boolean {
  return explainObject(value, at, paymentCreateParamsMembers, 3, true);
}
