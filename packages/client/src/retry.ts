import { type ApiErrorCode, VinrApiError } from "./api-error.js";
import type { VinrError } from "./errors.js";

const inProgress: ApiErrorCode = "idempotency_key_in_progress";
/** What may be otherwise a moment later, and what went wrong on the way. */
const retried = /^(408|425|429|50[0234]|timeout|not_connected|connection_failed|response_cut)$/;
/** Nothing was done: no server was met, or it refused. */
const refused = /^(not_connected|[34](?!08)..)$/;

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
