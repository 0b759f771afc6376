import {
  VinrAbortError,
  VinrConnectionError,
  type VinrError,
  type VinrErrorDetails,
  VinrResponseError,
  VinrTimeoutError,
} from "./errors.js";
import type { HttpResponse } from "./http-seam.js";
import type { Job } from "./job.js";
import { retell, rootOf } from "./retell.js";

type ErrorClass<E> = new (message: string, details: VinrErrorDetails) => E;

/** Makes the error that ends an attempt, with all that a caller needs to go on. */
export function fail<E extends VinrError>(
  ErrorClass: ErrorClass<E>,
  { info, attempts }: Job,
  message: string,
  details: VinrErrorDetails,
): E {
  return new ErrorClass(message, { idempotencyKey: info.idempotencyKey, attempts, ...details });
}

/** What a call is, for people: `POST /payments`. */
export function titleOf({ info, target, redact }: Job): string {
  return redact(`${info.method} ${target.split("?")[0]}`);
}

/** The error for a call that its caller aborted. */
export function aborted(job: Job, cause: unknown): VinrAbortError {
  return fail(VinrAbortError, job, `${titleOf(job)} was aborted by its signal.${wayOut(job)}`, {
    code: "aborted",
    cause,
  });
}

/** The error for time that is up: an attempt's or the whole call's. */
export function timedOut(job: Job, code: "timeout" | "total_timeout", ms: number): VinrTimeoutError {
  return fail(VinrTimeoutError, job, `${titleOf(job)} did not end within its ${code} of ${ms} ms.${wayOut(job)}`, {
    code,
  });
}

/** Codes of connections that never came about, so that nothing was sent over them. */
const neverConnected = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/;

/** The error for a request that nobody answered. */
export function unreachable(job: Job, reason: unknown): VinrConnectionError {
  const cause = retell(reason, job.redact);
  const root = rootOf(cause);
  const isUnsent = neverConnected.test(`${root.code}`) && !job.isUncertain;
  const consequence = isUnsent ? " Nothing was sent." : wayOut(job);
  return fail(VinrConnectionError, job, `${titleOf(job)} got no answer: ${root.message}.${consequence}`, {
    code: isUnsent ? "not_connected" : "connection_failed",
    cause,
  });
}

/** The error for an answer that is none of the API's. */
export function unreadable(
  job: Job,
  { status, headers }: HttpResponse,
  code: string,
  what: string,
  details?: Partial<VinrErrorDetails>,
): VinrResponseError {
  return fail(VinrResponseError, job, `The answer to ${titleOf(job)} (${status}) ${what}.${wayOut(job)}`, {
    code,
    requestId: readRequestId(job, headers),
    ...details,
  });
}

/** The id that VINR gave the request. */
export function readRequestId({ redact }: Job, headers: Headers): string | undefined {
  return redact(headers.get("x-request-id") ?? "") || undefined;
}

/** Where a write may have taken effect, the way to find out. */
function wayOut({ info, attempts }: Job): string {
  const isUncertain = info.idempotencyKey && attempts;
  return isUncertain ? " It may have taken effect: call again with the same idempotencyKey to find out." : "";
}
