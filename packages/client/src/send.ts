import { aborted, attempt } from "./attempt.js";
import type { Attempted } from "./attempted.js";
import { checkCallOptions, type WriteOptions } from "./call-options.js";
import type { Config } from "./config.js";
import { VinrError } from "./errors.js";
import { pause } from "./interrupt.js";
import { type CallInput, type OperationRow, prepareRequest } from "./prepare.js";
import { type RateLimit, readRateLimit } from "./rate-limit.js";
import { planRetry } from "./retry.js";
import type { Transport } from "./transport.js";

/** What every operation needs. The key stays inside: no object that a caller can reach holds one of these in the open. */
export interface Core {
  readonly config: Config;
  readonly transport: Transport;
}

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

/**
 * Carries out an operation: as many attempts as the options and the time allow, all with one idempotency key.
 *
 * @throws {VinrError} always: nothing else leaves here.
 */
export async function send(
  { config, transport }: Core,
  operation: OperationRow,
  input: CallInput,
  options: WriteOptions = {},
): Promise<VinrResponse<unknown>> {
  checkCallOptions(options);
  const { runtime } = config;
  const { idempotencyKey, ...request } = prepareRequest(config, operation, input, options);
  const { signal, timeout = config.timeout, maxRetries = config.maxRetries } = options;
  const deadline = runtime.now() + (options.totalTimeout ?? config.totalTimeout);
  const title = `${request.method} ${request.path}`;
  const redact = (text: string) => text.replaceAll(config.secretKey, "[secret key]");

  for (let attempts = 1; ; attempts++) {
    const attempted: Attempted = { title, idempotencyKey, attempts, redact };
    try {
      const left = deadline - runtime.now();
      const { response, data } = await attempt(runtime, transport, request, { signal, timeout, left }, attempted);
      const { headers } = response;
      const requestId = headers.get("x-request-id") ?? undefined;
      return { data, response, requestId, attempts, idempotencyKey, rateLimit: readRateLimit(headers) };
    } catch (error) {
      if (!(error instanceof VinrError)) throw error;
      const left = deadline - runtime.now();
      const delay = planRetry({ error, attempts, maxRetries, left, random: runtime.random() });
      if (delay === undefined) throw error;
      await pause(runtime, delay, signal, (reason) => aborted(attempted, reason));
    }
  }
}
