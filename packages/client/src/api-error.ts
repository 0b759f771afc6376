import { isVinrError, VinrError } from "./errors.js";
import type { ErrorCode, errorCodes } from "./generated/error-codes.js";

/** A code that is newer than this package: any string, but typed as an enum, which no documented code can equal. */
export declare enum NewerErrorCode {
  code = "",
}

/**
 * The code of an error of the API: a documented one; `unknown` where the answer is none of VINR's; or a newer one than
 * this package knows. A comparison narrows it; a misspelt code is refused, and a newer one is compared as `String(code)`.
 */
export type ApiErrorCode = ErrorCode | "unknown" | NewerErrorCode;

/**
 * The API answered with an error. Its subclasses say what to do about it; a status that none of them stands for is
 * thrown as this class. Where the answer holds no error body of VINR's, `code` is `unknown`.
 */
export class VinrApiError extends VinrError {
  override readonly name: string = "VinrApiError";
  declare readonly code: ApiErrorCode;
  /** The HTTP status. */
  declare readonly status: number;
  /** The kind of error, such as `card_error`. */
  declare readonly type: string | undefined;
  /** The parameter, header or property to correct. */
  declare readonly param: string | undefined;
  /** The bank's reason for a decline, such as `insufficient_funds`. */
  declare readonly declineCode: string | undefined;
  /** The page about the code. */
  declare readonly docUrl: string | undefined;
  /** The id of the object that the error is about. */
  declare readonly resource: string | undefined;
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

/** The class that each status is thrown as. */
interface ErrorsByStatus {
  400: VinrInvalidRequestError;
  401: VinrAuthenticationError;
  402: VinrCardError;
  403: VinrPermissionError;
  404: VinrNotFoundError;
  405: VinrInvalidRequestError;
  409: VinrConflictError;
  413: VinrInvalidRequestError;
  415: VinrInvalidRequestError;
  422: VinrInvalidRequestError;
  429: VinrRateLimitError;
}

type StatusOf<C extends ErrorCode> = (typeof errorCodes)[C]["status"];

/** The error that a documented code is thrown as: its class, with `code` and `status` as literals. */
export type ApiErrorOf<C extends ErrorCode> = C extends ErrorCode
  ? (StatusOf<C> extends keyof ErrorsByStatus ? ErrorsByStatus[StatusOf<C>] : VinrServerError) & {
      readonly code: C;
      readonly status: StatusOf<C>;
    }
  : never;

/** Any error of the API, told apart by its `code`: `error.code === "card_declined"` makes it a `VinrCardError`. */
export type AnyApiError = ApiErrorOf<ErrorCode> | (VinrApiError & { readonly code: "unknown" | NewerErrorCode });

/**
 * Whether a value is an error that the API answered with, also of another copy of this package; with a code, whether it
 * is the error of that code.
 *
 * @example
 * if (isVinrApiError(error, "card_declined")) showDecline(error.declineCode);
 * @example
 * if (!isVinrApiError(error)) throw error;
 * switch (error.code) {
 *   case "already_captured":
 *     return;
 *   default:
 *     console.error(error.message);
 * }
 */
export function isVinrApiError<C extends ErrorCode>(value: unknown, code: C): value is ApiErrorOf<C>;
export function isVinrApiError(value: unknown): value is AnyApiError;
export function isVinrApiError(value: unknown, code?: string): boolean {
  return isVinrError(value) && "status" in value && (code === undefined || value.code === code);
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
