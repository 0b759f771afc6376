import { attempt } from "./attempt.js";
import { checkCallOptions, type WriteOptions } from "./call-options.js";
import type { Config } from "./config.js";
import { configOf, type VinrCore } from "./core.js";
import { VinrError } from "./errors.js";
import { aborted, readRequestId, unreachable } from "./failure.js";
import { pause } from "./interrupt.js";
import type { Answer, Job } from "./job.js";
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
  core: VinrCore,
  operation: OperationRow,
  input: CallInput,
  options: WriteOptions = {},
): Promise<Outcome<unknown>> {
  const config = configOf(core);
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
  let delay: number | undefined;
  for (;;) {
    try {
      if (delay !== undefined) await pause(runtime, delay, signal, (reason) => aborted(job, reason));
      const data = await attempt(config, job, { signal, timeout, total, left: deadline - runtime.elapsed() });
      if (config.checks) await config.checks.response(job, data);
      return data;
    } catch (reason) {
      const error = reason instanceof VinrError ? reason : unreachable(job, reason, config.redact);
      const left = deadline - runtime.elapsed();
      delay = planRetry({ error, attempts: job.attempts, maxRetries, left, random: runtime.random() });
      observe(config, delay === undefined ? "onError" : "onRetry", job, () => ({ error, delay }));
      if (delay === undefined) throw error;
      job.isUncertain ||= isUncertain(error);
    }
  }
}

function describe<T>({ answer, attempts, info }: Job, data: T): VinrResponse<T> {
  // A call that succeeded was answered.
  const { response: answered } = answer as Answer;
  const response = answered instanceof Response ? answered : new Response(null, answered);
  return {
    data,
    response,
    requestId: readRequestId(response.headers),
    attempts,
    idempotencyKey: info.idempotencyKey,
    rateLimit: readRateLimit(response.headers),
  };
}
