import type { Result, ValidateOptions } from "../validate.js";
import { own } from "../values.js";
import { decode } from "./decode.js";
import type { ParameterParser } from "./parameters.js";
import { type RejectedRequest, rejectRequest } from "./rejected-request.js";

/** One operation, as requests are matched to it. */
export interface Route {
  readonly operationId: string;
  readonly method: string;
  /** The path template's segments; a parameter is in braces. */
  readonly segments: readonly string[];
  readonly path?: ParameterParser<unknown> | undefined;
  readonly query: ParameterParser<unknown>;
  readonly headers?: ParameterParser<unknown> | undefined;
  readonly body?: ((value: unknown, options?: ValidateOptions) => Result<unknown>) | undefined;
  readonly bodyRequired?: boolean | undefined;
}

/**
 * The part of a request that selects its operation.
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
  /** The prefix of the specification's paths. Default: `/v1`, as on VINR's servers. */
  readonly basePath?: string;
  /** The `request_id` of an error body. Default: a new one. */
  readonly requestId?: string;
}

/** A route, and where its path has parameters. */
export interface PreparedRoute extends Route {
  /** Which segment each parameter is, from 0. */
  readonly parameters: readonly (readonly [name: string, place: number])[];
}

/** The routes of one path, by method. */
export interface PathRoutes {
  /** The template's segments, decoded; undefined for a parameter. */
  readonly segments: readonly (string | undefined)[];
  readonly methods: ReadonlyMap<string, PreparedRoute>;
}

/** A request's route, and the parts of its URL. */
export interface Match {
  readonly ok: true;
  readonly route: PreparedRoute;
  /** The decoded segments below the base path; undefined if one cannot be decoded. */
  readonly segments: readonly (string | undefined)[];
  /** The query, encoded, without its question mark. */
  readonly query: string;
}

/**
 * Groups routes by path. If a request matches several paths, literal segments win over parameters (OpenAPI 3.1,
 * section 4.8.8.2): those paths come first.
 */
export function groupByPath(routes: readonly Route[]): readonly PathRoutes[] {
  const paths = new Map<string, { segments: readonly (string | undefined)[]; methods: Map<string, PreparedRoute> }>();
  for (const route of routes) {
    const segments = route.segments.map((part) => (isParameter(part) ? undefined : (decode(part) ?? part)));
    const key = JSON.stringify(segments);
    const path = paths.get(key) ?? { segments, methods: new Map() };
    paths.set(key, path);
    if (!path.methods.has(route.method)) path.methods.set(route.method, prepareRoute(route));
  }
  const shape = ({ segments }: PathRoutes) => segments.map((part) => (part === undefined ? "1" : "0")).join("");
  return [...paths.values()].sort((one, other) => (shape(one) < shape(other) ? -1 : 1));
}

function prepareRoute(route: Route): PreparedRoute {
  const parameters = route.segments.flatMap((part, place) =>
    isParameter(part) ? [[part.slice(1, -1), place] as const] : [],
  );
  // All are its own, also those that it does not have: what a script has put on `Object.prototype` is none of them.
  return { path: undefined, headers: undefined, body: undefined, bodyRequired: undefined, ...route, parameters };
}

/** Finds the route of a request, or rejects the request with 404 or 405. */
export function matchRoute(
  paths: readonly PathRoutes[],
  basePath: string,
  request: RequestTarget,
  options: RequestOptions = {},
): Match | RejectedRequest {
  const { pathname, query } = splitUrl(request.url);
  const segments = segmentsBelow(own(options, "basePath") ?? basePath, pathname);
  const path = segments && paths.find((one) => isMatch(one.segments, segments));
  if (segments === undefined || path === undefined) {
    const message = `the API has no path ${pathname.slice(0, 200)}`;
    return rejectRequest({ status: 404, code: "route_not_found", message, requestId: own(options, "requestId") });
  }
  const method = request.method.toUpperCase();
  const route = findMethod(path, method);
  if (route !== undefined) return { ok: true, route, segments, query };
  const allow = allowedMethods(path);
  const message = `${method.slice(0, 20)} is not allowed here; use ${allow}`;
  const rejection = { status: 405, code: "method_not_allowed", message, requestId: own(options, "requestId") } as const;
  return { ...rejectRequest(rejection), headers: { allow } };
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
  // Nearly every path begins with the base path as it is written.
  if (pathname.startsWith(`${basePath}/`)) return decodeSegments(pathname.slice(basePath.length + 1));
  const base = basePath.split("/");
  const all = decodeSegments(pathname);
  return base.every((part, i) => decode(part) === all[i]) ? all.slice(base.length) : undefined;
}

function decodeSegments(path: string): readonly (string | undefined)[] {
  const segments = path.split("/");
  return path.includes("%") ? segments.map(decode) : segments;
}

/** Segments are compared decoded: `%70ayments` is `payments` (RFC 3986, section 6.2.2.2). */
function isMatch(template: PathRoutes["segments"], segments: Match["segments"]): boolean {
  return (
    template.length === segments.length &&
    template.every((part, i) => (part === undefined ? segments[i] !== "" : part === segments[i]))
  );
}

/** HEAD is allowed wherever GET is, and has its operation (RFC 9110, section 9.1). */
function findMethod({ methods }: PathRoutes, method: string): PreparedRoute | undefined {
  return methods.get(method) ?? (method === "HEAD" ? methods.get("GET") : undefined);
}

function allowedMethods({ methods }: PathRoutes): string {
  const names = [...methods.keys()].flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : method));
  return [...new Set(names)].sort().join(", ");
}

/** Whether a segment of a template is a parameter. */
function isParameter(part: string): boolean {
  return part.startsWith("{") && part.endsWith("}");
}
