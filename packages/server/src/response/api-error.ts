import { type ErrorCode, errorCodes } from "../generated/error-codes.js";
import type { ErrorResponse } from "../generated/types.js";
import { ownProperties } from "../own-properties.js";

/**
 * The details of an error, besides its code.
 *
 * @example
 * ```ts
 * const details: ApiErrorDetails = { resource: "pay_1234567890", message: "The payment is already captured." };
 * ```
 */
export interface ApiErrorDetails {
  /** For people. Default: the meaning of the code, from the specification. At most 1000 characters are sent. */
  readonly message?: string | undefined;
  /**
   * The parameter, header or property to correct, with dots between levels. At most 255 characters are sent. Default for
   * errors about an idempotency key: `Idempotency-Key`.
   */
  readonly param?: string | undefined;
  /** The id of the object that the error is about. */
  readonly resource?: string | undefined;
  /** Why a card was declined, such as `insufficient_funds`. */
  readonly decline_code?: string | undefined;
  /** Seconds until a retry, as `Retry-After`: rounded up, up to a day. Default with 429 and `idempotency_key_in_progress`: 1. */
  readonly retryAfter?: number | undefined;
  /** The error behind this one. It is not sent. */
  readonly cause?: unknown;
}

/** The status and type of an error code, and what it means: a row of the specification's table. */
export interface ErrorMeaning {
  readonly status: number;
  readonly type: string;
  readonly description: string;
}

/**
 * An error to respond with. `apiError` makes it; an operation throws it.
 *
 * @example
 * ```ts
 * function isNotFound(error: unknown): boolean {
 *   return error instanceof ApiError && error.status === 404;
 * }
 * ```
 */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: ErrorCode;
  /** The HTTP status of the code. */
  readonly status: number;
  /** @internal The error type of the code. */
  readonly type: string;
  readonly details: ApiErrorDetails;
  /** Headers of the response besides the common ones, in lower case. */
  readonly headers: Readonly<Record<string, string>>;

  /** @internal Use `apiError`. */
  constructor(
    code: ErrorCode,
    meaning: ErrorMeaning,
    details: ApiErrorDetails,
    headers: Readonly<Record<string, string>> = {},
  ) {
    const { status, type, description } = meaning;
    const own = ownProperties(details);
    super(own.message ?? asSentence(description), own.cause === undefined ? {} : { cause: own.cause });
    this.code = code;
    this.status = status;
    this.type = type;
    this.details = own;
    const { retryAfter } = own;
    this.headers = {
      // RFC 9110, section 11.6.1: a 401 says how to authenticate.
      ...(this.status === 401 ? { "www-authenticate": 'Bearer realm="VINR"' } : {}),
      ...(retryAfter === undefined ? {} : { "retry-after": asSeconds(retryAfter) }),
      ...headers,
    };
  }
}

/**
 * Makes an error from its code. The specification gives its status, type and `doc_url`.
 *
 * An error that an operation throws rolls back its transaction, and is not remembered for the idempotency key. To keep what
 * was written, return an `errorResponse` instead.
 *
 * @example
 * ```ts
 * function capture(payment: { id: string; status: string }): void {
 *   if (payment.status !== "authorized") throw apiError("payment_not_capturable", { resource: payment.id });
 * }
 * ```
 * @throws {TypeError} for a code that the specification does not have.
 */
export function apiError(code: ErrorCode, details: ApiErrorDetails = {}): ApiError {
  if (!Object.hasOwn(errorCodes, code)) throw new TypeError(`There is no error code ${String(code)}.`);
  return new ApiError(code, errorCodes[code], code.startsWith("idempotency_key_") ? ofKey(code, details) : details);
}

/** The errors of an idempotency key name its header, and say when to retry if another key would not help. */
function ofKey(code: ErrorCode, details: ApiErrorDetails): ApiErrorDetails {
  const { param = "Idempotency-Key", retryAfter = code === "idempotency_key_in_progress" ? 1 : undefined } =
    ownProperties(details);
  return { ...details, param, retryAfter };
}

/** The HTTP status of an error code. */
type StatusOf<Code extends ErrorCode> = (typeof errorCodes)[Code]["status"];

/** The statuses of errors that may be gone when the same request is sent again, with another key of the API or a bit later. */
const transientStatuses = [401, 403, 409, 429, 500, 501, 502, 503, 504] as const;

/** Whether a response must not be remembered: the client is told to repeat the request, and would get the error for a day. */
export function isTransient(status: number): boolean {
  return (transientStatuses as readonly number[]).includes(status);
}

/** The codes of errors that stay, however often the request is repeated. */
type PermanentErrorCode = {
  [Code in ErrorCode]: StatusOf<Code> extends (typeof transientStatuses)[number] ? never : Code;
}[ErrorCode];

/**
 * Makes an error response to return instead of throwing an `apiError`: what an operation returns is committed and remembered
 * for the idempotency key. A declined card is such an error: the attempt stays, and a retry must not charge. An error that may be
 * gone when the request is repeated, such as `service_unavailable`, can only be thrown: clients repeat it with the same key.
 *
 * @example
 * ```ts
 * const charge: OperationHandler<"createPayment"> = ({ requestId }) =>
 *   errorResponse("card_declined", requestId, { decline_code: "insufficient_funds" });
 * ```
 * @throws {TypeError} for a code that the specification does not have.
 */
export function errorResponse<Code extends PermanentErrorCode>(
  code: Code,
  requestId: string,
  details: Omit<ApiErrorDetails, "cause" | "retryAfter"> = {},
): { readonly status: StatusOf<Code>; readonly body: ErrorResponse } {
  return { status: errorCodes[code]?.status, body: errorBody(apiError(code, details), requestId) };
}

/** The longest texts that the API documents, in characters. */
const maxMessageLength = 1000;
const maxParamLength = 255;

/** The body of an error. */
export function errorBody({ code, type, message, details }: ApiError, requestId: string): ErrorResponse {
  const { param, decline_code, resource } = details;
  return {
    error: {
      type: type as ErrorResponse["error"]["type"],
      code,
      message: message.slice(0, maxMessageLength),
      ...(param === undefined ? {} : { param: param.slice(0, maxParamLength) }),
      ...(decline_code === undefined ? {} : { decline_code }),
      // A code of another specification has no page.
      ...(Object.hasOwn(errorCodes, code) ? { doc_url: `https://docs.vinr.com/errors/${code}` } : {}),
      request_id: requestId,
      ...(resource === undefined ? {} : { resource }),
    },
  };
}

/** The longest wait that the API documents, in seconds. */
const maxRetryAfter = 86_400;

function asSeconds(retryAfter: number): string {
  return String(Math.min(maxRetryAfter, Math.max(0, Math.ceil(retryAfter) || 0)));
}

function asSentence(description: string): string {
  return `${description.charAt(0).toUpperCase()}${description.slice(1)}.`;
}
