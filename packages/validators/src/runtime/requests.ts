import { acceptsJson } from "./accept.js";
import { decode } from "./decode.js";
import { fail, type Issue } from "./issues.js";
import { entriesOf, type ParameterInput } from "./parameters.js";
import { type RejectedRequest, rejectForIssues, rejectRequest } from "./rejected-request.js";
import { hasRepeatedNames } from "./repeated-names.js";
import { isParameter, matchRoute, type RequestOptions, type RequestTarget, type Route } from "./routes.js";
import { maxIssuesOf, type Result } from "./validate.js";
import { ownMembers } from "./values.js";

// Every runtime has these, but the types of the language alone do not.
declare const URLSearchParams: new (text: string) => { entries(): Iterable<[string, string]> };
declare const TextDecoder: new (encoding: string, options: { fatal: boolean }) => { decode(bytes: Uint8Array): string };

/**
 * A request of a server that does not use the Fetch standard.
 *
 * @example
 * ```ts
 * const request: PlainRequest = { method: "GET", url: "/v1/payments?limit=7", headers: {} };
 * ```
 */
export interface PlainRequest extends RequestTarget {
  readonly headers: ParameterInput;
  /** JSON as text or bytes, or as a framework parsed it; undefined where there is none. */
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
  text(): Promise<string>;
}

/** Finds the operation of a request, and validates its path, query, headers and body. */
export function checkRequest(
  routes: readonly Route[],
  basePath: string,
  request: PlainRequest,
  given: RequestOptions = {},
): RejectedRequest | ({ ok: true; operationId: string } & Record<"body" | "headers" | "path" | "query", unknown>) {
  const options = ownMembers(given);
  const { requestId } = options;
  const match = matchRoute(routes, basePath, request, options);
  if (!match.ok) return match;
  const { route, segments, query } = match;
  if (!acceptsJson(headerOf(request.headers, "accept"))) {
    const message = "every response is application/json, which the accept header excludes";
    return rejectRequest({ status: 406, code: "not_acceptable", message, requestId });
  }
  const path = readPath(route.segments, segments);
  const body = route.body === undefined ? { value: undefined } : readBody(request, route);
  if ("code" in body) return rejectRequest({ ...body, requestId });
  const results = {
    path: findUndecodable(path, maxIssuesOf(options)) ?? route.path?.(path, options),
    query:
      findUndecodable(readRawQuery(query), maxIssuesOf(options)) ?? route.query(new URLSearchParams(query), options),
    headers: route.headers?.(request.headers, options),
    body: body.value === undefined ? undefined : route.body?.(body.value, options),
  };
  const issues: Issue[] = Object.values(results).flatMap((result) => result?.issues ?? []);
  if (issues[0] !== undefined) {
    return rejectForIssues(issues[0], issues.slice(0, maxIssuesOf(options)), requestId);
  }
  const value = (result: Result<unknown> | undefined, none: unknown) => (result?.ok ? result.value : none);
  return {
    ok: true,
    operationId: route.operationId,
    path: value(results.path, {}),
    query: value(results.query, {}),
    headers: value(results.headers, {}),
    body: value(results.body, undefined),
  };
}

/** Texts by the parameter that they belong to; undefined where a text cannot be decoded. */
type Decoded = Record<string, string | undefined>;

function readPath(template: readonly string[], segments: readonly (string | undefined)[]): Decoded {
  const entries = template.flatMap((part, i) => (isParameter(part) ? [[part.slice(1, -1), segments[i]] as const] : []));
  return Object.fromEntries(entries);
}

/** The pairs of a query by their names. `URLSearchParams` would keep `%zz`, and replace what is not UTF-8. */
function readRawQuery(query: string): Decoded {
  // Nearly every query can be decoded as a whole.
  if (decode(query) !== undefined) return {};
  return Object.fromEntries(query.split("&").map((pair) => [pair.split("=")[0], decode(pair)]));
}

/** Reports the parameters whose text cannot be decoded; undefined if there are none. */
function findUndecodable(texts: Decoded, maxIssues: number): Result<unknown> | undefined {
  const context = { path: [], issues: [], maxIssues };
  const message = "must be UTF-8 in percent-encoding";
  for (const [name, text] of Object.entries(texts)) {
    if (text === undefined) fail(name, context, name, { code: "unreadable", expected: message.slice(8), message });
  }
  return context.issues.length > 0 ? { ok: false, issues: context.issues } : undefined;
}

type Body = { value: unknown } | { status: 400 | 415; code: string; message: string };

function readBody({ body, headers }: PlainRequest, { bodyRequired }: Route): Body {
  const text = body instanceof Uint8Array ? decodeUtf8(body) : body;
  if (text === notUtf8) return { status: 400, code: "body_malformed", message: "the body must be valid UTF-8" };
  if (text === undefined || text === null || text === "") {
    if (!bodyRequired) return { value: undefined };
    return { status: 400, code: "parameter_missing", message: "the request needs a body in JSON" };
  }
  if (!/^application\/json\s*(?:;|$)/i.test(headerOf(headers, "content-type"))) {
    return { status: 415, code: "unsupported_media_type", message: "content-type must be application/json" };
  }
  if (typeof text !== "string") return { value: text };
  try {
    // A byte order mark may be ignored (RFC 8259, section 8.1), as decoding bytes does.
    const value: unknown = JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text);
    if (!hasRepeatedNames(text, value)) return { value };
    return { status: 400, code: "body_malformed", message: "the body must not have two properties of one name" };
  } catch {
    return { status: 400, code: "body_malformed", message: "the body must be valid JSON" };
  }
}

/** A marker for bytes that are not UTF-8, and so not JSON. */
const notUtf8 = Symbol("not UTF-8");

function decodeUtf8(bytes: Uint8Array): string | typeof notUtf8 {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return notUtf8;
  }
}

/** The value of a header; empty where it is missing or cannot be read, which the headers' own check reports. */
function headerOf(headers: ParameterInput, name: string): string {
  try {
    for (const [key, value] of entriesOf(headers)) {
      if (key.toLowerCase() === name) return String(value);
    }
  } catch {}
  return "";
}
