import { attempt } from "./attempt.js";
import { checkCallOptions, type WriteOptions } from "./call-options.js";
import type { Config } from "./config.js";
import { VinrError } from "./errors.js";
import { aborted, readRequestId, unreachable } from "./failure.js";
import { pause } from "./interrupt.js";
import type { Job } from "./job.js";
import { observe } from "./observe.js";
import { type CallInput, type OperationRow, prepareJob } from "./prepare.js";
import { type RateLimit, readRateLimit } from "./rate-limit.js";
import { isUncertain, planRetry } from "./retry.js";

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

/** What a call came to; the circumstances are put together for those who ask. */
export interface Outcome<T> {
  readonly data: T;
  readonly describe: () => VinrResponse<T>;
}

/**
 * Carries out an operation: as many attempts as the options and the time allow, all with one idempotency key.
 *
 * @throws {VinrError} always: nothing else leaves here.
 */
export async function send(
  config: Config,
  operation: OperationRow,
  input: CallInput,
  options: WriteOptions = {},
): Promise<Outcome<unknown>> {
  checkCallOptions(options);
  if (config.checks) await config.checks.request(operation.operationId, input.body);
  const job = prepareJob(config, operation, input, options);
  const data = await perform(config, job, options);
  return { data, describe: () => describe(job, data) };
}

/**
 * Sends a request as often as it takes, and gives the data of the answer.
 *
 * @throws {VinrError}
 */
export async function perform(config: Config, job: Job, options: WriteOptions): Promise<unknown> {
  const { runtime } = config;
  const { signal, timeout = config.timeout } = options;
  const maxRetries = job.body instanceof ReadableStream ? 0 : (options.maxRetries ?? config.maxRetries);
  const total = options.totalTimeout ?? config.totalTimeout;
  const deadline = runtime.elapsed() + total;
  try {
    for (;;) {
      try {
        const data = await attempt(config, job, { signal, timeout, total, left: deadline - runtime.elapsed() });
        if (config.checks) await config.checks.response(job, data);
        return data;
      } catch (reason) {
        const error = reason instanceof VinrError ? reason : unreachable(job, reason, config.redact);
        const left = deadline - runtime.elapsed();
        const delay = planRetry({ error, attempts: job.attempts, maxRetries, left, random: runtime.random() });
        if (delay === undefined) throw error;
        job.isUncertain ||= isUncertain(error);
        observe(config, "onRetry", job, () => ({ error, delay }));
        await pause(runtime, delay, signal, (cause) => aborted(job, cause));
      }
    }
  } catch (error) {
    if (error instanceof VinrError) observe(config, "onError", job, () => ({ error }));
    throw error;
  }
}

function describe<T>({ answer, attempts, info }: Job, data: T): VinrResponse<T> {
  const { status, headers } = answer?.response ?? { status: 204, headers: new Headers() };
  const response = answer?.response instanceof Response ? answer.response : new Response(null, { status, headers });
  return {
    data,
    response,
    requestId: readRequestId(response.headers),
    attempts,
    idempotencyKey: info.idempotencyKey,
    rateLimit: readRateLimit(response.headers),
  };
}
