/** What the mock says when it says no, in the error body that the API documents. */
import { randomBytes } from "node:crypto";

const badRequest = { status: 400, type: "invalid_request_error" } as const;
const unauthorized = { status: 401, type: "authentication_error" } as const;

/**
 * The codes that the mock itself answers with. Their table is `x-error-codes` in the description; a test holds this
 * excerpt equal to it.
 */
export const refusalCodes = {
  body_malformed: badRequest,
  parameter_missing: badRequest,
  parameter_invalid: badRequest,
  parameter_unknown: badRequest,
  parameters_exclusive: badRequest,
  api_key_missing: unauthorized,
  invalid_api_key: unauthorized,
  api_key_kind_not_allowed: unauthorized,
  route_not_found: { status: 404, type: "invalid_request_error" },
  method_not_allowed: { status: 405, type: "invalid_request_error" },
  unsupported_media_type: { status: 415, type: "invalid_request_error" },
  internal_error: { status: 500, type: "api_error" },
} as const;

export type RefusalCode = keyof typeof refusalCodes;

/** A request that is refused: thrown anywhere while answering, turned into a response in one place. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;

  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly param?: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = refusalCodes[code].status;
  }
}

/** The documented error body. */
export function errorBody({ code, message, param }: Refusal, requestId: string): unknown {
  const { type } = refusalCodes[code];
  const named = param === undefined ? {} : { param: param.slice(0, 255) };
  return { error: { type, code, message: message.slice(0, 1000), ...named, request_id: requestId } };
}

/** A fresh `req_…`, in the shape of all ids: a prefix, then letters and digits. */
export function newRequestId(): string {
  return `req_${randomBytes(10).toString("hex")}`;
}

/** A value as it is shown in a message: quoted, one line, cut. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text);
}
