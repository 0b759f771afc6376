import { isVinrError, VinrError, type VinrErrorDetails } from "./errors.js";
import type { ErrorCode } from "./generated/error-codes.js";

/** A code of the API's table; a newer one than this package knows passes through as a string. */
export type ApiErrorCode = ErrorCode | (string & {});

/** What the API said about an error, beside what every error knows. */
export interface VinrApiErrorDetails extends VinrErrorDetails {
  readonly code: ApiErrorCode;
  readonly status: number;
  readonly type?: string | undefined;
  readonly param?: string | undefined;
  readonly declineCode?: string | undefined;
  readonly docUrl?: string | undefined;
  readonly resource?: string | undefined;
}

/**
 * The API answered with an error. Its subclasses say what to do about it; a status that none of them stands for is
 * thrown as this class. Where the answer holds no error body of VINR's, `code` is `unknown`.
 */
export class VinrApiError extends VinrError {
  override readonly name: string = "VinrApiError";
  declare readonly code: ApiErrorCode;
  /** The HTTP status. */
  readonly status: number;
  /** The kind of error, such as `card_error`. */
  readonly type: string | undefined;
  /** The parameter, header or property to correct. */
  readonly param: string | undefined;
  /** The bank's reason for a decline, such as `insufficient_funds`. */
  readonly declineCode: string | undefined;
  /** The page about the code. */
  readonly docUrl: string | undefined;
  /** The id of the object that the error is about. */
  readonly resource: string | undefined;

  constructor(message: string, details: VinrApiErrorDetails) {
    super(message, details);
    this.status = details.status;
    this.type = details.type;
    this.param = details.param;
    this.declineCode = details.declineCode;
    this.docUrl = details.docUrl;
    this.resource = details.resource;
  }
}

/** 400, 405, 413, 415, 422: change the request; `param` often names what. */
export class VinrInvalidRequestError extends VinrApiError {
  override readonly name = "VinrInvalidRequestError";
}

/** 401: change the key. */
export class VinrAuthenticationError extends VinrApiError {
  override readonly name = "VinrAuthenticationError";
}

/** 402: the customer's bank declined; `declineCode` says why. */
export class VinrCardError extends VinrApiError {
  override readonly name = "VinrCardError";
}

/** 403: the restricted key lacks a permission. */
export class VinrPermissionError extends VinrApiError {
  override readonly name = "VinrPermissionError";
}

/** 404: there is no such object, or not in this environment. */
export class VinrNotFoundError extends VinrApiError {
  override readonly name = "VinrNotFoundError";
}

/** 409: the idempotency key belongs to another payload, or its first request is still in progress. */
export class VinrConflictError extends VinrApiError {
  override readonly name = "VinrConflictError";
}

/** 429: too many requests; wait for `retryAfter` seconds. */
export class VinrRateLimitError extends VinrApiError {
  override readonly name = "VinrRateLimitError";
}

/** 5xx: a fault of VINR's; call again with the same `idempotencyKey`. */
export class VinrServerError extends VinrApiError {
  override readonly name = "VinrServerError";
}

/** Whether a value is an error that the API answered with, also of another copy of this package. */
export function isVinrApiError(value: unknown): value is VinrApiError {
  return isVinrError(value) && "status" in value;
}

const classes: Readonly<Record<number, typeof VinrApiError>> = {
  400: VinrInvalidRequestError,
  401: VinrAuthenticationError,
  402: VinrCardError,
  403: VinrPermissionError,
  404: VinrNotFoundError,
  405: VinrInvalidRequestError,
  409: VinrConflictError,
  413: VinrInvalidRequestError,
  415: VinrInvalidRequestError,
  422: VinrInvalidRequestError,
  429: VinrRateLimitError,
};

/** The error class that stands for a status. */
export function classOf(status: number): typeof VinrApiError {
  return classes[status] ?? (status >= 500 ? VinrServerError : VinrApiError);
}
