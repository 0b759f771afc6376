import type { ErrorCode } from "../generated/error-codes.js";
import type { ValidationIssue } from "../validation/standard-schema.js";

/** Returns the documentation page of an error code of the API, which is also about the same mistake found by the client. */
export function errorPage(code: ErrorCode): string {
  return `https://docs.vinr.com/errors/${code}`;
}

/** The properties of an error of this package. */
export interface VinrErrorDetails {
  readonly code: string;
  readonly requestId?: string | undefined;
  readonly retryAfter?: number | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly attempts?: number | undefined;
  readonly issues?: readonly ValidationIssue[] | undefined;
  readonly docUrl?: string | undefined;
  readonly cause?: unknown;
  // The rest is for VinrApiError; VinrResponseError has a status, too.
  readonly status?: number;
  readonly type?: string | undefined;
  readonly param?: string | undefined;
  readonly declineCode?: string | undefined;
  readonly resource?: string | undefined;
}

/** Marks the errors of this package, including those of another copy of it or of another realm. */
const brand = Symbol.for("@vinr/client/error");

/**
 * The base class of all errors that this package throws.
 *
 * An error of exactly this class means that your program or its settings are wrong, and nothing was sent: `code` is
 * `invalid_option`, `invalid_argument`, `request_invalid` or `module_missing`; for webhooks `bad_secret`, `payload_not_raw` or
 * `crypto_missing`.
 * Later failures have subclasses.
 *
 * @example
 * try {
 *   await vinr.payments.capture("pay_7rP1gS0bY");
 * } catch (error) {
 *   if (isVinrError(error) && error.code === "already_captured") return;
 *   throw error;
 * }
 */
export class VinrError extends Error {
  override readonly name: string = "VinrError";
  /** Identifies the error and does not change between versions: branch on it. */
  declare readonly code: string;
  /** The id of the failed request, for VINR's support; undefined if there was no response. */
  declare readonly requestId: string | undefined;
  /** Seconds that VINR asked to wait before the next attempt; undefined if it did not ask. */
  declare readonly retryAfter: number | undefined;
  /** The key of the call. Call again with this `idempotencyKey` to learn the outcome without doing anything twice. */
  declare readonly idempotencyKey: string | undefined;
  /** How many times the request was sent; 0 if it never was. */
  readonly attempts: number = 0;
  /** The issues that your validator found; undefined if it found none. */
  declare readonly issues: readonly ValidationIssue[] | undefined;
  /** The documentation page about the error; undefined where there is none. */
  declare readonly docUrl: string | undefined;

  constructor(message: string, details: VinrErrorDetails) {
    // Error defines the cause as not enumerable, which keeps it out of JSON even when it is assigned again below.
    super(message, details);
    Object.assign(this, details);
  }

  /** @internal */
  [brand](): void {}

  /** Returns the error as plain data, for logs: everything but the stack and the cause. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}

/**
 * There was no response. `code` is
 *
 * - `not_connected` if no server was reached, and nothing was sent;
 * - `cannot_connect` if a certificate, a TLS version or a blocked port rules the connection out: nothing was sent, and the
 *   client does not try again;
 * - `connection_failed` if the connection was lost: the request may or may not have taken effect;
 * - `fetch_invalid` if the option `fetch` has a bug, or the runtime lacks what it needs: the client does not try again.
 */
export class VinrConnectionError extends VinrError {
  override readonly name = "VinrConnectionError";
}

/** Time ran out: `code` is `timeout` for one attempt, `total_timeout` for the whole call. */
export class VinrTimeoutError extends VinrError {
  override readonly name = "VinrTimeoutError";
}

/** Your signal aborted the call; `cause` is the signal's reason. The request may or may not have taken effect. */
export class VinrAbortError extends VinrError {
  override readonly name = "VinrAbortError";
}

/**
 * The client cannot use the response: `code` is `response_cut`, `response_too_large`, `response_not_json`,
 * `response_redirected`, `response_invalid`, `page_invalid` or `cursor_repeated`.
 */
export class VinrResponseError extends VinrError {
  override readonly name = "VinrResponseError";
  /** The HTTP status; 0 for a redirect in a browser, undefined if the error is not about one response. */
  declare readonly status: number | undefined;
  /** With `response_invalid`, the data that your validator rejected. Left out of JSON, so logs do not show it. */
  declare readonly data?: unknown;
}

/**
 * A webhook delivery cannot be trusted: `code` is `missing_header`, `timestamp_invalid`, `timestamp_too_old`,
 * `timestamp_too_new`, `no_match`, `payload_cut`, `payload_too_large` or `payload_not_json`. Respond with 400. A fault of your
 * server, such as a missing secret, is a plain `VinrError`.
 */
export class VinrWebhookError extends VinrError {
  override readonly name = "VinrWebhookError";
}

/** Tells whether a value is an error of this package, including those of another copy of it or of another realm. */
export function isVinrError(value: unknown): value is VinrError {
  return typeof value === "object" && value !== null && brand in value;
}

/**
 * Tells whether a value is a `VinrWebhookError`, even of another copy of this package: the delivery is bad, so respond with
 * 400. Any other error is a fault of your server: log it and respond with 500, and VINR delivers again.
 */
export function isVinrWebhookError(value: unknown): value is VinrWebhookError {
  return isVinrError(value) && value.name === "VinrWebhookError";
}
