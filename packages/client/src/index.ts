/**
 * The VINR API from TypeScript and JavaScript.
 *
 * @packageDocumentation
 */
export type * from "@vinr/types";
export {
  type AnyApiError,
  type ApiErrorCode,
  type ApiErrorOf,
  isVinrApiError,
  type NewerErrorCode,
  VinrApiError,
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
export type { AppInfo, VinrCoreOptions } from "./config.js";
export { VinrCore } from "./core.js";
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
export type { OperationId } from "./generated/operations.js";
export type { ErrorEvent, HookEvent, Hooks, RequestEvent, ResponseEvent, RetryEvent } from "./hooks.js";
export type { Fetch, HttpRequest, HttpResponse } from "./http-seam.js";
export type { HttpInit, HttpMiddleware, HttpResult, VinrHttp } from "./http-types.js";
export type { CallInfo } from "./job.js";
export { type Logger, type LogLevel, logTo } from "./log.js";
export type { VinrResponse } from "./outcome.js";
export type { VinrListCall } from "./pagination.js";
export type { RateLimit } from "./rate-limit.js";
export {
  cancelPayment,
  capturePayment,
  createPayment,
  listPayments,
  type PaymentListParams,
  type Payments,
  retrievePayment,
} from "./resources/payments.js";
export { createRefund, listRefunds, type RefundListParams, type Refunds, retrieveRefund } from "./resources/refunds.js";
export {
  listSettlements,
  listSettlementTransactions,
  retrieveSettlement,
  type SettlementListParams,
  type Settlements,
  type SettlementTransactionListParams,
} from "./resources/settlements.js";
export {
  createWebhookEndpoint,
  deleteWebhookEndpoint,
  listWebhookEndpoints,
  type WebhookEndpointListParams,
  type Webhooks,
} from "./resources/webhooks.js";
export type { Runtime } from "./runtime.js";
export type { StandardSchema, ValidationIssue, ValidationResult } from "./standard-schema.js";
export type { OperationValidation, Validation } from "./validate.js";
export { Vinr, type VinrOptions } from "./vinr.js";
export { constructEvent, constructEventAsync, constructEventFromRequest } from "./webhooks/construct-event.js";
export type {
  HeaderValue,
  WebhookErrorCode,
  WebhookOptions,
  WebhookPayload,
  WebhookSecret,
} from "./webhooks/delivery.js";
export { type EventOf, WebhookHandlers } from "./webhooks/handlers.js";
export { signPayload } from "./webhooks/sign-payload.js";
