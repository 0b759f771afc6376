import type { ValidationIssue } from "./standard-schema.js";

/** What every error of this package may know. */
export interface VinrErrorDetails {
  readonly code: string;
  readonly requestId?: string | undefined;
  readonly retryAfter?: number | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly attempts?: number | undefined;
  readonly issues?: readonly ValidationIssue[] | undefined;
  readonly cause?: unknown;
  /** What `VinrApiError` has besides. */
  readonly status?: number;
  readonly type?: string | undefined;
  readonly param?: string | undefined;
  readonly declineCode?: string | undefined;
  readonly docUrl?: string | undefined;
  readonly resource?: string | undefined;
}

/** Marks our errors, also those of another copy of this package or of another realm. */
const brand = Symbol.for("@vinr/client/error");

/**
 * Everything that this package throws.
 *
 * Thrown as itself, it means that the call or an option is wrong, and nothing was sent: `code` is `invalid_option`,
 * `invalid_argument` or `request_invalid`. What went wrong later has a class of its own.
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
  /** The error, stable: branch on it. */
  declare readonly code: string;
  /** The id of the request that failed, for VINR's support; undefined where no answer came. */
  declare readonly requestId: string | undefined;
  /** After how many seconds VINR asked to send the request again; undefined where it did not. */
  declare readonly retryAfter: number | undefined;
  /** The key of the call. Call again with it as `idempotencyKey` to learn the outcome without doing it twice. */
  declare readonly idempotencyKey: string | undefined;
  /** How many times the request was sent; 0 where it never was. */
  readonly attempts: number = 0;
  /** What a validator of yours found wrong; undefined where none did. */
  declare readonly issues: readonly ValidationIssue[] | undefined;

  constructor(message: string, details: VinrErrorDetails) {
    // Error itself takes the cause, and keeps it out of sight of JSON, also where it is assigned once more.
    super(message, details);
    Object.assign(this, details);
  }

  /** @internal */
  [brand](): void {}

  /** The error as plain data, for a log: all but the stack and the cause. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}

/**
 * No answer came. `code` is `not_connected` where the last attempt met no server at all, and `connection_failed` where
 * the connection was lost: whether the request took effect is not known then.
 */
export class VinrConnectionError extends VinrError {
  override readonly name = "VinrConnectionError";
}

/** The time was up: `code` is `timeout` for an attempt, `total_timeout` for the whole call. */
export class VinrTimeoutError extends VinrError {
  override readonly name = "VinrTimeoutError";
}

/** Your signal aborted the call; `cause` is the signal's reason. Whether the request took effect is not known. */
export class VinrAbortError extends VinrError {
  override readonly name = "VinrAbortError";
}

/**
 * An answer came that is none of the API's: `code` is `response_cut`, `response_not_json`, `response_redirected`,
 * `response_invalid`, `page_invalid` or `cursor_repeated`.
 */
export class VinrResponseError extends VinrError {
  override readonly name = "VinrResponseError";
  /** With `response_invalid`, the data that your validator refused, as it came. Left out when the error is logged. */
  declare readonly data?: unknown;
}

/**
 * A webhook delivery is not to be trusted: `code` is `missing_header`, `timestamp_invalid`, `timestamp_too_old`,
 * `timestamp_too_new`, `no_match`, `bad_secret` or `payload_not_json`.
 */
export class VinrWebhookError extends VinrError {
  override readonly name = "VinrWebhookError";
}

/** Whether a value is an error of this package, also of another copy of it or of another realm. */
export function isVinrError(value: unknown): value is VinrError {
  return typeof value === "object" && value !== null && brand in value;
}
