import type { CallState } from "../request/call-state.js";
import type { HttpResponse } from "../transport/transport.js";
import { classifyFailure } from "./classify-failure.js";
import {
  errorPage,
  VinrAbortError,
  VinrConnectionError,
  VinrError,
  type VinrErrorDetails,
  VinrResponseError,
  VinrTimeoutError,
} from "./errors.js";
import { findRootCause, sanitizeError } from "./sanitize-error.js";

type ErrorClass<E> = new (message: string, details: VinrErrorDetails) => E;

/** Creates an error that ends an attempt or a call, with the call's idempotency key and number of attempts. */
export function createCallError<E extends VinrError>(
  ErrorClass: ErrorClass<E>,
  { request, attempts }: CallState,
  message: string,
  details: VinrErrorDetails,
): E {
  return new ErrorClass(message, { idempotencyKey: request.info.idempotencyKey, attempts, ...details });
}

/** Creates the error for an argument that cannot be sent. Nothing was sent. */
export function createInvalidArgumentError(message: string): VinrError {
  return new VinrError(message, { code: "invalid_argument", docUrl: errorPage("parameter_invalid") });
}

/** Creates the error for a call whose signal aborted. */
export function createAbortError(call: CallState, cause: unknown): VinrAbortError {
  const message = `${call.request.title} was aborted by its signal.${effectHint(call)}`;
  return createCallError(VinrAbortError, call, message, { code: "aborted", cause });
}

/** Creates the error for an attempt, or a whole call, that ran out of time. */
export function createTimeoutError(call: CallState, option: "timeout" | "totalTimeout", ms: number): VinrTimeoutError {
  const message = `${call.request.title} did not finish within its ${option} of ${ms} ms.${effectHint(call)}`;
  return createCallError(VinrTimeoutError, call, message, { code: option === "timeout" ? option : "total_timeout" });
}

/** Creates the error for a request that got no response. */
export function createConnectionError(call: CallState, reason: unknown): VinrConnectionError {
  const cause = sanitizeError(reason, call.request.redact);
  const root = findRootCause(cause);
  const code = classifyFailure(root, call.mayHaveTakenEffect);
  const isUnsent = code === "not_connected" || code === "cannot_connect";
  const hint = isUnsent ? " Nothing was sent." : effectHint(call);
  const message = `${call.request.title} got no response: ${root.message}.${hint}`;
  return createCallError(VinrConnectionError, call, message, { code, cause });
}

/** Describes a response that the client cannot use. */
export interface ResponseProblem extends VinrErrorDetails {
  /** The rest of a sentence that starts with "The response". */
  readonly problem: string;
}

/** Creates the error for a response that the client cannot use. */
export function createResponseError(
  call: CallState,
  { status, headers }: HttpResponse,
  { problem, ...details }: ResponseProblem,
): VinrResponseError {
  const message = `The response to ${call.request.title} (status ${status}) ${problem}.${effectHint(call)}`;
  return createCallError(VinrResponseError, call, message, {
    requestId: readRequestId(call, headers),
    status,
    ...details,
  });
}

/** Reads the id that VINR gave the request. */
export function readRequestId({ request }: CallState, headers: Headers): string | undefined {
  return request.redact(headers.get("x-request-id") ?? "") || undefined;
}

/** Whether a response of this status leaves open what became of the request: it took too long, or the server or a proxy failed. */
export function isOutcomeUnknown(status: number): boolean {
  // Whoever does not implement an operation has not begun it.
  return status === 408 || (status >= 500 && status !== 501);
}

/** If a write was sent, tells how to find out whether it took effect. */
export function effectHint({ request, attempts }: CallState): string {
  if (request.info.idempotencyKey === undefined || attempts === 0) return "";
  return " It may have taken effect: call again with the same idempotencyKey to find out.";
}
