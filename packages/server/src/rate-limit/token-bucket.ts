import { ownProperties } from "../own-properties.js";
import type { RateLimit, RateLimiter } from "./rate-limiter.js";

/**
 * How fast a bucket fills, and how much it holds.
 *
 * @example
 * ```ts
 * const options: TokenBucketOptions = { limit: 25, burst: 50 };
 * ```
 */
export interface TokenBucketOptions {
  /** Requests added per second. */
  readonly limit: number;
  /** Requests that a full bucket holds. */
  readonly burst: number;
  /** The clock, in milliseconds since the epoch. Default: `Date.now`. */
  readonly now?: () => number;
}

interface Bucket {
  tokens: number;
  /** Milliseconds since the epoch. */
  updatedAt: number;
}

/** Full buckets need not be kept: they are deleted whenever this many more have been made. */
const sweepAfter = 10_000;

/**
 * Makes a rate limiter with an in-memory token bucket per `account`. It counts only the requests of its own process.
 *
 * The API documents a bucket per key. If an account has several keys, call it with the id of the key:
 * `{ take: (caller) => bucket.take(caller && { account: caller.keyId }) }`.
 *
 * @example
 * ```ts
 * const rateLimiter = createTokenBucket({ limit: 100, burst: 200 });
 * ```
 * @throws {TypeError} if limit or burst is not a positive integer.
 */
export function createTokenBucket(options: TokenBucketOptions): RateLimiter<{ readonly account: string }> {
  const { limit, burst, now = Date.now } = ownProperties(options);
  for (const [name, value] of Object.entries({ limit, burst })) {
    // The headers are integers, and a burst below 1 would let nothing through.
    if (!(Number.isSafeInteger(value) && value > 0)) throw new TypeError(`${name} must be a positive integer.`);
  }
  const buckets = new Map<string, Bucket>();
  let sweepAt = sweepAfter;

  const fill = (bucket: Bucket, time: number): void => {
    // A clock that was set back fills nothing.
    const elapsed = Math.max(0, time - bucket.updatedAt);
    bucket.tokens = Math.min(burst, bucket.tokens + (elapsed / 1000) * limit);
    bucket.updatedAt = time;
  };
  const describe = (tokens: number, isAllowed: boolean, time: number): RateLimit => ({
    isAllowed,
    limit,
    remaining: Math.floor(tokens),
    reset: Math.ceil(time / 1000 + (burst - tokens) / limit),
    ...(isAllowed ? {} : { retryAfter: Math.ceil((1 - tokens) / limit) }),
  });
  const sweep = (time: number): void => {
    for (const [account, bucket] of buckets) {
      fill(bucket, time);
      if (bucket.tokens >= burst) buckets.delete(account);
    }
    sweepAt = buckets.size + sweepAfter;
  };

  return {
    take(caller) {
      const time = now();
      if (caller === undefined) return describe(burst, true, time);
      if (buckets.size >= sweepAt) sweep(time);
      const bucket = buckets.get(caller.account) ?? { tokens: burst, updatedAt: time };
      buckets.set(caller.account, bucket);
      fill(bucket, time);
      const isAllowed = bucket.tokens >= 1;
      if (isAllowed) bucket.tokens -= 1;
      return describe(bucket.tokens, isAllowed, time);
    },
  };
}
