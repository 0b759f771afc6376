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

/** A caller whose request a fault may strike. */
interface FaultyCaller extends Caller {
  /**
   * Lets the fault strike, in this state of the caller's bucket. Returns in how many seconds to try again, where the fault is a rate limit.
   *
   * @throws {ApiError} the error of the fault.
   */
  readonly strike?: (state: RateLimit) => Promise<number | undefined>;
}

/**
 * Lets faults strike the requests of an API: before the operation, where the caller is known and within the rate limit and nothing
 * else has happened, or in place of its response.
 */
export class FaultyApi {
  readonly #faults: Faults;
  readonly #wait: Wait;
  /** The faults that still strike the responses of requests. */
  readonly #after = new WeakMap<Request, RequestFault>();
  /** The buckets of the callers whose requests ended with the error of a fault. */
  readonly #states = new WeakMap<Request, RateLimit>();

  constructor(faults: Faults, wait: Wait) {
    this.#faults = faults;
    this.#wait = wait;
  }

  /** The caller of a request, which a fault strikes if there is one. */
  meet(caller: Caller, operation: OperationId, request: Request): FaultyCaller {
    if (this.#faults.list(caller.account).length === 0) return caller;
    const strike: FaultyCaller["strike"] = async (state) => {
      try {
        return await this.#strike(caller, operation, request);
      } catch (error) {
        this.#states.set(request, state);
        throw error;
      }
    };
    return { ...caller, strike };
  }

  async #strike({ account }: Caller, operation: OperationId, request: Request): Promise<number | undefined> {
    const fault = this.#faults.takeForRequest(account, operation);
    if (fault === undefined) return undefined;
    const { latency, connection, status, retryAfter } = fault;
    if (latency !== undefined) await orAborted(request.signal, () => this.#wait(latency, request.signal));
    const code = codeOf(fault);
    const isAfter = fault.afterEffect || connection === "truncated" || connection === "stalled";
    if (isAfter) {
      this.#after.set(request, fault);
      return undefined;
    }
    // So that the headers of the rate limit say the same.
    if (code === "rate_limited") return retryAfter ?? 1;
    if (code !== undefined) throw apiError(code, { retryAfter });
    if (connection === undefined && status === undefined) return undefined;
    this.#after.set(request, fault);
    // Ends the request before the operation. Its response is not the one that is sent.
    throw apiError("service_unavailable");
  }

  /** A rate limiter that also lets faults strike. A request that is one too many all the same uses none up. */
  limit(limiter: RateLimiter<Caller>, now: () => number): RateLimiter<FaultyCaller> {
    return {
      async take(caller) {
        const state = await limiter.take(caller);
        if (caller === undefined || !Object.hasOwn(caller, "strike") || !state.isAllowed) return state;
        const retryAfter = await caller.strike?.(state);
        return retryAfter === undefined ? state : emptied(state, now(), retryAfter);
      },
    };
  }

  /** The API, with the responses that faults leave of it. */
  wrap(handler: Handler): Handler {
    return async (request) => {
      const response = await handler(request);
      const state = this.#states.get(request);
      if (state !== undefined) {
        response.headers.set("x-ratelimit-limit", String(state.limit));
        response.headers.set("x-ratelimit-remaining", String(Math.floor(state.remaining)));
        response.headers.set("x-ratelimit-reset", String(Math.ceil(state.reset)));
      }
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
