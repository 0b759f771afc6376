import { aborted } from "./failure.js";
import type { Job } from "./job.js";
import type { Runtime } from "./runtime.js";

/** What ends a piece of a call's work before its time. */
export interface Limits {
  readonly signal: AbortSignal | undefined;
  readonly ms: number;
  /** What to reject with when the time is up. Default: nothing, that is what was waited for. */
  readonly onTimeout?: () => Error;
}

/**
 * Runs work until it ends, the signal aborts or the time is up, whichever comes first. Without work, it waits.
 *
 * It settles at that moment even where the work ignores that it is to end, and leaves neither a timer nor a listener
 * behind.
 */
export async function interruptible<T>(
  { after }: Runtime,
  job: Job,
  { signal, ms, onTimeout }: Limits,
  work?: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  if (signal?.aborted) throw aborted(job, signal.reason);
  const controller = new AbortController();
  return new Promise((resolve, reject) => {
    const release = () => {
      cancelTimer();
      signal?.removeEventListener("abort", abort);
    };
    const end = (result?: T) => {
      release();
      resolve(result);
    };
    const stop = (error: unknown) => {
      release();
      reject(error);
      controller.abort(error);
    };
    const abort = () => stop(aborted(job, signal?.reason));
    const cancelTimer = after(ms, () => (onTimeout ? stop(onTimeout()) : end()));
    signal?.addEventListener("abort", abort);
    work?.(controller.signal).then(end, stop);
  });
}
