// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { ErrorCode } from "@vinr/types";
import { type Check } from "../../runtime/issues.js";
import { enumOf } from "../../runtime/scalars.js";
import { isValid, validator } from "../../runtime/validate.js";

/** @internal */
export const checkErrorCode: Check = /* @__PURE__ */ enumOf("body_malformed", "parameter_missing", "parameter_invalid", "parameter_unknown", "parameters_exclusive", "api_key_missing", "invalid_api_key", "expired_api_key", "api_key_kind_not_allowed", "api_key_wrong_environment", "card_declined", "authorization_declined", "permission_denied", "resource_not_found", "route_not_found", "method_not_allowed", "idempotency_key_reused", "idempotency_key_in_progress", "unsupported_media_type", "already_captured", "amount_too_large", "currency_not_enabled", "payment_not_capturable", "payment_not_cancellable", "payment_not_refundable", "rate_limited", "internal_error", "service_unavailable");

/**
 * Whether a value is of type `ErrorCode`. Never throws, and allocates nothing for plain data.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * isErrorCode("rate_limited"); // true
 * ```
 */
export function isErrorCode(value: unknown): value is ErrorCode {
  return isValid(checkErrorCode, value);
}

/**
 * Validates the value; returns it typed as `ErrorCode`, or its issues.
 * Properties, enum values and tags that are not in today's specification are rejected.
 *
 * @example
 * ```ts
 * const result = validateErrorCode("rate_limited");
 * if (!result.ok) console.error(result.issues);
 * ```
 */
export const validateErrorCode = /* @__PURE__ */ validator<ErrorCode>(checkErrorCode);
