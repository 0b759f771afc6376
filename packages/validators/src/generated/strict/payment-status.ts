// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentStatus } from "@vinr/types";
import { type Check } from "../../runtime/issues.js";
import { enumOf } from "../../runtime/scalars.js";
import { isValid, validator } from "../../runtime/validate.js";

/** @internal */
export const checkPaymentStatus: Check = /* @__PURE__ */ enumOf("pending", "requires_authentication", "authorized", "completed", "failed", "cancelled", "expired");

/**
 * Whether a value is of type `PaymentStatus`. Never throws, and allocates nothing for plain data.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * isPaymentStatus("failed"); // true
 * ```
 */
export function isPaymentStatus(value: unknown): value is PaymentStatus {
  return isValid(checkPaymentStatus, value);
}

/**
 * Validates the value; returns it typed as `PaymentStatus`, or its issues.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * const result = validatePaymentStatus("failed");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validatePaymentStatus = /* @__PURE__ */ validator<PaymentStatus>(checkPaymentStatus);
