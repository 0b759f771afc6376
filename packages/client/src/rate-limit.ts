/** The state of a key's token bucket, from an answer's `X-RateLimit-*` headers. */
export interface RateLimit {
  /** Requests a second that the key may make. */
  readonly limit: number;
  /** Requests that the key may make right now. */
  readonly remaining: number;
  /** When the bucket is full again, in Unix seconds. */
  readonly reset: number;
}

/** Reads the headers; undefined unless all three are there. */
export function readRateLimit(headers: Headers): RateLimit | undefined {
  const names = ["limit", "remaining", "reset"] as const;
  const [limit = 0, remaining = 0, reset = 0] = names.map((name) =>
    Number(headers.get(`x-ratelimit-${name}`) ?? "none"),
  );
  return Number.isNaN(limit + remaining + reset) ? undefined : { limit, remaining, reset };
}
