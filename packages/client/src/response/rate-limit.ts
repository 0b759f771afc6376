/** The state of the key's token bucket, from the `X-RateLimit-*` headers of a response. */
export interface RateLimit {
  /** Requests per second that the key may make. */
  readonly limit: number;
  /** Requests that the key may make right now. */
  readonly remaining: number;
  /** When the bucket is full again, in Unix seconds. */
  readonly reset: number;
}

/** Reads the rate limit headers; undefined unless all three are present. */
export function readRateLimit(headers: Headers): RateLimit | undefined {
  const read = (name: keyof RateLimit) => Number(headers.get(`x-ratelimit-${name}`) ?? Number.NaN);
  const rateLimit = { limit: read("limit"), remaining: read("remaining"), reset: read("reset") };
  return Object.values(rateLimit).some(Number.isNaN) ? undefined : rateLimit;
}
