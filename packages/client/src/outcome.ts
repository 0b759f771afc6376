import { readRequestId } from "./failure.js";
import type { Answer, Job } from "./job.js";
import { type RateLimit, readRateLimit } from "./rate-limit.js";

/** What a call came to, with the circumstances. */
export interface VinrResponse<T> {
  readonly data: T;
  /** The answer; its body has been read. */
  readonly response: Response;
  /** The id of the request, for VINR's support. */
  readonly requestId: string | undefined;
  /** How many times the request was sent. */
  readonly attempts: number;
  /** The key that the request was sent with; undefined for a read or a deletion, which need none. */
  readonly idempotencyKey: string | undefined;
  /** The state of the key's token bucket; undefined where the answer did not say. */
  readonly rateLimit: RateLimit | undefined;
}

/** What a call came to; `describe` puts the circumstances together for those who ask. */
export interface Outcome<T> {
  readonly data: T;
  readonly job: Job;
}

/** The outcome with its circumstances. */
export function describe<T>({ data, job }: Outcome<T>): VinrResponse<T> {
  const { answer, attempts, info } = job;
  // A call that succeeded was answered.
  const { response: answered } = answer as Answer;
  const response = answered instanceof Response ? answered : new Response(null, answered);
  return {
    data,
    response,
    requestId: readRequestId(job, response.headers),
    attempts,
    idempotencyKey: info.idempotencyKey,
    rateLimit: readRateLimit(response.headers),
  };
}
