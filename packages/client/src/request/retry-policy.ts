import { memberOf } from "../config/own-properties.js";
import type { Runtime } from "../config/runtime.js";
import { type ApiErrorCode, VinrApiError } from "../errors/api-errors.js";
import { isOutcomeUnknown } from "../errors/create-errors.js";
import type { VinrError } from "../errors/errors.js";

/** Statuses that a later attempt may not get. A 409 is decided by its code instead. */
export const retryableStatuses: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Codes of failures between the client and VINR that a later attempt may not meet. */
export const retryableCodes: ReadonlySet<string> = new Set([
  "connection_failed",
  "not_connected",
  "response_cut",
  "timeout",
]);

/** Milliseconds that the first retry waits at most; each further retry doubles that. */
export const firstBackoff = 500;

/** Milliseconds that any retry waits at most, unless `Retry-After` asks for more. */
export const longestBackoff = 8000;

const inProgress: ApiErrorCode = "idempotency_key_in_progress";
const keyReused: ApiErrorCode = "idempotency_key_reused";

/** Whether another attempt may succeed. It can do nothing twice, because every `POST` and `PATCH` carries an idempotency key. */
export function shouldRetry(error: VinrError): boolean {
  if (!(error instanceof VinrApiError)) return retryableCodes.has(error.code);
  if (error.status === 409) {
    // VINR sends Retry-After only while the first request is in progress. A reused key never succeeds.
    return error.code !== keyReused && (error.code === inProgress || error.retryAfter !== undefined);
  }
  return retryableStatuses.has(error.status);
}

/** Milliseconds until the next attempt: as `Retry-After` says, otherwise exponential backoff with full jitter. */
export function retryDelay(runtime: Runtime, error: VinrError, attempts: number): number {
  const retryAfter = memberOf(error, "retryAfter");
  if (retryAfter !== undefined) return retryAfter * 1000;
  return runtime.random() * Math.min(longestBackoff, firstBackoff * 2 ** (attempts - 1));
}

/** Whether a failed attempt may nevertheless have taken effect. */
export function mayHaveTakenEffect(error: VinrError): boolean {
  if (!(error instanceof VinrApiError)) return error.code !== "not_connected";
  return isOutcomeUnknown(error.status);
}
