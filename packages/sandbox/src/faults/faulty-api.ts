import { apiError, type Handler, type OperationId, type RateLimit, type RateLimiter } from "@vinr/server";
import type { Caller } from "../caller.js";
import { breakResponse } from "./broken-response.js";
import type { RequestFault } from "./fault.js";
import type { Faults } from "./faults.js";
import { codeOf } from "./read-fault.js";

/** Waits for some milliseconds. Nobody waits any more once the signal is aborted. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** Keeps no timer for who has left. */
export function waitByTimer(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener("abort", end);
  });
}

/** A caller whose request is one too many. */
interface LimitedCaller extends Caller {
  readonly limited?: { readonly retryAfter: number };
}

/**
 * Lets faults strike the requests of an API: before the operation, where the caller is known and nothing else has happened, or
 * in place of its response.
 */
export class FaultyApi {
  readonly #faults: Faults;
  readonly #wait: Wait;
  /** The faults that still strike the responses of requests. */
  readonly #after = new WeakMap<Request, RequestFault>();

  constructor(faults: Faults, wait: Wait) {
    this.#faults = faults;
    this.#wait = wait;
  }

  /**
   * Lets a fault strike a request of a caller, who is returned.
   *
   * @throws {ApiError} the error of the fault.
   */
  async strike(caller: Caller, operation: OperationId, request: Request): Promise<LimitedCaller> {
    const fault = this.#faults.takeForRequest(caller.account, operation);
    if (fault === undefined) return caller;
    const { latency, connection, status, retryAfter } = fault;
    if (latency !== undefined) await orAborted(request.signal, () => this.#wait(latency, request.signal));
    const code = codeOf(fault);
    const isAfter = fault.afterEffect || connection === "truncated" || connection === "stalled";
    if (isAfter) {
      this.#after.set(request, fault);
      return caller;
    }
    // So that the headers of the rate limit say the same.
    if (code === "rate_limited") return { ...caller, limited: { retryAfter: retryAfter ?? 1 } };
    if (code !== undefined) throw apiError(code, { retryAfter });
    if (connection === undefined && status === undefined) return caller;
    this.#after.set(request, fault);
    // Ends the request before the operation. Its response is not the one that is sent.
    throw apiError("service_unavailable");
  }

  /** A rate limiter that also limits callers whom a fault limits. */
  limit(limiter: RateLimiter<Caller>, now: () => number): RateLimiter<LimitedCaller> {
    return {
      async take(caller) {
        const state = await limiter.take(caller);
        const limited = caller && Object.hasOwn(caller, "limited") ? caller.limited : undefined;
        return limited === undefined ? state : emptied(state, now(), limited.retryAfter);
      },
    };
  }

  /** The API, with the responses that faults leave of it. */
  wrap(handler: Handler): Handler {
    return async (request) => {
      const response = await handler(request);
      const fault = this.#after.get(request);
      return fault === undefined ? response : breakResponse(response, fault, request.signal);
    };
  }
}

/** The bucket, without a token. */
function emptied(state: RateLimit, now: number, retryAfter: number): RateLimit {
  return { ...state, isAllowed: false, remaining: 0, reset: Math.ceil(now / 1000) + retryAfter, retryAfter };
}

/** Returns with what work returns, or throws as soon as a client has left. */
export async function orAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  let leave = () => {};
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason);
  });
  signal.addEventListener("abort", leave, { once: true });
  try {
    return await Promise.race([work(), left]);
  } finally {
    signal.removeEventListener("abort", leave);
  }
}
