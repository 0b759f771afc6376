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
  return new Promise((resolve, reject) => void watch(runtime, call, limits, resolve, reject));
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
  limits: WorkLimits,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const stop = (error: unknown) => {
      release();
      reject(error);
      controller.abort(error);
    };
    const release = watch(runtime, call, limits, () => stop(limits.onTimeout()), stop);
    work(controller.signal).then((result) => {
      release();
      resolve(result);
    }, stop);
  });
}

/** Calls back once, when the time is up or the signal aborts; the returned function cancels both. */
function watch(
  runtime: Runtime,
  call: CallState,
  { signal, ms }: Omit<WorkLimits, "onTimeout">,
  onTime: () => void,
  onStop: (error: unknown) => void,
): () => void {
  if (signal?.aborted) throw createAbortError(call, signal.reason);
  const release = () => {
    cancelTimer();
    removeListener();
  };
  const cancelTimer = runtime.after(ms, () => {
    release();
    onTime();
  });
  const removeListener = onAbort(signal, (reason) => {
    release();
    onStop(createAbortError(call, reason));
  });
  return release;
}
