import { isObject } from "../is-object.js";
import {
  anObject,
  checkOptions,
  createOptionError,
  milliseconds,
  type OptionRules,
  retryCount,
} from "./check-options.js";
import { ownProperties } from "./own-properties.js";

/** The options of every call. */
export interface CallOptions {
  /** Aborts the call, even while it waits for a retry. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for one attempt, including the response body. Default: the client's. */
  readonly timeout?: number | undefined;
  /** Milliseconds for the whole call: all attempts and the waits between them. Default: the client's. */
  readonly totalTimeout?: number | undefined;
  /** The maximum number of retries of a failed request. Default: the client's. */
  readonly maxRetries?: number | undefined;
  /** Headers to add; undefined adds none. Headers with an option of their own, such as `Idempotency-Key`, are rejected. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
}

/** The options of a call that creates or changes something. */
export interface WriteOptions extends CallOptions {
  /**
   * Makes it safe to repeat the call for 24 hours: 1 to 255 visible ASCII characters. Default: a new UUID v4, the same for
   * all attempts of the call.
   */
  readonly idempotencyKey?: string | undefined;
}

const callRules: OptionRules = {
  signal: ["an AbortSignal", (value) => isObject(value) && "aborted" in value && "addEventListener" in value],
  timeout: milliseconds,
  totalTimeout: milliseconds,
  maxRetries: retryCount,
  headers: anObject,
  idempotencyKey: [
    "1 to 255 visible ASCII characters, and without a secret key",
    // Errors and logs show it, and must never show a secret key.
    (value) => typeof value === "string" && /^(?!(.*[^A-Za-z\d])?[sr]k_(live|test)_)[!-~]{1,255}$/.test(value),
  ],
};

/** The headers that only the client sets, with the options for some of them. */
const reservedHeaders: Readonly<Record<string, string>> = ownProperties({
  authorization: "secretKey",
  "x-api-key": "secretKey",
  "idempotency-key": "idempotencyKey",
  host: "baseUrl",
  "content-type": "",
  "content-length": "",
  // Those of the connection, of which each transport rejects others.
  connection: "",
  expect: "",
  "keep-alive": "",
  "transfer-encoding": "",
  upgrade: "",
});

/**
 * Checks the options of a call, and returns a copy of them that inherits nothing.
 *
 * @throws {VinrError} `invalid_option`, naming the option or the header.
 */
export function checkCallOptions(options: WriteOptions): WriteOptions {
  const own = checkOptions("The last argument", options, callRules);
  for (const header of Object.entries(own.headers ?? {})) {
    const problem = findHeaderProblem(header);
    if (problem) throw createOptionError(`The option headers ${problem}`);
  }
  return own;
}

/** Tells whether a hook may add a header. */
export function isAllowedHeader(header: [name: string, value: unknown]): boolean {
  return !findHeaderProblem(header);
}

/** Says why a header cannot be sent. Undefined if it can. */
export function findHeaderProblem([name, value]: [name: string, value: unknown]): string | undefined {
  const option = reservedHeaders[name.toLowerCase()];
  if (option !== undefined)
    return `must not contain ${name}. ${option ? `Use the option ${option}.` : "The client sets it."}`;
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return `contains the invalid name ${JSON.stringify(name)}.`;
  const isValue = value === undefined || (typeof value === "string" && /^[\t -~\x80-\xff]*$/.test(value));
  return isValue ? undefined : `must have a Latin-1 text for ${name}.`;
}
