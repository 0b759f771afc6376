import { milliseconds, type OptionRules, retryCount } from "./check-options.js";
import { isObject } from "./is-object.js";

/** What every call takes. */
export interface CallOptions {
  /** Aborts the call, also while it waits for a retry. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for one attempt, its answer's body included. Default: the client's. */
  readonly timeout?: number | undefined;
  /** Milliseconds for the call: all attempts and the waits between them. Default: the client's. */
  readonly totalTimeout?: number | undefined;
  /** How many times a failed request is sent again at most. Default: the client's. */
  readonly maxRetries?: number | undefined;
  /** Headers to add. Those of the key and of idempotency have options of their own and are refused here. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** What a call takes that creates or changes something. */
export interface WriteOptions extends CallOptions {
  /**
   * Makes a repetition of the call harmless: 1 to 255 visible ASCII characters. Default: a new UUID v4, the same for
   * all attempts of the call.
   */
  readonly idempotencyKey?: string | undefined;
}

/** What each option of a call must be. */
export const callRules: OptionRules = {
  signal: ["an AbortSignal", (value) => isObject(value) && "aborted" in value && "addEventListener" in value],
  timeout: milliseconds,
  totalTimeout: milliseconds,
  maxRetries: retryCount,
  headers: [
    "an object without the client's own headers",
    (value) => isObject(value) && Object.entries(value).every(isHeader),
  ],
  idempotencyKey: [
    "1 to 255 visible ASCII characters, and no secret key",
    // It stands on every error, where a secret key must not.
    (value) => typeof value === "string" && /^(?![sr]k_(live|test)_)[!-~]{1,255}$/.test(value),
  ],
};

const reserved = /^(authorization|x-api-key|idempotency-key|content-type|content-length|host)$/i;

/** Whether that is a header, and none of the client's own. */
export function isHeader([name, value]: [string, unknown]): boolean {
  const isName = /^[\w!#$%&'*+.^`|~-]+$/.test(name) && !reserved.test(name);
  return isName && typeof value === "string" && /^[\t -~\x80-\xff]*$/.test(value);
}
