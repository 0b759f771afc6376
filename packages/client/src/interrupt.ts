import type { Runtime } from "./runtime.js";

/** What ends a piece of work before its time. */
export interface Limits {
  readonly signal: AbortSignal | undefined;
  readonly ms: number;
  /** What to reject with when the signal aborts. */
  readonly onAbort: (reason: unknown) => Error;
  /** What to reject with when the time is up; undefined where that is what was waited for. */
  readonly onTimeout: () => Error | undefined;
}

/**
 * Runs work until it ends, the signal aborts or the time is up, whichever comes first.
 *
 * It settles at that moment even where the work ignores the signal that it is given, and leaves neither a timer nor a
 * listener behind.
 */
export function interruptible<T>(
  { after }: Runtime,
  { signal, ms, onAbort, onTimeout }: Limits,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  if (signal?.aborted) return Promise.reject(onAbort(signal.reason));
  const controller = new AbortController();
  return new Promise((resolve, reject) => {
    const end = (error: unknown, result?: T) => {
      cancelTimer();
      signal?.removeEventListener("abort", abort);
      if (error === undefined) resolve(result);
      else reject(error);
    };
    const stop = (error: Error | undefined) => {
      end(error);
      controller.abort(error);
    };
    const abort = () => stop(onAbort(signal?.reason));
    const cancelTimer = after(ms, () => stop(onTimeout()));
    signal?.addEventListener("abort", abort);
    work(controller.signal).then((result) => end(undefined, result), end);
  });
}

/** Waits; an abort of the signal ends the wait at once. */
export function pause(
  runtime: Runtime,
  ms: number,
  signal: AbortSignal | undefined,
  onAbort: (reason: unknown) => Error,
): Promise<unknown> {
  const forever = () => new Promise<never>(() => {});
  return interruptible(runtime, { signal, ms, onAbort, onTimeout: () => undefined }, forever);
}
