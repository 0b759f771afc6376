import type { Issue } from "./issues.js";

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
 * A request that the API refuses, with what it answers.
 *
 * @example
 * ```ts
 * function answer({ status, headers, body }: RefusedRequest): Response {
 *   return Response.json(body, { status, headers: { ...headers } });
 * }
 * ```
 */
export interface RefusedRequest {
  readonly ok: false;
  readonly status: 400 | 404 | 405 | 415;
  /** Headers of the answer: `allow` with a 405. */
  readonly headers?: { readonly allow: string };
  readonly body: RequestErrorBody;
  /** All that is wrong; empty where the request was not looked into. */
  readonly issues: readonly Issue[];
}

/** The longest message and param that the API documents. */
const longestMessage = 1000;
const longestParam = 255;

/** Refuses a request as a whole. */
export function refuseRequest(
  status: RefusedRequest["status"],
  code: string,
  message: string,
  requestId: string = newRequestId(),
  param?: string,
  issues: readonly Issue[] = [],
): RefusedRequest {
  const text = message.slice(0, longestMessage);
  const where = param ? { param: param.slice(0, longestParam) } : {};
  const doc_url = `https://docs.vinr.com/errors/${code}`;
  const error = {
    type: "invalid_request_error",
    code,
    message: text,
    ...where,
    doc_url,
    request_id: requestId,
  } as const;
  return { ok: false, status, body: { error }, issues };
}

/** Refuses a request for one of its parts: the first is the one that is told. */
export function refuseIssue(issue: Issue, issues: readonly Issue[], requestId: string | undefined): RefusedRequest {
  return refuseRequest(400, codeOf(issue), issue.message, requestId, issue.path.join("."), issues);
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
