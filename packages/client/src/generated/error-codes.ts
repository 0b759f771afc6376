// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

/** Every error code that the API documents: the HTTP status and the error type it comes with, and what it means. */
export const errorCodes = {
  body_malformed: { status: 400, type: "invalid_request_error", description: "the body is not valid JSON, or larger than allowed" },
  parameter_missing: { status: 400, type: "invalid_request_error", description: "a required parameter or property is missing" },
  parameter_invalid: { status: 400, type: "invalid_request_error", description: "a parameter or property breaks its rule" },
  parameter_unknown: { status: 400, type: "invalid_request_error", description: "a parameter or property is not known; its name is probably misspelt" },
  parameters_exclusive: { status: 400, type: "invalid_request_error", description: "two parameters exclude each other" },
  api_key_missing: { status: 401, type: "authentication_error", description: "the request carries no key" },
  invalid_api_key: { status: 401, type: "authentication_error", description: "the key is malformed or does not exist" },
  expired_api_key: { status: 401, type: "authentication_error", description: "the key has expired or was rolled" },
  api_key_kind_not_allowed: { status: 401, type: "authentication_error", description: "the key is publishable, and the operation is for servers" },
  api_key_wrong_environment: { status: 401, type: "authentication_error", description: "a test key in production, or a live key in the sandbox" },
  card_declined: { status: 402, type: "card_error", description: "the customer's bank declined the card; decline_code says why" },
  authorization_declined: { status: 402, type: "card_error", description: "the customer's bank declined or withdrew the authorization" },
  permission_denied: { status: 403, type: "permission_error", description: "the restricted key lacks the permission" },
  resource_not_found: { status: 404, type: "invalid_request_error", description: "the object does not exist, or not in this environment" },
  route_not_found: { status: 404, type: "invalid_request_error", description: "The API has no such path" },
  method_not_allowed: { status: 405, type: "invalid_request_error", description: "the path exists, but not with this method" },
  idempotency_key_reused: { status: 409, type: "idempotency_error", description: "the idempotency key was used with another payload" },
  idempotency_key_in_progress: { status: 409, type: "idempotency_error", description: "the first request with the idempotency key is still in progress" },
  unsupported_media_type: { status: 415, type: "invalid_request_error", description: "the body is not application/json" },
  already_captured: { status: 422, type: "invalid_request_error", description: "the payment was captured before" },
  amount_too_large: { status: 422, type: "invalid_request_error", description: "the amount exceeds what can be captured or refunded" },
  currency_not_enabled: { status: 422, type: "invalid_request_error", description: "the account does not take the currency" },
  payment_not_capturable: { status: 422, type: "invalid_request_error", description: "the payment is not authorized" },
  payment_not_cancellable: { status: 422, type: "invalid_request_error", description: "the payment has ended" },
  payment_not_refundable: { status: 422, type: "invalid_request_error", description: "the payment is not completed" },
  rate_limited: { status: 429, type: "rate_limit_error", description: "the key's token bucket is empty" },
  internal_error: { status: 500, type: "api_error", description: "a fault of VINR" },
  service_unavailable: { status: 503, type: "api_error", description: "VINR is unavailable for a moment" },
} as const;

/** A documented error code. */
export type ErrorCode = keyof typeof errorCodes;
