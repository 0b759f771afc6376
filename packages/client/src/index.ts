/**
 * The VINR API from TypeScript and JavaScript.
 *
 * @packageDocumentation
 */
export type * from "@vinr/types";
export {
  type ApiErrorCode,
  isVinrApiError,
  VinrApiError,
  type VinrApiErrorDetails,
  VinrAuthenticationError,
  VinrCardError,
  VinrConflictError,
  VinrInvalidRequestError,
  VinrNotFoundError,
  VinrPermissionError,
  VinrRateLimitError,
  VinrServerError,
} from "./api-error.js";
export type { VinrCall } from "./call.js";
export type { CallOptions, WriteOptions } from "./call-options.js";
export type { VinrOptions } from "./config.js";
export type { Environment } from "./environment.js";
export {
  isVinrError,
  VinrAbortError,
  VinrConnectionError,
  VinrError,
  type VinrErrorDetails,
  VinrResponseError,
  VinrTimeoutError,
  VinrWebhookError,
} from "./errors.js";
export type { VinrListCall } from "./pagination.js";
export type { RateLimit } from "./rate-limit.js";
export type { PaymentListParams, Payments } from "./resources/payments.js";
export type { RefundListParams, Refunds } from "./resources/refunds.js";
export type { SettlementListParams, Settlements, SettlementTransactionListParams } from "./resources/settlements.js";
export type { WebhookEndpointListParams, Webhooks } from "./resources/webhooks.js";
export type { Runtime } from "./runtime.js";
export type { VinrResponse } from "./send.js";
export { Vinr } from "./vinr.js";
export {
  constructEvent,
  type HeaderValue,
  signPayload,
  type WebhookErrorCode,
  type WebhookOptions,
  type WebhookPayload,
} from "./webhooks.js";
