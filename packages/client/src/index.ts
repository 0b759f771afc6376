/**
 * A client of the VINR API for TypeScript and JavaScript.
 *
 * @packageDocumentation
 */
export type * from "@vinr/types";
export type { CallOptions, WriteOptions } from "./config/call-options.js";
export type { AppInfo, VinrCoreOptions } from "./config/config.js";
export type { Environment } from "./config/environment.js";
export type { Runtime } from "./config/runtime.js";
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
} from "./errors/api-errors.js";
export {
  isVinrError,
  isVinrWebhookError,
  VinrAbortError,
  VinrConnectionError,
  VinrError,
  type VinrErrorDetails,
  VinrResponseError,
  VinrTimeoutError,
  VinrWebhookError,
} from "./errors/errors.js";
export type { OperationId } from "./generated/operations.js";
export * from "./generated/resources/index.js";
export type { Payments } from "./generated/resources/payments.js";
export type { Refunds } from "./generated/resources/refunds.js";
export type { Settlements } from "./generated/resources/settlements.js";
export type { ErrorEvent, HookEvent, Hooks, RequestEvent, ResponseEvent, RetryEvent } from "./hooks/hooks.js";
export { type Logger, type LogLevel, logTo } from "./hooks/log.js";
export type { HttpInit, HttpMiddleware, HttpResult, VinrHttp } from "./http/http-types.js";
export type { VinrCall } from "./request/call.js";
export type { CallInfo } from "./request/call-state.js";
export type { VinrListCall } from "./request/list-call.js";
export type { Webhooks } from "./resources/webhooks.js";
export type { RateLimit } from "./response/rate-limit.js";
export type { VinrResponse } from "./response/response-metadata.js";
export type { Fetch, HttpRequest, HttpResponse } from "./transport/transport.js";
export type { StandardSchema, ValidationIssue, ValidationResult } from "./validation/standard-schema.js";
export type { OperationValidation, Validation } from "./validation/validate.js";
export { Vinr, type VinrOptions } from "./vinr.js";
export { VinrCore } from "./vinr-core.js";
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
