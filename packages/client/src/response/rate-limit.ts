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
  const limit = readNumber(headers, "x-ratelimit-limit");
  const remaining = readNumber(headers, "x-ratelimit-remaining");
  const reset = readNumber(headers, "x-ratelimit-reset");
  if (limit === undefined || remaining === undefined || reset === undefined) return undefined;
  return { limit, remaining, reset };
}

function readNumber(headers: Headers, name: string): number | undefined {
  const text = headers.get(name);
  const number = Number(text);
  return text === null || Number.isNaN(number) ? undefined : number;
}
