import {
  apiError,
  errorResponse,
  type Handler,
  type OperationId,
  type Operations,
  type RateLimit,
  type RateLimiter,
} from "@vinr/server";
import type { Caller } from "../caller.js";
import { breakResponse, type StruckRequest } from "./broken-response.js";
import { asksBank, declineCodeOf, isDecline } from "./declines.js";
import type { RequestFault } from "./fault.js";
import type { ChosenFault, Faults } from "./faults.js";
import { codeOf } from "./read-fault.js";

/** Waits for some milliseconds. Once the signal is aborted, the result is ignored. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** Keeps no timer for a client that has left. */
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
   * Lets the fault strike, in this state of the caller's bucket.
   *
   * @throws {ApiError} that ends the request before the operation. Its response is not the one that is sent.
   */
  readonly strike?: (rateLimit: RateLimit) => Promise<void>;
}

/**
 * Lets faults strike the requests of an API: before the operation, once the caller is known and within the rate limit
 * and before anything else happens, or in place of its response. A decline replaces the operation, so it is remembered for
 * the idempotency key.
 */
export class FaultyApi {
  readonly #faults: Faults;
  readonly #wait: Wait;
  /** The requests whose responses are those of faults. */
  readonly #struck = new WeakMap<Request, StruckRequest>();
  /** The requests that the bank is to decline, if they reach it. */
  readonly #declining = new WeakMap<Request, ChosenFault<RequestFault>["strike"]>();
  /** How many seconds the declines of requests tell them to wait. */
  readonly #retryAfter = new WeakMap<Request, number>();

  constructor(faults: Faults, wait: Wait) {
    this.#faults = faults;
    this.#wait = wait;
  }

  /** The caller of a request, which a fault strikes if there is one. */
  meet(caller: Caller, operation: OperationId, request: Request): FaultyCaller {
    if (this.#faults.list(caller.account).length === 0) return caller;
    return { ...caller, strike: (rateLimit) => this.#strike(caller, operation, { request, rateLimit }) };
  }

  async #strike(
    { account }: Caller,
    operation: OperationId,
    { request, rateLimit }: Omit<StruckRequest, "fault">,
  ): Promise<void> {
    const { fault, strike } = this.#faults.chooseForRequest(account, operation);
    if (fault === undefined) return;
    const { latency, connection, status, code, afterEffect } = fault;
    const declines = isDecline(codeOf(fault)) && asksBank(operation) && !afterEffect;
    if (declines) this.#declining.set(request, strike);
    else strike();
    if (latency !== undefined) await orAborted(request.signal, () => this.#wait(latency, request.signal));
    if (declines || (connection === undefined && status === undefined && code === undefined)) return;
    this.#struck.set(request, { request, fault, rateLimit });
    if (!afterEffect && connection !== "truncated" && connection !== "stalled") throw apiError("service_unavailable");
  }

  /** The same operations, which a fault may replace by a decline of the bank. */
  withDeclines<Who extends Caller, Transaction>(
    operations: Operations<Who, Transaction>,
  ): Operations<Who, Transaction> {
    return {
      ...operations,
      createPayment: (asked) => this.#decline(asked) ?? operations.createPayment(asked),
      capturePayment: (asked) => this.#decline(asked) ?? operations.capturePayment(asked),
    };
  }

  #decline({ request, requestId }: { readonly request: Request; readonly requestId: string }) {
    const fault = this.#declining.get(request)?.();
    const code = fault && codeOf(fault);
    if (!isDecline(code)) return undefined;
    if (fault?.retryAfter !== undefined) this.#retryAfter.set(request, fault.retryAfter);
    return errorResponse(code, requestId, { decline_code: declineCodeOf(code) });
  }

  /** A rate limiter that also lets faults strike. A request above the rate limit does not use up a fault. */
  limit(limiter: RateLimiter<Caller>): RateLimiter<FaultyCaller> {
    return {
      async take(caller) {
        const rateLimit = await limiter.take(caller);
        if (caller !== undefined && Object.hasOwn(caller, "strike") && rateLimit.isAllowed) {
          await caller.strike?.(rateLimit);
        }
        return rateLimit;
      },
    };
  }

  /** The API, with the responses that faults leave of it. */
  wrap(handler: Handler, now: () => number): Handler {
    return async (request) => {
      const response = await handler(request);
      const retryAfter = this.#retryAfter.get(request);
      if (retryAfter !== undefined && response.status === 402) response.headers.set("retry-after", String(retryAfter));
      const struck = this.#struck.get(request);
      return struck === undefined ? response : breakResponse(response, struck, now());
    };
  }
}

/** Returns what the work returns, or throws as soon as the client has left. */
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
