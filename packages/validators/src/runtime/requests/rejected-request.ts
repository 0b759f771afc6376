import { type Issue, onOneLine } from "../issues.js";
import { ownMembers } from "../values.js";

/**
 * The body of an error, as the API documents it.
 *
 * @example
 * ```ts
 * function describe({ error }: RequestErrorBody): string {
 *   return `${error.request_id}: ${error.code} at ${error.param ?? "the request"}`;
 * }
 * ```
 */
export interface RequestErrorBody {
  readonly error: {
    readonly type: "invalid_request_error";
    readonly code: string;
    readonly message: string;
    /** The parameter, header or property to correct, with dots between levels. */
    readonly param?: string;
    /** The page about the code. */
    readonly doc_url: string;
    readonly request_id: string;
  };
}

/**
 * A request that the API rejects, with the response to send.
 *
 * @example
 * ```ts
 * function respond({ status, headers, body }: RejectedRequest): Response {
 *   return Response.json(body, { status, headers: { ...headers } });
 * }
 * ```
 */
export interface RejectedRequest {
  readonly ok: false;
  readonly status: 400 | 404 | 405 | 406 | 415;
  /** Headers of the response: `allow` with a 405. */
  readonly headers?: { readonly allow: string };
  readonly body: RequestErrorBody;
  /** Every issue found; empty if the request was rejected before its parts were checked. */
  readonly issues: readonly Issue[];
}

/** The longest message and param that the API documents, in characters. */
const maxMessageLength = 1000;
const maxParamLength = 255;

/** Why a request is rejected. */
export interface Rejection {
  readonly status: RejectedRequest["status"];
  readonly code: string;
  readonly message: string;
  /** Default: a new one. */
  readonly requestId?: string | undefined;
  readonly param?: string;
  readonly issues?: readonly Issue[];
}

/** Rejects a request. */
export function rejectRequest(rejection: Rejection): RejectedRequest {
  const { status, code, message, requestId = newRequestId(), param, issues = [] } = ownMembers(rejection);
  const error = {
    type: "invalid_request_error",
    code,
    message: onOneLine(message).slice(0, maxMessageLength),
    ...(param ? { param: onOneLine(param).slice(0, maxParamLength) } : {}),
    doc_url: `https://docs.vinr.com/errors/${code}`,
    request_id: requestId,
  } as const;
  return { ok: false, status, body: { error }, issues };
}

/** Rejects a request for its issues: the error body is about the first. */
export function rejectForIssues(
  first: Issue,
  issues: readonly Issue[],
  requestId: string | undefined,
): RejectedRequest {
  const { message, path } = first;
  return rejectRequest({ status: 400, code: codeOf(first), message, requestId, param: path.join("."), issues });
}

function codeOf({ code }: Issue): string {
  if (code === "required" || code === "dependent_required") return "parameter_missing";
  if (code === "exclusive") return "parameters_exclusive";
  return code === "unknown_property" ? "parameter_unknown" : "parameter_invalid";
}

/** Unique enough to find a request in a log; it protects nothing. */
function newRequestId(): string {
  const part = () => Math.random().toString(36).slice(2);
  return `req_${`${part()}${part()}`.slice(0, 20)}`;
}
