import type { Runtime } from "../config/runtime.js";
import { createAbortError } from "../errors/create-errors.js";
import { onAbort } from "./abort-listeners.js";
import type { CallState } from "./call-state.js";

/** The time that a piece of work may take, and the signal that ends it early. */
export interface WorkLimits {
  readonly signal: AbortSignal | undefined;
  /** Milliseconds. */
  readonly ms: number;
  /** Creates the error to reject with when the time is up. */
  readonly onTimeout: () => Error;
}

/**
 * Waits for a number of milliseconds.
 *
 * @throws {VinrAbortError} as soon as the signal aborts.
 */
export function wait(runtime: Runtime, call: CallState, limits: Omit<WorkLimits, "onTimeout">): Promise<void> {
  const { signal, ms } = limits;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) throw createAbortError(call, signal.reason);
    const cancelTimer = runtime.after(ms, () => {
      removeListener();
      resolve();
    });
    const removeListener = onAbort(signal, (reason) => {
      cancelTimer();
      reject(createAbortError(call, reason));
    });
  });
}

/**
 * Runs work until it settles, the signal aborts or the time is up, whichever comes first. It settles at that moment even
 * if the work ignores its signal, and leaves neither a timer nor a listener behind.
 *
 * @throws {VinrAbortError} as soon as the signal aborts.
 */
export function runUntil<T>(
  runtime: Runtime,
  call: CallState,
  { signal, ms, onTimeout }: WorkLimits,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) throw createAbortError(call, signal.reason);
    const controller = new AbortController();
    const stop = (error: unknown) => {
      release();
      reject(error);
      controller.abort(error);
    };
    const cancelTimer = runtime.after(ms, () => stop(onTimeout()));
    const removeListener = onAbort(signal, (reason) => stop(createAbortError(call, reason)));
    const release = () => {
      cancelTimer();
      removeListener();
    };
    work(controller.signal).then((result) => {
      release();
      resolve(result);
    }, stop);
  });
}
