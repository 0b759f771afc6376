import type { ErrorCode, errorCodes } from "../generated/error-codes.js";
import { isVinrError, VinrError } from "./errors.js";

/** A code that is newer than this package: any string, but typed as an enum that no documented code equals. */
export declare enum NewerErrorCode {
  code = "",
}

/**
 * The code of an API error: a documented one; `unknown` if the response is not VINR's; or one that is newer than this
 * package. Comparing narrows it. A misspelt code does not compile; compare a newer one as `String(code)`.
 */
export type ApiErrorCode = ErrorCode | "unknown" | NewerErrorCode;

/** Marks API errors, including those of another copy of this package or of another realm. */
const apiErrorBrand = Symbol.for("@vinr/client/api-error");

/**
 * The API returned an error. Each subclass covers one or more statuses; a status without a subclass is thrown as this
 * class. If the body holds no VINR error, `code` is `unknown`.
 */
export class VinrApiError extends VinrError {
  override readonly name: string = "VinrApiError";
  declare readonly code: ApiErrorCode;
  /** The HTTP status. */
  declare readonly status: number;
  /** The type of error, such as `card_error`. */
  declare readonly type: string | undefined;
  /** The parameter, header or property to correct. */
  declare readonly param: string | undefined;
  /** The bank's reason for a decline, such as `insufficient_funds`. */
  declare readonly declineCode: string | undefined;
  /** The id of the object that the error is about. */
  declare readonly resource: string | undefined;

  /** @internal */
  [apiErrorBrand](): void {}
}

/** 400, 405, 406, 413, 415, 422: change the request; `param` often names the part to change. */
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

/** 404: the object does not exist, or not in this environment. */
export class VinrNotFoundError extends VinrApiError {
  override readonly name = "VinrNotFoundError";
}

/** 409: the idempotency key was used with another body, or its first request is still in progress. */
export class VinrConflictError extends VinrApiError {
  override readonly name = "VinrConflictError";
}

/** 429: too many requests; wait for `retryAfter` seconds. */
export class VinrRateLimitError extends VinrApiError {
  override readonly name = "VinrRateLimitError";
}

/**
 * 5xx: the server failed; call again with the same `idempotencyKey`, except after a 501: the server does not implement the
 * operation.
 */
export class VinrServerError extends VinrApiError {
  override readonly name = "VinrServerError";
}

/** The error class of each status. Any other status from 500 on is a `VinrServerError`. */
export const errorClasses = {
  400: VinrInvalidRequestError,
  401: VinrAuthenticationError,
  402: VinrCardError,
  403: VinrPermissionError,
  404: VinrNotFoundError,
  405: VinrInvalidRequestError,
  406: VinrInvalidRequestError,
  409: VinrConflictError,
  413: VinrInvalidRequestError,
  415: VinrInvalidRequestError,
  422: VinrInvalidRequestError,
  429: VinrRateLimitError,
} as const;

/** Returns the error class of a status. */
export function errorClassFor(status: number): typeof VinrApiError {
  const classes: Readonly<Record<number, typeof VinrApiError>> = errorClasses;
  return classes[status] ?? (status >= 500 ? VinrServerError : VinrApiError);
}

type ErrorClasses = typeof errorClasses;

type StatusOf<C extends ErrorCode> = (typeof errorCodes)[C]["status"];

/** The error of a documented code: its class, with `code` and `status` as literals. */
export type ApiErrorOf<C extends ErrorCode> = C extends ErrorCode
  ? (StatusOf<C> extends keyof ErrorClasses ? InstanceType<ErrorClasses[StatusOf<C>]> : VinrServerError) & {
      readonly code: C;
      readonly status: StatusOf<C>;
    }
  : never;

/** Any API error, discriminated by `code`: comparing `error.code === "card_declined"` narrows to `VinrCardError`. */
export type AnyApiError = ApiErrorOf<ErrorCode> | (VinrApiError & { readonly code: "unknown" | NewerErrorCode });

/**
 * Tells whether a value is an API error, optionally one with the given code. Errors of another copy of this package count.
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
  return isVinrError(value) && apiErrorBrand in value && (code === undefined || value.code === code);
}
