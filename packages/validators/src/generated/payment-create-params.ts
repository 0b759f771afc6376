// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentCreateParams } from "@vinr/types";
import { checkAmount } from "./amount.js";
import { checkCurrency } from "./currency.js";
import { checkDescription } from "./description.js";
import { checkMetadata } from "./metadata.js";
import { checkReturnUrl } from "./return-url.js";
import { type Check } from "../runtime/issues.js";
import { noOtherProperties, object } from "../runtime/objects.js";
import { boolean } from "../runtime/scalars.js";
import { isValid, validator } from "../runtime/validate.js";

/** @internal */
export const checkPaymentCreateParams: Check = /* @__PURE__ */ object(
  (members, context) =>
    checkAmount(members.amount, context, "amount") &&
    checkCurrency(members.currency, context, "currency") &&
    checkReturnUrl(members.returnUrl, context, "returnUrl") &&
    (members.description === undefined || checkDescription(members.description, context, "description")) &&
    (members.capture === undefined || boolean(members.capture, context, "capture")) &&
    (members.metadata === undefined || checkMetadata(members.metadata, context, "metadata")),
  /* @__PURE__ */ noOtherProperties("amount", "currency", "returnUrl", "description", "capture", "metadata"),
);

/**
 * Whether a value is of type `PaymentCreateParams`. Never throws, and allocates nothing for plain data.
 *
 * @example
 * ```ts
 * isPaymentCreateParams({ amount: 1000, currency: "EUR", returnUrl: "https://shop.example/orders/1042/return" }); // true
 * ```
 */
export function isPaymentCreateParams(value: unknown): value is PaymentCreateParams {
  return isValid(checkPaymentCreateParams, value);
}

/**
 * Validates the value; returns it typed as `PaymentCreateParams`, or its issues.
 *
 * @example
 * ```ts
 * const result = validatePaymentCreateParams({ amount: 1000, currency: "EUR", returnUrl: "https://shop.example/orders/1042/return" });
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentCreateParams = /* @__PURE__ */ validator<PaymentCreateParams>(checkPaymentCreateParams);
