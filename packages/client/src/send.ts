import { attempt } from "./attempt.js";
import { callRules, type WriteOptions } from "./call-options.js";
import { checkOptions } from "./check-options.js";
import type { Config } from "./config.js";
import { configOf, type VinrCore } from "./core.js";
import { VinrError } from "./errors.js";
import { timedOut, unreachable } from "./failure.js";
import { interruptible } from "./interrupt.js";
import type { Job } from "./job.js";
import { observe } from "./observe.js";
import type { Outcome } from "./outcome.js";
import { type CallInput, type OperationRow, prepareJob } from "./prepare.js";
import { isUncertain, planRetry } from "./retry.js";

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
  if (config.checks) await config.checks.request(job, input.body);
  return { data: await perform(config, job, options), job };
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
      const left = deadline - runtime.elapsed();
      const onTimeout = () =>
        timeout < left ? timedOut(job, "timeout", timeout) : timedOut(job, "total_timeout", totalTimeout);
      const limits = { signal, ms: Math.min(timeout, left), onTimeout };
      const data = await interruptible(runtime, job, limits, (inner) => attempt(config, job, inner));
      await config.checks?.response(job, data);
      return data;
    } catch (reason) {
      const error = reason instanceof VinrError ? reason : unreachable(job, reason);
      const left = deadline - runtime.elapsed();
      const most = job.body instanceof ReadableStream ? 0 : maxRetries;
      delay = planRetry({ error, attempts: job.attempts, maxRetries: most, left, random: runtime.random() });
      observe(config, delay === undefined ? "onError" : "onRetry", job, () => ({ error, delay }));
      if (delay === undefined) throw error;
      job.isUncertain ||= isUncertain(error);
    }
  }
}
