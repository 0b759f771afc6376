/**
 * The state of a bucket after a request, as the `X-RateLimit-*` headers show it.
 *
 * @example
 * ```ts
 * const state: RateLimit = { isAllowed: false, limit: 25, remaining: 0, reset: 1776249074, retryAfter: 1 };
 * ```
 */
export interface RateLimit {
  /** Whether the request may proceed. If not, the response is a 429. */
  readonly isAllowed: boolean;
  /** How many requests per second the caller may make. */
  readonly limit: number;
  /** How many requests the caller may make right now. */
  readonly remaining: number;
  /** When the bucket is full again, in Unix seconds. */
  readonly reset: number;
  /** Seconds until a retry, sent with a 429. Default: 1. */
  readonly retryAfter?: number;
}

/**
 * Counts requests. `createTokenBucket` makes one in memory; several processes need a shared one.
 *
 * @example
 * ```ts
 * const unlimited: RateLimiter<{ account: string }> = {
 *   take: () => ({ isAllowed: true, limit: 1000, remaining: 2000, reset: Math.floor(Date.now() / 1000) }),
 * };
 * ```
 */
export interface RateLimiter<Caller> {
  /**
   * Takes a request from the caller's bucket. Without a caller, because the key is wrong or the path unknown, it only
   * describes a bucket: those responses carry the headers too.
   */
  take(caller: Caller | undefined): Promise<RateLimit> | RateLimit;
}

/** The sandbox's documented plan: requests per second, and the burst that a full bucket allows. */
export const sandboxPlan = { limit: 25, burst: 50 } as const;
