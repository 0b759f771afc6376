import { type Attempted, retell, rootMessage } from "./attempted.js";
import { VinrAbortError, VinrConnectionError, VinrResponseError, VinrTimeoutError } from "./errors.js";
import { interruptible } from "./interrupt.js";
import { readApiError } from "./read-error.js";
import type { Runtime } from "./runtime.js";
import type { Transport, TransportOutcome, TransportRequest } from "./transport.js";

/** An answer that says that the call succeeded. */
export interface Answer {
  readonly response: Response;
  readonly data: unknown;
}

/** How long an attempt may take, and what ends it sooner. */
export interface AttemptLimits {
  readonly signal: AbortSignal | undefined;
  readonly timeout: number;
  /** Milliseconds that are left of the total timeout. */
  readonly left: number;
}

/**
 * Sends a request once.
 *
 * @throws {VinrError} of the class that stands for what went wrong.
 */
export async function attempt(
  runtime: Runtime,
  transport: Transport,
  request: Omit<TransportRequest, "signal">,
  limits: AttemptLimits,
  attempted: Attempted,
): Promise<Answer> {
  const { signal, timeout, left } = limits;
  const outcome = await interruptible(
    runtime,
    {
      signal,
      ms: Math.max(1, Math.min(timeout, left)),
      onAbort: (reason) => aborted(attempted, reason),
      onTimeout: () => (timeout < left ? attemptTimedOut(attempted, timeout) : totalTimedOut(attempted)),
    },
    (inner) => transport({ ...request, signal: inner }),
  );
  return readOutcome(outcome, attempted, runtime.now());
}

/** The error for a call that its caller aborted. */
export function aborted({ title, idempotencyKey, attempts }: Attempted, cause: unknown): VinrAbortError {
  return new VinrAbortError(`${title} was aborted by its signal.`, {
    code: "aborted",
    idempotencyKey,
    attempts,
    cause,
  });
}

function attemptTimedOut({ title, idempotencyKey, attempts }: Attempted, timeout: number): VinrTimeoutError {
  const message = `${title} got no whole answer within the timeout of ${timeout} ms.${wayOut(idempotencyKey)}`;
  return new VinrTimeoutError(message, { code: "timeout", idempotencyKey, attempts });
}

function totalTimedOut({ title, idempotencyKey, attempts }: Attempted): VinrTimeoutError {
  const message = `${title} did not succeed within its totalTimeout.${wayOut(idempotencyKey)}`;
  return new VinrTimeoutError(message, { code: "total_timeout", idempotencyKey, attempts });
}

function readOutcome(outcome: TransportOutcome, attempted: Attempted, now: number): Answer {
  const { title, idempotencyKey, attempts, redact } = attempted;
  const details = { idempotencyKey, attempts };
  if (outcome.kind === "unreachable") {
    const cause = retell(outcome.cause, redact);
    const message = `${title} got no answer: ${rootMessage(cause)}.${wayOut(idempotencyKey)}`;
    throw new VinrConnectionError(message, { ...details, code: "connection_failed", cause });
  }
  const { response, kind } = outcome;
  const body = kind === "answered" ? outcome.body : undefined;
  const { status, headers } = response;
  const facts = { ...details, requestId: headers.get("x-request-id") ?? undefined };
  if (kind === "cut") {
    const cause = retell(outcome.cause, redact);
    const message = `The answer to ${title} (${status}) was cut: ${rootMessage(cause)}.${wayOut(idempotencyKey)}`;
    throw new VinrResponseError(message, { ...facts, code: "response_cut", cause });
  }
  // With "manual", a browser shows a redirect as a response of this type, with status 0.
  if ((status >= 300 && status < 400) || response.type === "opaqueredirect") {
    const message = `${title} was redirected (${status}), and redirects are not followed; correct baseUrl.`;
    throw new VinrResponseError(message, { ...facts, code: "response_redirected" });
  }
  if (kind === "answered" && !response.ok) throw readApiError(response, body, attempted, now);
  if (body === undefined && status !== 204) {
    const message = `The answer to ${title} (${status}) is not JSON; look for a proxy in between.${wayOut(idempotencyKey)}`;
    throw new VinrResponseError(message, { ...facts, code: "response_not_json" });
  }
  return { response, data: body };
}

/** Where a write may have taken effect, the way to find out. */
function wayOut(idempotencyKey: string | undefined): string {
  if (idempotencyKey === undefined) return "";
  return " It may have taken effect: call again with the same idempotencyKey, and it is done once.";
}
