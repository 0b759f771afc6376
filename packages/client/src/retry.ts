import { type ApiErrorCode, VinrApiError } from "./api-error.js";
import type { VinrError } from "./errors.js";

const inProgress: ApiErrorCode = "idempotency_key_in_progress";
/** Every 5xx but 501, which says "never", and what went wrong on the way. */
const retried = /^(408|425|429|5(?!01)..|timeout|not_connected|connection_failed|response_cut)$/;
/** Nothing was done: no server was met, or it refused. */
const refused = /^(not_connected|[34](?!08)..)$/;

/** What is known when an attempt has failed. */
export interface Failure {
  readonly error: VinrError;
  /** Attempts made, from 1. */
  readonly attempts: number;
  readonly maxRetries: number;
  /** Milliseconds that are left of the total timeout. */
  readonly left: number;
  /** A number from 0 up to 1. */
  readonly random: number;
}

/**
 * How many milliseconds to wait before the next attempt; undefined where there is to be none.
 *
 * Backoff with full jitter: `random × min(8 s, 0.5 s × 2^(attempts − 1))`. A `Retry-After` stands in its place, to the
 * letter. Where the wait would outlast the total timeout, the call fails now instead of later.
 */
export function planRetry({ error, attempts, maxRetries, left, random }: Failure): number | undefined {
  if (attempts > maxRetries || !isRetryable(error)) return undefined;
  const seconds = error.retryAfter ?? random * Math.min(8, 0.5 * 2 ** (attempts - 1));
  const delay = seconds * 1000;
  return delay < left ? delay : undefined;
}

/** Whether another attempt may succeed, and cannot do a thing twice: every `POST` carries an idempotency key. */
export function isRetryable(error: VinrError): boolean {
  const { code, retryAfter } = error;
  const outcome = outcomeOf(error);
  // Only the 409 that says "still in progress" carries Retry-After; the other one never succeeds.
  if (outcome === "409") return code !== "idempotency_key_reused" && (code === inProgress || retryAfter !== undefined);
  return retried.test(outcome);
}

/** Whether what failed may have taken effect all the same. */
export function isUncertain(error: VinrError): boolean {
  return !refused.test(outcomeOf(error));
}

/** The status, where the API answered with an error; else the code. */
function outcomeOf(error: VinrError): string {
  return error instanceof VinrApiError ? `${error.status}` : error.code;
}
