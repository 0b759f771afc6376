import { decode } from "./decode.js";
import type { ParameterParser } from "./parameters.js";
import { type RejectedRequest, rejectRequest } from "./rejected-request.js";
import type { Result, ValidateOptions } from "./validate.js";
import { ownMembers } from "./values.js";

/** One operation, as requests are matched to it. */
export interface Route {
  readonly operationId: string;
  readonly method: string;
  /** The path template's segments; a parameter is in braces. */
  readonly segments: readonly string[];
  readonly path?: ParameterParser<unknown>;
  readonly query: ParameterParser<unknown>;
  readonly headers?: ParameterParser<unknown>;
  readonly body?: (value: unknown, options?: ValidateOptions) => Result<unknown>;
  readonly bodyRequired?: boolean;
}

/**
 * The part of a request that tells its operation.
 *
 * @example
 * ```ts
 * const request: RequestTarget = { method: "GET", url: "/v1/payments?limit=7" };
 * ```
 */
export interface RequestTarget {
  readonly method: string;
  /** Absolute, or from the first slash of the path. */
  readonly url: string;
}

/**
 * How to validate a request.
 *
 * @example
 * ```ts
 * const options: RequestOptions = { basePath: "/api", requestId: "req_8KdPz2", maxIssues: 10 };
 * ```
 */
export interface RequestOptions extends ValidateOptions {
  /** The path before those of the specification. Default: `/v1`, as on VINR's servers. */
  readonly basePath?: string;
  /** The `request_id` of an error body. Default: a new one. */
  readonly requestId?: string;
}

/** A request's route, and the parts of its URL. */
export interface Match {
  readonly ok: true;
  readonly route: Route;
  /** The decoded segments below the base path; undefined where one cannot be decoded. */
  readonly segments: readonly (string | undefined)[];
  /** The query, encoded, without its question mark. */
  readonly query: string;
}

/** Finds the route of a request, or rejects the request with 404 or 405. */
export function matchRoute(
  routes: readonly Route[],
  basePath: string,
  request: RequestTarget,
  given: RequestOptions = {},
): Match | RejectedRequest {
  const options = ownMembers(given);
  const { requestId } = options;
  const { pathname, query } = splitUrl(request.url);
  const segments = segmentsBelow(options.basePath ?? basePath, pathname);
  const matches = segments === undefined ? [] : closest(routes.filter((route) => isMatch(route.segments, segments)));
  if (segments === undefined || matches.length === 0) {
    const message = `there is no ${pathname.slice(0, 200)}`;
    return rejectRequest({ status: 404, code: "route_not_found", message, requestId });
  }
  const method = request.method.toUpperCase();
  const route = findMethod(matches, method);
  if (route !== undefined) return { ok: true, route, segments, query };
  const allow = allowedMethods(matches);
  const message = `${method.slice(0, 20)} is not allowed here; use ${allow}`;
  return { ...rejectRequest({ status: 405, code: "method_not_allowed", message, requestId }), headers: { allow } };
}

function splitUrl(url: string): { pathname: string; query: string } {
  const origin = url.startsWith("/") ? 0 : (/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i.exec(url)?.[0].length ?? 0);
  const hash = url.indexOf("#");
  const target = url.slice(origin, hash < 0 ? undefined : hash);
  const mark = target.indexOf("?");
  return mark < 0
    ? { pathname: target, query: "" }
    : { pathname: target.slice(0, mark), query: target.slice(mark + 1) };
}

/** The decoded segments of a path below another; undefined where it is not below. */
function segmentsBelow(basePath: string, pathname: string): readonly (string | undefined)[] | undefined {
  const base = basePath.split("/");
  const all = pathname.split("/").map(decode);
  return base.every((part, i) => decode(part) === all[i]) ? all.slice(base.length) : undefined;
}

/** Segments are compared decoded: `%70ayments` is `payments` (RFC 3986, section 6.2.2.2). */
function isMatch(template: readonly string[], segments: readonly (string | undefined)[]): boolean {
  return (
    template.length === segments.length &&
    template.every((part, i) => (isParameter(part) ? segments[i] !== "" : decode(part) === segments[i]))
  );
}

/** HEAD is allowed wherever GET is, and has its operation (RFC 9110, section 9.1). */
function findMethod(matches: readonly Route[], method: string): Route | undefined {
  const find = (wanted: string) => matches.find((match) => match.method === wanted);
  return find(method) ?? (method === "HEAD" ? find("GET") : undefined);
}

function allowedMethods(matches: readonly Route[]): string {
  const methods = matches.flatMap(({ method }) => (method === "GET" ? ["GET", "HEAD"] : method));
  return [...new Set(methods)].sort().join(", ");
}

/** The routes of one path. Where several match, literal segments win over parameters (OpenAPI 3.1, section 4.8.8.2). */
function closest(matches: readonly Route[]): readonly Route[] {
  if (matches.length < 2) return matches;
  const shape = ({ segments }: Route) => segments.map((part) => (isParameter(part) ? "1" : "0")).join("");
  const [first] = matches.map(shape).sort();
  return matches.filter((route) => shape(route) === first);
}

/** Whether a segment of a template is a parameter. */
export function isParameter(part: string): boolean {
  return part.startsWith("{") && part.endsWith("}");
}
