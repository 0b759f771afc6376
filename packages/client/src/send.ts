import { exchange, readAnswer } from "./attempt.js";
import { callRules, type WriteOptions } from "./call-options.js";
import { checkOptions } from "./check-options.js";
import type { Config } from "./config.js";
import { configOf, type VinrCore } from "./core.js";
import { VinrError } from "./errors.js";
import { readRequestId, timedOut, unreachable } from "./failure.js";
import { interruptible } from "./interrupt.js";
import type { Answer, Job } from "./job.js";
import { observe } from "./observe.js";
import type { Outcome } from "./outcome.js";
import { type CallInput, type OperationRow, prepareJob } from "./prepare.js";
import { isRetryable, isUncertain } from "./retry.js";

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
  checkOptions("A call", options, callRules);
  // Before anything is waited for: what the caller changes after the call is of no account.
  const job = prepareJob(config, operation, input, options);
  const limits = { ...options };
  await config.checks?.request(job, input.body);
  return { data: await perform(config, job, limits), job };
}

/**
 * Sends a request as often as it takes, and gives the data of the answer.
 *
 * @throws {VinrError}
 */
export async function perform(config: Config, job: Job, options: WriteOptions): Promise<unknown> {
  const { runtime } = config;
  const {
    signal,
    timeout = config.timeout,
    totalTimeout = config.totalTimeout,
    maxRetries = config.maxRetries,
  } = options;
  const deadline = runtime.elapsed() + totalTimeout;
  let delay: number | undefined;
  for (;;) {
    try {
      if (delay !== undefined) await interruptible(runtime, job, { signal, ms: delay });
      const start = runtime.elapsed();
      const left = deadline - start;
      const onTimeout = () =>
        timeout < left ? timedOut(job, "timeout", timeout) : timedOut(job, "total_timeout", totalTimeout);
      const attempt = { signal, ms: Math.min(timeout, left), onTimeout };
      const answer = (await interruptible(runtime, job, attempt, (inner) => exchange(config, job, inner))) as Answer;
      job.answer = answer;
      observe(config, "onResponse", job, () => {
        // Only for who asks, since headers are not read for anybody else.
        const { status, headers } = answer.response;
        return { status, headers, requestId: readRequestId(job, headers), duration: runtime.elapsed() - start };
      });
      const data = readAnswer(config, job, answer);
      await config.checks?.response(job, data);
      return data;
    } catch (reason) {
      const error = reason instanceof VinrError ? reason : unreachable(job, reason);
      const isLast = job.body instanceof ReadableStream || job.attempts > maxRetries || !isRetryable(error);
      // As the option maxRetries says.
      const seconds = error.retryAfter ?? runtime.random() * Math.min(8, 0.5 * 2 ** (job.attempts - 1));
      const wait = 1000 * seconds;
      // Where the wait would outlast the total timeout, the call fails now instead of later.
      delay = !isLast && wait < deadline - runtime.elapsed() ? wait : undefined;
      observe(config, delay === undefined ? "onError" : "onRetry", job, () => ({ error, delay }));
      if (delay === undefined) throw error;
      job.isUncertain ||= isUncertain(error);
    }
  }
}
