import type { CallOptions } from "../config/call-options.js";
import type { Config } from "../config/config.js";
import { createConnectionError, createTimeoutError, readRequestId } from "../errors/create-errors.js";
import { VinrError } from "../errors/errors.js";
import { runHook } from "../hooks/run-hook.js";
import { readData } from "../response/read-data.js";
import type { CallState } from "./call-state.js";
import { runUntil, wait } from "./interrupt.js";
import { mayHaveTakenEffect, retryDelay, shouldRetry } from "./retry-policy.js";
import { sendAttempt } from "./send-attempt.js";

/** The limits of a call, defaults filled in. */
interface CallLimits {
  readonly signal: AbortSignal | undefined;
  readonly timeout: number;
  readonly totalTimeout: number;
  readonly maxRetries: number;
  /** When the total timeout ends, by the runtime's `elapsed()`. */
  readonly deadline: number;
}

/** A failed attempt, and the milliseconds until the next. */
interface Failure {
  readonly error: VinrError;
  readonly delay: number;
}

/**
 * Sends the request of a call, again while it fails in a way that a retry can cure, and returns the data of the response.
 *
 * @throws {VinrError} Nothing else is thrown.
 */
export async function sendWithRetries(config: Config, call: CallState, options: CallOptions): Promise<unknown> {
  const limits = readLimits(config, options);
  let failure: Failure | undefined;
  for (;;) {
    try {
      if (failure) await waitAfter(failure, config, call, limits);
      return await sendWithinTimeout(config, call, limits);
    } catch (reason) {
      const error = reason instanceof VinrError ? reason : createConnectionError(call, reason);
      const delay = nextDelay(config, call, limits, error);
      if (delay === undefined) {
        runHook(config, "onError", call, () => ({ error }));
        throw error;
      }
      runHook(config, "onRetry", call, () => ({ error, delay }));
      call.mayHaveTakenEffect ||= mayHaveTakenEffect(error);
      failure = { error, delay };
    }
  }
}

function readLimits(config: Config, options: CallOptions): CallLimits {
  const { timeout = config.timeout, totalTimeout = config.totalTimeout, maxRetries = config.maxRetries } = options;
  const { signal } = options;
  return { signal, timeout, totalTimeout, maxRetries, deadline: config.runtime.elapsed() + totalTimeout };
}

/**
 * Waits before the next attempt.
 *
 * @throws {VinrError} that of the failed attempt, if the program was suspended meanwhile until the call's time was up.
 */
async function waitAfter(
  { error, delay }: Failure,
  config: Config,
  call: CallState,
  limits: CallLimits,
): Promise<void> {
  await wait(config.runtime, call, { signal: limits.signal, ms: delay });
  if (config.runtime.elapsed() >= limits.deadline) throw error;
}

/** One attempt, from sending the request to validated data. */
async function sendWithinTimeout(config: Config, call: CallState, limits: CallLimits): Promise<unknown> {
  const { runtime } = config;
  const { signal, timeout, totalTimeout } = limits;
  const start = runtime.elapsed();
  const timeLeft = limits.deadline - start;
  const onTimeout = () =>
    timeout < timeLeft
      ? createTimeoutError(call, "timeout", timeout)
      : createTimeoutError(call, "totalTimeout", totalTimeout);
  const attemptLimits = { signal, ms: Math.min(timeout, timeLeft), onTimeout };
  const received = await runUntil(runtime, call, attemptLimits, (inner) => sendAttempt(config, call, inner));
  call.received = received;
  runHook(config, "onResponse", call, () => {
    const { status, headers } = received.response;
    return { status, headers, requestId: readRequestId(call, headers), duration: runtime.elapsed() - start };
  });
  const data = readData(config, call, received);
  await config.checks?.response(call, data);
  return data;
}

/** Milliseconds until the next attempt; undefined if there is none. */
function nextDelay(config: Config, call: CallState, limits: CallLimits, error: VinrError): number | undefined {
  const isStream = call.request.body instanceof ReadableStream;
  if (isStream || call.attempts > limits.maxRetries || !shouldRetry(error)) return undefined;
  const delay = retryDelay(config.runtime, error, call.attempts);
  // If the delay would outlast the total timeout, the call fails now rather than later.
  return delay < limits.deadline - config.runtime.elapsed() ? delay : undefined;
}
