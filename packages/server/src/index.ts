/**
 * The VINR API as typed handlers on the Fetch standard: `createHandler` turns one function per operation into a server.
 *
 * @packageDocumentation
 */
export { createHandler, createPartialHandler, type Handler } from "./create-handler.js";
export type { OperationId, OperationResponses } from "./generated/responses.js";
export type * from "./generated/types.js";
export type {
  IdempotencyOutcome,
  IdempotencyStore,
  IdempotentRequest,
  RecordedResponse,
  RequestWithoutKey,
} from "./idempotency/idempotency-store.js";
export { createMemoryIdempotencyStore } from "./idempotency/memory-store.js";
export type {
  Caller,
  OperationHandler,
  OperationRequest,
  OperationResponse,
  Operations,
  PartialOperations,
} from "./operations.js";
export type { HandlerOptions, RequestContext } from "./options.js";
export type { RateLimit, RateLimiter } from "./rate-limit/rate-limiter.js";
export { createTokenBucket, type TokenBucketOptions } from "./rate-limit/token-bucket.js";
export type { ApiKey, Environment } from "./request/api-key.js";
export { ApiError, type ApiErrorDetails, apiError, errorResponse } from "./response/api-error.js";
export { UndocumentedResponseError } from "./response/check-response.js";
export { type SignedDelivery, signDelivery } from "./webhooks/sign-delivery.js";
