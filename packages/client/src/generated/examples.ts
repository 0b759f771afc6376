// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

const example1 = { id: "pay_1234567890", object: "payment", status: "pending", amount: 1000, currency: "EUR", description: "Order 1042", returnUrl: "https://shop.example/orders/1042/return", checkoutUrl: "https://checkout.vinr.com/pay_1234567890", metadata: { order: "1042" }, created_at: "2026-04-15T10:30:00Z" };
const example2 = { id: "pay_7rP1gS0bY", object: "payment", status: "pending", amount: 190000, currency: "EUR", description: "Order 1041", returnUrl: "https://shop.example/orders/1041/return", checkoutUrl: "https://checkout.vinr.com/pay_7rP1gS0bY", metadata: { order: "1041" }, created_at: "2026-04-14T09:12:00Z" };
const example3 = { error: { type: "invalid_request_error", code: "parameter_invalid", message: "amount must be at least 1, got 0.", param: "amount", doc_url: "https://docs.vinr.com/errors/parameter_invalid", request_id: "req_8KdPz2" } };
const example4 = { error: { type: "invalid_request_error", code: "parameter_missing", message: "currency is required.", param: "currency", doc_url: "https://docs.vinr.com/errors/parameter_missing", request_id: "req_8KdPz2" } };
const example5 = { error: { type: "invalid_request_error", code: "parameter_unknown", message: "return_url is not a known property; did you mean returnUrl?", param: "return_url", doc_url: "https://docs.vinr.com/errors/parameter_unknown", request_id: "req_8KdPz2" } };
const example6 = { error: { type: "invalid_request_error", code: "body_malformed", message: "The body is not valid JSON: expected a value at position 12.", doc_url: "https://docs.vinr.com/errors/body_malformed", request_id: "req_8KdPz2" } };
const example7 = { error: { type: "authentication_error", code: "invalid_api_key", message: "The API key does not exist.", doc_url: "https://docs.vinr.com/errors/invalid_api_key", request_id: "req_8KdPz2" } };
const example8 = { error: { type: "authentication_error", code: "api_key_missing", message: "Send your secret key as Authorization: Bearer <key> or as X-Api-Key.", doc_url: "https://docs.vinr.com/errors/api_key_missing", request_id: "req_8KdPz2" } };
const example9 = { error: { type: "authentication_error", code: "expired_api_key", message: "The API key expired on 2026-04-01.", doc_url: "https://docs.vinr.com/errors/expired_api_key", request_id: "req_8KdPz2" } };
const example10 = { error: { type: "authentication_error", code: "api_key_kind_not_allowed", message: "A publishable key (pk_) cannot be used here; use a secret or restricted key.", doc_url: "https://docs.vinr.com/errors/api_key_kind_not_allowed", request_id: "req_8KdPz2" } };
const example11 = { error: { type: "authentication_error", code: "api_key_wrong_environment", message: "A test key works only against https://sandbox.api.vinr.com/v1.", doc_url: "https://docs.vinr.com/errors/api_key_wrong_environment", request_id: "req_8KdPz2" } };
const example12 = { error: { type: "card_error", code: "card_declined", message: "The card was declined.", decline_code: "insufficient_funds", doc_url: "https://docs.vinr.com/errors/card_declined", request_id: "req_8KdPz2", resource: "pay_7rP1gS0bY" } };
const example13 = { error: { type: "card_error", code: "authorization_declined", message: "The customer's bank declined the authorization.", decline_code: "do_not_honor", doc_url: "https://docs.vinr.com/errors/authorization_declined", request_id: "req_8KdPz2", resource: "pay_7rP1gS0bY" } };
const example14 = { error: { type: "permission_error", code: "permission_denied", message: "This restricted key may not do this; grant the permission in the dashboard.", doc_url: "https://docs.vinr.com/errors/permission_denied", request_id: "req_8KdPz2" } };
const example15 = { error: { type: "idempotency_error", code: "idempotency_key_reused", message: "This Idempotency-Key was used with another payload; use a new key for a new request.", param: "Idempotency-Key", doc_url: "https://docs.vinr.com/errors/idempotency_key_reused", request_id: "req_8KdPz2" } };
const example16 = { error: { type: "idempotency_error", code: "idempotency_key_in_progress", message: "A request with this Idempotency-Key is still in progress; send it again after Retry-After seconds.", param: "Idempotency-Key", doc_url: "https://docs.vinr.com/errors/idempotency_key_in_progress", request_id: "req_8KdPz2" } };
const example17 = { error: { type: "invalid_request_error", code: "currency_not_enabled", message: "The account cannot take payments in XAF; enable the currency in the dashboard.", param: "currency", doc_url: "https://docs.vinr.com/errors/currency_not_enabled", request_id: "req_8KdPz2" } };
const example18 = { error: { type: "rate_limit_error", code: "rate_limited", message: "Too many requests; send this one again after Retry-After seconds.", doc_url: "https://docs.vinr.com/errors/rate_limited", request_id: "req_8KdPz2" } };
const example19 = { error: { type: "api_error", code: "internal_error", message: "Something went wrong on our side; send the request again with the same Idempotency-Key.", doc_url: "https://docs.vinr.com/errors/internal_error", request_id: "req_8KdPz2" } };
const example20 = { error: { type: "api_error", code: "service_unavailable", message: "The API is unavailable for a moment; send the request again with the same Idempotency-Key.", doc_url: "https://docs.vinr.com/errors/service_unavailable", request_id: "req_8KdPz2" } };
const example21 = { object: "list", data: [{ id: "pay_5tK2mW8dQ", object: "payment", status: "failed", amount: 7500, currency: "EUR", description: "Order 1043", returnUrl: "https://shop.example/orders/1043/return", failure: { code: "insufficient_funds", category: "issuer_declined", message: "The card has insufficient funds.", retryable: true }, metadata: { order: "1043" }, created_at: "2026-04-15T11:05:00Z" }, { id: "pay_1234567890", object: "payment", status: "completed", amount: 1000, currency: "EUR", description: "Order 1042", returnUrl: "https://shop.example/orders/1042/return", amountCapturable: 0, amountCaptured: 1000, amountRefunded: 0, metadata: { order: "1042" }, created_at: "2026-04-15T10:30:00Z" }, { id: "pay_7rP1gS0bY", object: "payment", status: "completed", amount: 190000, currency: "EUR", description: "Order 1041", returnUrl: "https://shop.example/orders/1041/return", amountCapturable: 0, amountCaptured: 183500, amountRefunded: 4999, metadata: { order: "1041" }, created_at: "2026-04-14T09:12:00Z" }], page: { has_more: true, next_cursor: "pay_7rP1gS0bY", total_estimate: 1842 } };
const example22 = { object: "list", data: [{ id: "pay_4nV8xL1fH", object: "payment", status: "cancelled", amount: 25000, currency: "EUR", description: "Order 1040", returnUrl: "https://shop.example/orders/1040/return", amountCapturable: 0, amountCaptured: 0, amountRefunded: 0, metadata: { order: "1040" }, created_at: "2026-04-13T16:45:00Z" }, { id: "pay_2cB6jR9sZ", object: "payment", status: "expired", amount: 3200, currency: "EUR", description: "Order 1039", returnUrl: "https://shop.example/orders/1039/return", metadata: { order: "1039" }, created_at: "2026-04-12T08:20:00Z" }], page: { has_more: false, next_cursor: null, total_estimate: 1842 } };
const example23 = { error: { type: "invalid_request_error", code: "parameter_invalid", message: "limit must be at most 100, got 500.", param: "limit", doc_url: "https://docs.vinr.com/errors/parameter_invalid", request_id: "req_8KdPz2" } };
const example24 = { error: { type: "invalid_request_error", code: "parameters_exclusive", message: "starting_after and ending_before exclude each other; send one of them.", param: "ending_before", doc_url: "https://docs.vinr.com/errors/parameters_exclusive", request_id: "req_8KdPz2" } };
const example25 = { id: "pay_1234567890", object: "payment", status: "completed", amount: 1000, currency: "EUR", description: "Order 1042", returnUrl: "https://shop.example/orders/1042/return", amountCapturable: 0, amountCaptured: 1000, amountRefunded: 0, metadata: { order: "1042" }, created_at: "2026-04-15T10:30:00Z" };
const example26 = { id: "pay_1234567890", object: "payment", status: "completed", amount: 1000, currency: "EUR", created_at: "2026-04-15T10:30:00Z", metadata: {} };
const example27 = { id: "pay_1234567890", object: "payment", status: "requires_authentication", amount: 1000, currency: "EUR", description: "Order 1042", returnUrl: "https://shop.example/orders/1042/return", checkoutUrl: "https://checkout.vinr.com/pay_1234567890", metadata: { order: "1042" }, created_at: "2026-04-15T10:30:00Z" };
const example28 = { id: "pay_7rP1gS0bY", object: "payment", status: "authorized", amount: 190000, currency: "EUR", description: "Order 1041", returnUrl: "https://shop.example/orders/1041/return", amountCapturable: 190000, amountCaptured: 0, amountRefunded: 0, metadata: { order: "1041" }, created_at: "2026-04-14T09:12:00Z" };
const example29 = { id: "pay_7rP1gS0bY", object: "payment", status: "completed", amount: 190000, currency: "EUR", description: "Order 1041", returnUrl: "https://shop.example/orders/1041/return", amountCapturable: 0, amountCaptured: 183500, amountRefunded: 0, metadata: { order: "1041" }, created_at: "2026-04-14T09:12:00Z" };
const example30 = { id: "pay_7rP1gS0bY", object: "payment", status: "completed", amount: 190000, currency: "EUR", description: "Order 1041", returnUrl: "https://shop.example/orders/1041/return", amountCapturable: 0, amountCaptured: 183500, amountRefunded: 4999, metadata: { order: "1041" }, created_at: "2026-04-14T09:12:00Z" };
const example31 = { id: "pay_5tK2mW8dQ", object: "payment", status: "failed", amount: 7500, currency: "EUR", description: "Order 1043", returnUrl: "https://shop.example/orders/1043/return", failure: { code: "insufficient_funds", category: "issuer_declined", message: "The card has insufficient funds.", retryable: true }, metadata: { order: "1043" }, created_at: "2026-04-15T11:05:00Z" };
const example32 = { id: "pay_4nV8xL1fH", object: "payment", status: "cancelled", amount: 25000, currency: "EUR", description: "Order 1040", returnUrl: "https://shop.example/orders/1040/return", amountCapturable: 0, amountCaptured: 0, amountRefunded: 0, metadata: { order: "1040" }, created_at: "2026-04-13T16:45:00Z" };
const example33 = { id: "pay_2cB6jR9sZ", object: "payment", status: "expired", amount: 3200, currency: "EUR", description: "Order 1039", returnUrl: "https://shop.example/orders/1039/return", metadata: { order: "1039" }, created_at: "2026-04-12T08:20:00Z" };
const example34 = { error: { type: "invalid_request_error", code: "parameter_invalid", message: "id must start with its prefix, such as pay_, got 1234567890.", param: "id", doc_url: "https://docs.vinr.com/errors/parameter_invalid", request_id: "req_8KdPz2" } };
const example35 = { error: { type: "invalid_request_error", code: "resource_not_found", message: "There is no payment pay_0000000000.", param: "id", doc_url: "https://docs.vinr.com/errors/resource_not_found", request_id: "req_8KdPz2", resource: "pay_0000000000" } };
const example36 = { error: { type: "invalid_request_error", code: "already_captured", message: "The payment was already captured.", doc_url: "https://docs.vinr.com/errors/already_captured", request_id: "req_8KdPz2", resource: "pay_7rP1gS0bY" } };
const example37 = { error: { type: "invalid_request_error", code: "payment_not_capturable", message: "A payment can be captured when it is authorized; this one is pending.", doc_url: "https://docs.vinr.com/errors/payment_not_capturable", request_id: "req_8KdPz2", resource: "pay_1234567890" } };
const example38 = { error: { type: "invalid_request_error", code: "amount_too_large", message: "amount is 200000, but only 190000 can be captured.", param: "amount", doc_url: "https://docs.vinr.com/errors/amount_too_large", request_id: "req_8KdPz2", resource: "pay_7rP1gS0bY" } };
const example39 = { error: { type: "invalid_request_error", code: "payment_not_cancellable", message: "A payment that is expired cannot be cancelled.", doc_url: "https://docs.vinr.com/errors/payment_not_cancellable", request_id: "req_8KdPz2", resource: "pay_2cB6jR9sZ" } };
const example40 = { id: "re_2bN7vC", object: "refund", payment: "pay_7rP1gS0bY", amount: 4999, currency: "EUR", status: "pending", reason: "requested_by_customer", metadata: { ticket: "T-77" }, created_at: "2026-04-16T14:05:00Z" };
const example41 = { error: { type: "invalid_request_error", code: "amount_too_large", message: "amount is 200000, but only 178501 is left to refund.", param: "amount", doc_url: "https://docs.vinr.com/errors/amount_too_large", request_id: "req_8KdPz2", resource: "pay_7rP1gS0bY" } };
const example42 = { error: { type: "invalid_request_error", code: "payment_not_refundable", message: "A payment can be refunded when it is completed; this one is cancelled.", param: "payment", doc_url: "https://docs.vinr.com/errors/payment_not_refundable", request_id: "req_8KdPz2", resource: "pay_4nV8xL1fH" } };
const example43 = { object: "list", data: [{ id: "re_2bN7vC", object: "refund", payment: "pay_7rP1gS0bY", amount: 4999, currency: "EUR", status: "succeeded", reason: "requested_by_customer", metadata: { ticket: "T-77" }, created_at: "2026-04-16T14:05:00Z" }], page: { has_more: false, next_cursor: null, total_estimate: 1 } };
const example44 = { id: "re_2bN7vC", object: "refund", payment: "pay_7rP1gS0bY", amount: 4999, currency: "EUR", status: "succeeded", reason: "requested_by_customer", metadata: { ticket: "T-77" }, created_at: "2026-04-16T14:05:00Z" };
const example45 = { error: { type: "invalid_request_error", code: "resource_not_found", message: "There is no refund re_0000000000.", param: "id", doc_url: "https://docs.vinr.com/errors/resource_not_found", request_id: "req_8KdPz2", resource: "re_0000000000" } };
const example46 = { id: "we_6fD4pJ", object: "webhook_endpoint", url: "https://shop.example/webhooks/vinr", enabled_events: ["payment.completed", "payment.failed", "refund.completed"], status: "enabled", created_at: "2026-04-10T12:00:00Z", secret: "whsec_ExampleOnlyNotASecret0000" };
const example47 = { object: "list", data: [{ id: "we_6fD4pJ", object: "webhook_endpoint", url: "https://shop.example/webhooks/vinr", enabled_events: ["payment.completed", "payment.failed", "refund.completed"], status: "enabled", created_at: "2026-04-10T12:00:00Z" }], page: { has_more: false, next_cursor: null, total_estimate: 1 } };
const example48 = { error: { type: "invalid_request_error", code: "resource_not_found", message: "There is no webhook endpoint we_0000000000.", param: "id", doc_url: "https://docs.vinr.com/errors/resource_not_found", request_id: "req_8KdPz2", resource: "we_0000000000" } };
const example49 = { object: "list", data: [{ id: "setl_3kQ9xZ", object: "settlement", status: "paid", currency: "EUR", grossAmount: 184500, refundedAmount: 4999, feeAmount: 5238, netAmount: 174263, payoutId: "po_9hT2mK", periodStart: "2026-04-13T00:00:00Z", periodEnd: "2026-04-20T00:00:00Z", created_at: "2026-04-20T02:00:00Z" }], page: { has_more: false, next_cursor: null, total_estimate: 1 } };
const example50 = { id: "setl_3kQ9xZ", object: "settlement", status: "paid", currency: "EUR", grossAmount: 184500, refundedAmount: 4999, feeAmount: 5238, netAmount: 174263, payoutId: "po_9hT2mK", periodStart: "2026-04-13T00:00:00Z", periodEnd: "2026-04-20T00:00:00Z", created_at: "2026-04-20T02:00:00Z" };
const example51 = { id: "setl_3kQ9xZ", object: "settlement", status: "pending", currency: "EUR", grossAmount: 184500, refundedAmount: 4999, feeAmount: 5238, netAmount: 174263, payoutId: null, periodStart: "2026-04-13T00:00:00Z", periodEnd: "2026-04-20T00:00:00Z", created_at: "2026-04-20T02:00:00Z" };
const example52 = { error: { type: "invalid_request_error", code: "resource_not_found", message: "There is no settlement setl_0000000000.", param: "id", doc_url: "https://docs.vinr.com/errors/resource_not_found", request_id: "req_8KdPz2", resource: "setl_0000000000" } };
const example53 = { object: "list", data: [{ id: "btx_4zY8wV", object: "settlement_transaction", type: "fee", source: null, gross: 0, fee: -60, net: -60, currency: "EUR", created_at: "2026-04-19T23:59:59Z" }, { id: "btx_3yX7vU", object: "settlement_transaction", type: "refund", source: "re_2bN7vC", gross: -4999, fee: 0, net: -4999, currency: "EUR", created_at: "2026-04-16T14:05:00Z" }, { id: "btx_2xW6uT", object: "settlement_transaction", type: "payment", source: "pay_1234567890", gross: 1000, fee: -34, net: 966, currency: "EUR", created_at: "2026-04-15T10:31:12Z" }, { id: "btx_1wV5tS", object: "settlement_transaction", type: "payment", source: "pay_7rP1gS0bY", gross: 183500, fee: -5144, net: 178356, currency: "EUR", created_at: "2026-04-15T08:00:00Z" }], page: { has_more: false, next_cursor: null, total_estimate: 4 } };
const example54 = { id: "evt_1aC5eG", object: "event", type: "payment.created", created_at: "2026-04-15T10:30:00Z", data: { object: { id: "pay_1234567890", object: "payment", status: "pending", amount: 1000, currency: "EUR", description: "Order 1042", returnUrl: "https://shop.example/orders/1042/return", checkoutUrl: "https://checkout.vinr.com/pay_1234567890", metadata: { order: "1042" }, created_at: "2026-04-15T10:30:00Z" } } };
const example55 = { id: "evt_2bD6fH", object: "event", type: "payment.authorized", created_at: "2026-04-14T09:13:20Z", data: { object: { id: "pay_7rP1gS0bY", object: "payment", status: "authorized", amount: 190000, currency: "EUR", description: "Order 1041", returnUrl: "https://shop.example/orders/1041/return", amountCapturable: 190000, amountCaptured: 0, amountRefunded: 0, metadata: { order: "1041" }, created_at: "2026-04-14T09:12:00Z" } } };
const example56 = { id: "evt_3cE7gJ", object: "event", type: "payment.completed", created_at: "2026-04-15T10:31:12Z", data: { object: { id: "pay_1234567890", object: "payment", status: "completed", amount: 1000, currency: "EUR", description: "Order 1042", returnUrl: "https://shop.example/orders/1042/return", amountCapturable: 0, amountCaptured: 1000, amountRefunded: 0, metadata: { order: "1042" }, created_at: "2026-04-15T10:30:00Z" } } };
const example57 = { id: "evt_4dF8hK", object: "event", type: "payment.failed", created_at: "2026-04-15T11:06:30Z", data: { object: { id: "pay_5tK2mW8dQ", object: "payment", status: "failed", amount: 7500, currency: "EUR", description: "Order 1043", returnUrl: "https://shop.example/orders/1043/return", failure: { code: "insufficient_funds", category: "issuer_declined", message: "The card has insufficient funds.", retryable: true }, metadata: { order: "1043" }, created_at: "2026-04-15T11:05:00Z" } } };
const example58 = { id: "evt_5eG9jL", object: "event", type: "payment.cancelled", created_at: "2026-04-14T08:00:00Z", data: { object: { id: "pay_4nV8xL1fH", object: "payment", status: "cancelled", amount: 25000, currency: "EUR", description: "Order 1040", returnUrl: "https://shop.example/orders/1040/return", amountCapturable: 0, amountCaptured: 0, amountRefunded: 0, metadata: { order: "1040" }, created_at: "2026-04-13T16:45:00Z" } } };
const example59 = { id: "evt_6fH1kM", object: "event", type: "payment.expired", created_at: "2026-04-13T08:20:00Z", data: { object: { id: "pay_2cB6jR9sZ", object: "payment", status: "expired", amount: 3200, currency: "EUR", description: "Order 1039", returnUrl: "https://shop.example/orders/1039/return", metadata: { order: "1039" }, created_at: "2026-04-12T08:20:00Z" } } };
const example60 = { id: "evt_7gJ2lN", object: "event", type: "refund.created", created_at: "2026-04-16T14:05:00Z", data: { object: { id: "re_2bN7vC", object: "refund", payment: "pay_7rP1gS0bY", amount: 4999, currency: "EUR", status: "pending", reason: "requested_by_customer", metadata: { ticket: "T-77" }, created_at: "2026-04-16T14:05:00Z" } } };
const example61 = { id: "evt_8hK3mP", object: "event", type: "refund.completed", created_at: "2026-04-17T06:00:00Z", data: { object: { id: "re_2bN7vC", object: "refund", payment: "pay_7rP1gS0bY", amount: 4999, currency: "EUR", status: "succeeded", reason: "requested_by_customer", metadata: { ticket: "T-77" }, created_at: "2026-04-16T14:05:00Z" } } };
const example62 = { id: "evt_9jL4nQ", object: "event", type: "dispute.opened", created_at: "2026-05-04T07:40:00Z", data: { object: { id: "dp_8sH3kD", object: "dispute", payment: "pay_1234567890", amount: 1000, currency: "EUR", status: "open", created_at: "2026-05-04T07:40:00Z" } } };
const example63 = { id: "evt_1kM5pR", object: "event", type: "dispute.resolved", created_at: "2026-05-18T09:00:00Z", data: { object: { id: "dp_8sH3kD", object: "dispute", payment: "pay_1234567890", amount: 1000, currency: "EUR", status: "won", created_at: "2026-05-04T07:40:00Z" } } };
const example64 = { id: "evt_2lN6qS", object: "event", type: "settlement.completed", created_at: "2026-04-21T05:30:00Z", data: { object: { id: "setl_3kQ9xZ", object: "settlement", status: "paid", currency: "EUR", grossAmount: 184500, refundedAmount: 4999, feeAmount: 5238, netAmount: 174263, payoutId: "po_9hT2mK", periodStart: "2026-04-13T00:00:00Z", periodEnd: "2026-04-20T00:00:00Z", created_at: "2026-04-20T02:00:00Z" } } };

/** The documented responses of each operation: by status, then by the example's name. */
export const examples = {
  createPayment: {
    "201": { pending: example1, pendingAuthorizeOnly: example2 },
    "400": { parameterInvalid: example3, parameterMissing: example4, parameterUnknown: example5, bodyMalformed: example6 },
    "401": { invalidApiKey: example7, apiKeyMissing: example8, expiredApiKey: example9, apiKeyKindNotAllowed: example10, apiKeyWrongEnvironment: example11 },
    "402": { cardDeclined: example12, authorizationDeclined: example13 },
    "403": { permissionDenied: example14 },
    "409": { idempotencyKeyReused: example15, idempotencyKeyInProgress: example16 },
    "422": { currencyNotEnabled: example17 },
    "429": { rateLimited: example18 },
    "500": { internal: example19 },
    "503": { serviceUnavailable: example20 },
  },
  listPayments: {
    "200": { firstPage: example21, lastPage: example22 },
    "400": { limitInvalid: example23, parametersExclusive: example24 },
    "401": { invalidApiKey: example7, apiKeyMissing: example8, expiredApiKey: example9, apiKeyKindNotAllowed: example10, apiKeyWrongEnvironment: example11 },
    "403": { permissionDenied: example14 },
    "429": { rateLimited: example18 },
    "500": { internal: example19 },
    "503": { serviceUnavailable: example20 },
  },
  retrievePayment: {
    "200": { completed: example25, minimal: example26, pending: example1, requiresAuthentication: example27, authorized: example28, captured: example29, partiallyRefunded: example30, failed: example31, cancelled: example32, expired: example33 },
    "400": { idInvalid: example34 },
    "401": { invalidApiKey: example7, apiKeyMissing: example8, expiredApiKey: example9, apiKeyKindNotAllowed: example10, apiKeyWrongEnvironment: example11 },
    "403": { permissionDenied: example14 },
    "404": { paymentNotFound: example35 },
    "429": { rateLimited: example18 },
    "500": { internal: example19 },
    "503": { serviceUnavailable: example20 },
  },
  capturePayment: {
    "200": { captured: example29 },
    "400": { parameterInvalid: example3, parameterMissing: example4, parameterUnknown: example5, bodyMalformed: example6 },
    "401": { invalidApiKey: example7, apiKeyMissing: example8, expiredApiKey: example9, apiKeyKindNotAllowed: example10, apiKeyWrongEnvironment: example11 },
    "402": { cardDeclined: example12, authorizationDeclined: example13 },
    "403": { permissionDenied: example14 },
    "404": { paymentNotFound: example35 },
    "409": { idempotencyKeyReused: example15, idempotencyKeyInProgress: example16 },
    "422": { alreadyCaptured: example36, paymentNotCapturable: example37, captureAmountTooLarge: example38 },
    "429": { rateLimited: example18 },
    "500": { internal: example19 },
    "503": { serviceUnavailable: example20 },
  },
  cancelPayment: {
    "200": { cancelled: example32 },
    "400": { idInvalid: example34 },
    "401": { invalidApiKey: example7, apiKeyMissing: example8, expiredApiKey: example9, apiKeyKindNotAllowed: example10, apiKeyWrongEnvironment: example11 },
    "403": { permissionDenied: example14 },
    "404": { paymentNotFound: example35 },
    "409": { idempotencyKeyReused: example15, idempotencyKeyInProgress: example16 },
    "422": { alreadyCaptured: example36, paymentNotCancellable: example39 },
    "429": { rateLimited: example18 },
    "500": { internal: example19 },
    "503": { serviceUnavailable: example20 },
  },
  createRefund: {
    "201": { pending: example40 },
    "400": { parameterInvalid: example3, parameterMissing: example4, parameterUnknown: example5, bodyMalformed: example6 },
    "401": { invalidApiKey: example7, apiKeyMissing: example8, expiredApiKey: example9, apiKeyKindNotAllowed: example10, apiKeyWrongEnvironment: example11 },
    "403": { permissionDenied: example14 },
    "404": { paymentNotFound: example35 },
    "409": { idempotencyKeyReused: example15, idempotencyKeyInProgress: example16 },
    "422": { refundAmountTooLarge: example41, paymentNotRefundable: example42 },
    "429": { rateLimited: example18 },
    "500": { internal: example19 },
    "503": { serviceUnavailable: example20 },
  },
  listRefunds: {
    "200": { ofOnePayment: example43 },
    "400": { limitInvalid: example23, parametersExclusive: example24 },
    "401": { invalidApiKey: example7, apiKeyMissing: example8, expiredApiKey: example9, apiKeyKindNotAllowed: example10, apiKeyWrongEnvironment: example11 },
    "403": { permissionDenied: example14 },
    "429": { rateLimited: example18 },
    "500": { internal: example19 },
    "503": { serviceUnavailable: example20 },
  },
  retrieveRefund: {
    "200": { succeeded: example44, pending: example40 },
    "400": { idInvalid: example34 },
    "401": { invalidApiKey: example7, apiKeyMissing: example8, expiredApiKey: example9, apiKeyKindNotAllowed: example10, apiKeyWrongEnvironment: example11 },
    "403": { permissionDenied: example14 },
    "404": { refundNotFound: example45 },
    "429": { rateLimited: example18 },
    "500": { internal: example19 },
    "503": { serviceUnavailable: example20 },
  },
  createWebhookEndpoint: {
    "201": { withSecret: example46 },
    "400": { parameterInvalid: example3, parameterMissing: example4, parameterUnknown: example5, bodyMalformed: example6 },
    "401": { invalidApiKey: example7, apiKeyMissing: example8, expiredApiKey: example9, apiKeyKindNotAllowed: example10, apiKeyWrongEnvironment: example11 },
    "403": { permissionDenied: example14 },
    "409": { idempotencyKeyReused: example15, idempotencyKeyInProgress: example16 },
    "429": { rateLimited: example18 },
    "500": { internal: example19 },
    "503": { serviceUnavailable: example20 },
  },
  listWebhookEndpoints: {
    "200": { onePage: example47 },
    "400": { limitInvalid: example23, parametersExclusive: example24 },
    "401": { invalidApiKey: example7, apiKeyMissing: example8, expiredApiKey: example9, apiKeyKindNotAllowed: example10, apiKeyWrongEnvironment: example11 },
    "403": { permissionDenied: example14 },
    "429": { rateLimited: example18 },
    "500": { internal: example19 },
    "503": { serviceUnavailable: example20 },
  },
  deleteWebhookEndpoint: {
    "204": {},
    "400": { idInvalid: example34 },
    "401": { invalidApiKey: example7, apiKeyMissing: example8, expiredApiKey: example9, apiKeyKindNotAllowed: example10, apiKeyWrongEnvironment: example11 },
    "403": { permissionDenied: example14 },
    "404": { webhookEndpointNotFound: example48 },
    "429": { rateLimited: example18 },
    "500": { internal: example19 },
    "503": { serviceUnavailable: example20 },
  },
  listSettlements: {
    "200": { onePage: example49 },
    "400": { limitInvalid: example23, parametersExclusive: example24 },
    "401": { invalidApiKey: example7, apiKeyMissing: example8, expiredApiKey: example9, apiKeyKindNotAllowed: example10, apiKeyWrongEnvironment: example11 },
    "403": { permissionDenied: example14 },
    "429": { rateLimited: example18 },
    "500": { internal: example19 },
    "503": { serviceUnavailable: example20 },
  },
  retrieveSettlement: {
    "200": { paid: example50, pending: example51 },
    "400": { idInvalid: example34 },
    "401": { invalidApiKey: example7, apiKeyMissing: example8, expiredApiKey: example9, apiKeyKindNotAllowed: example10, apiKeyWrongEnvironment: example11 },
    "403": { permissionDenied: example14 },
    "404": { settlementNotFound: example52 },
    "429": { rateLimited: example18 },
    "500": { internal: example19 },
    "503": { serviceUnavailable: example20 },
  },
  listSettlementTransactions: {
    "200": { wholeSettlement: example53 },
    "400": { limitInvalid: example23, parametersExclusive: example24 },
    "401": { invalidApiKey: example7, apiKeyMissing: example8, expiredApiKey: example9, apiKeyKindNotAllowed: example10, apiKeyWrongEnvironment: example11 },
    "403": { permissionDenied: example14 },
    "404": { settlementNotFound: example52 },
    "429": { rateLimited: example18 },
    "500": { internal: example19 },
    "503": { serviceUnavailable: example20 },
  },
};

/** The documented payloads of each event type, by the example's name. */
export const eventExamples = {
  "payment.created": { paymentCreated: example54 },
  "payment.authorized": { paymentAuthorized: example55 },
  "payment.completed": { paymentCompleted: example56 },
  "payment.failed": { paymentFailed: example57 },
  "payment.cancelled": { paymentCancelled: example58 },
  "payment.expired": { paymentExpired: example59 },
  "refund.created": { refundCreated: example60 },
  "refund.completed": { refundCompleted: example61 },
  "dispute.opened": { disputeOpened: example62 },
  "dispute.resolved": { disputeResolved: example63 },
  "settlement.completed": { settlementCompleted: example64 },
};
