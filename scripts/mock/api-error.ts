/** The errors that the mock returns, in the error body that the API documents. */
import { randomBytes } from "node:crypto";

const badRequest = { status: 400, type: "invalid_request_error" } as const;
const unauthorized = { status: 401, type: "authentication_error" } as const;

/** The error codes that the mock itself returns: an excerpt of the specification's `x-error-codes`, compared by a test. */
export const errorCodes = {
  body_malformed: badRequest,
  parameter_missing: badRequest,
  parameter_invalid: badRequest,
  parameter_unknown: badRequest,
  parameters_exclusive: badRequest,
  api_key_missing: unauthorized,
  invalid_api_key: unauthorized,
  api_key_kind_not_allowed: unauthorized,
  permission_denied: { status: 403, type: "permission_error" },
  route_not_found: { status: 404, type: "invalid_request_error" },
  method_not_allowed: { status: 405, type: "invalid_request_error" },
  not_acceptable: { status: 406, type: "invalid_request_error" },
  body_too_large: { status: 413, type: "invalid_request_error" },
  unsupported_media_type: { status: 415, type: "invalid_request_error" },
  internal_error: { status: 500, type: "api_error" },
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** Rejects a request: thrown anywhere while handling it, turned into a response in one place. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: ErrorCode;
  readonly status: number;
  readonly param: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ErrorCode, message: string, param?: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.code = code;
    this.status = errorCodes[code].status;
    this.param = param;
    this.headers = headers;
  }
}

/** The documented error body. */
export function errorBody({ code, message, param }: ApiError, requestId: string): unknown {
  const { type } = errorCodes[code];
  const named = param === undefined ? {} : { param: param.slice(0, 255) };
  return {
    error: {
      type,
      code,
      message: message.slice(0, 1000),
      ...named,
      doc_url: documentationOf(code),
      request_id: requestId,
    },
  };
}

/** The page about a code. */
function documentationOf(code: ErrorCode): string {
  return `https://docs.vinr.com/errors/${code}`;
}

/** A new `req_…`, in the shape of all ids: a prefix, then letters and digits. */
export function newRequestId(): string {
  return `req_${randomBytes(10).toString("hex")}`;
}

/** A value for a message: quoted, on one line, shortened. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text);
}
