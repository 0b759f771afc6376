import { fail, newContext } from "../issues.js";
import { maxIssuesOf, type Result } from "../validate.js";
import { memberOf, own } from "../values.js";
import { acceptsJson } from "./accept.js";
import { isProblem, tryToReadBody } from "./bodies.js";
import { decode } from "./decode.js";
import { headerOf, type ParameterInput } from "./parameters.js";
import { type RejectedRequest, rejectForIssues, rejectRequest } from "./rejected-request.js";
import type { Match, RequestOptions, RequestTarget } from "./routes.js";

// Every runtime has it, but the types of the language alone do not.
declare const URLSearchParams: new (text: string) => { entries(): Iterable<[string, string]> };

/**
 * A request to a server that does not use the Fetch standard.
 *
 * @example
 * ```ts
 * const request: PlainRequest = { method: "GET", url: "/v1/payments?limit=7", headers: {} };
 * ```
 */
export interface PlainRequest extends RequestTarget {
  readonly headers: ParameterInput;
  /** JSON as text or bytes, or as a framework parsed it; undefined if there is none, and the headers announce none. */
  readonly body?: unknown;
}

/**
 * The parts of a Fetch `Request` that are read.
 *
 * @example
 * ```ts
 * const request: FetchRequest = new Request("https://api.vinr.com/v1/payments?limit=7");
 * ```
 */
export interface FetchRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: { entries(): Iterable<[string, string]> };
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * The parts of a request besides its method and URL.
 *
 * @example
 * ```ts
 * const parts: RequestParts = { headers: { "content-type": "application/json" }, body: '{"amount":1000}' };
 * ```
 */
export type RequestParts = Pick<PlainRequest, "body" | "headers">;

/** Whether a request is one of the Fetch standard. */
export function isFetchRequest<Plain extends PlainRequest>(request: FetchRequest | Plain): request is FetchRequest {
  return typeof memberOf(request as FetchRequest, "arrayBuffer") === "function";
}

/** A valid request of any operation. */
type ValidParts = { ok: true; operationId: string } & Record<"body" | "headers" | "path" | "query", unknown>;

/** Validates path, query, headers and body of a request whose route is known. */
export function checkParts(
  { route, segments, query }: Match,
  parts: RequestParts,
  options: RequestOptions = {},
): RejectedRequest | ValidParts {
  const { headers } = parts;
  const requestId = own(options, "requestId");
  if (!acceptsJson(headerOf(headers, "accept"))) {
    const message = "responses are application/json, which the Accept header excludes";
    return rejectRequest({ status: 406, code: "not_acceptable", message, requestId });
  }
  const body = route.body === undefined ? { value: undefined } : tryToReadBody(parts, route.bodyRequired);
  if (isProblem(body)) return rejectRequest({ ...body, requestId });
  const maxIssues = maxIssuesOf(options);
  const path = readPath(route.parameters, segments);
  const results = {
    path: findUndecodable(path, maxIssues) ?? route.path?.(path, options),
    query: findUndecodable(readRawQuery(query), maxIssues) ?? route.query(readQuery(query), options),
    headers: route.headers?.(headers, options),
    body: body.value === undefined ? undefined : route.body?.(body.value, options),
  };
  const all = [results.path, results.query, results.headers, results.body];
  const issues = all.flatMap((result) => (result === undefined || result.ok ? [] : result.issues));
  if (issues[0] !== undefined) return rejectForIssues(issues[0], issues.slice(0, maxIssues), requestId);
  return {
    ok: true,
    operationId: route.operationId,
    path: readValue(results.path) ?? {},
    query: readValue(results.query) ?? {},
    headers: readValue(results.headers) ?? {},
    body: readValue(results.body),
  };
}

function readValue(result: Result<unknown> | undefined): unknown {
  return result?.ok ? result.value : undefined;
}

/** Texts by the parameter that they belong to; undefined where a text cannot be decoded. */
type Decoded = Record<string, string | undefined>;

function readPath(parameters: Match["route"]["parameters"], segments: Match["segments"]): Decoded {
  return Object.fromEntries(parameters.map(([name, place]) => [name, segments[place]]));
}

function readQuery(query: string): ParameterInput {
  // A question mark of its own is part of the first name, and without one in front it would be left out.
  return query === "" ? emptyQuery : new URLSearchParams(`?${query}`);
}

const emptyQuery: ParameterInput = { entries: () => [] };

/** The pairs of a query by their names. `URLSearchParams` would keep `%zz`, and replace what is not UTF-8. */
function readRawQuery(query: string): Decoded {
  // Nearly every query can be decoded as a whole.
  if (decode(query) !== undefined) return {};
  return Object.fromEntries(query.split("&").map((pair) => [pair.split("=")[0], decode(pair)]));
}

/** Reports the parameters whose text cannot be decoded; undefined if there are none. */
function findUndecodable(texts: Decoded, maxIssues: number): Result<unknown> | undefined {
  const names = Object.keys(texts).filter((name) => texts[name] === undefined);
  if (names.length === 0) return undefined;
  const context = newContext(maxIssues);
  const expected = "UTF-8 in percent-encoding";
  for (const name of names) {
    fail(name, context, name, { code: "unreadable", expected, message: `must be ${expected}` });
  }
  return { ok: false, issues: context.issues };
}
