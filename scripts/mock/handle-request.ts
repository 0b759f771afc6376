/** One request in, one response out: the order of the checks, and the headers of every response. */

import type { Issue } from "../../packages/validators/src/runtime/issues.ts";
import { acceptsJson } from "../../packages/validators/src/runtime/requests/accept.ts";
import { rejectForIssues } from "../../packages/validators/src/runtime/requests/rejected-request.ts";
import { ApiError, type ErrorCode, errorBody, newRequestId } from "./api-error.ts";
import { authenticate } from "./auth.ts";
import { parseBody } from "./body.ts";
import type { Engine, MockOperation, ParsedRequest, Wanted } from "./engine.ts";
import { readWanted } from "./prefer.ts";
import { readPairs } from "./query.ts";
import { allowedMethods, findRoute, type Route } from "./routes.ts";

/** A request as it was received, with its whole body. */
export interface RawRequest {
  readonly method: string;
  /** The request target, as sent. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface MockResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text; absent where there is no body. */
  readonly body?: string;
}

/** Returns the response that the specification has for a request. Never throws. */
export async function handleRequest(engine: Engine, request: RawRequest): Promise<MockResponse> {
  try {
    const { pathname, search } = splitTarget(request.target);
    if (request.method === "OPTIONS") return respondToOptions(engine, pathname);
    const route = findRoute(engine, request.method, pathname);
    if (needsKey(route.operation)) authenticate(request.headers);
    if (!acceptsJson(request.headers.accept ?? "")) {
      throw new ApiError("not_acceptable", "responses are application/json, which the Accept header excludes");
    }
    const parsed = parseRequest(route, request, search);
    const wanted = readWanted(route.operation, request.headers.prefer);
    return await respond(engine, route, parsed, wanted);
  } catch (error) {
    if (error instanceof ApiError) return errorResponse(error);
    const reason = error instanceof Error ? error.message : String(error);
    return errorResponse(new ApiError("internal_error", `The mock failed, which is a bug in the mock: ${reason}`));
  }
}

/** The response for an error; the status differs from the error's own only where the request is not valid HTTP. */
export function errorResponse(error: ApiError, status: number = error.status): MockResponse {
  const requestId = newRequestId();
  return json(status, error.headers, errorBody(error, requestId), requestId);
}

async function respond(engine: Engine, route: Route, request: ParsedRequest, wanted: Wanted): Promise<MockResponse> {
  const { operation } = route;
  const anyResponse = wanted.code === undefined && wanted.example === undefined;
  const outcome = await engine.respond(
    operation,
    request,
    anyResponse ? { ...findExample(route), takesValues: true } : wanted,
  );
  if (!outcome.ok) return errorResponse(rejectFor(outcome.issues));
  // The mock keeps nothing, so nothing is ever replayed, whatever the documented example of the header says.
  const { "idempotent-replayed": _, ...headers } = outcome.headers;
  const requestId = newRequestId();
  if (outcome.body === undefined || outcome.status === 204) {
    const { "content-type": __, ...bare } = headers;
    return { status: outcome.status, headers: { ...bare, ...commonHeaders(requestId) } };
  }
  return json(outcome.status, headers, withRequestId(outcome.body, requestId), requestId);
}

/** The error for a request with issues: as the validators have it, about the first. */
function rejectFor(issues: readonly Issue[]): ApiError {
  const [first] = issues;
  if (first === undefined) return new ApiError("parameter_invalid", "the request is invalid");
  const { code, message, param } = rejectForIssues(first, issues, undefined).body.error;
  return new ApiError(code as ErrorCode, message, param);
}

/** Prefers the example whose id is the one in the path. */
function findExample({ operation, pathValues }: Route): Wanted {
  const ids = new Set(pathValues.values());
  if (operation.method !== "get" || ids.size === 0) return {};
  for (const response of operation.responses) {
    if (!/^2\d\d$/.test(response.code)) continue;
    for (const example of (response.contents ?? []).flatMap(({ examples = [] }) => examples)) {
      const value: unknown = "value" in example ? example.value : undefined;
      if (typeof value !== "object" || value === null || !("id" in value)) continue;
      if (typeof value.id === "string" && ids.has(value.id))
        return { code: Number(response.code), example: example.key };
    }
  }
  return {};
}

function parseRequest({ operation, path, pathValues }: Route, request: RawRequest, search: string): ParsedRequest {
  const pairs = readPairs(search);
  const parameters = { path: pathValues, query: { entries: () => pairs }, header: request.headers };
  const body = parseBody(operation, request.headers, request.body);
  // Prism would read these headers differently from `parseBody` and `acceptsJson`, so they state the body as it was parsed.
  const { "content-type": _, "content-encoding": __, accept: ___, ...rest } = request.headers;
  const type = body === undefined ? {} : { "content-type": "application/json" };
  const headers = { ...rest, ...type, "content-length": String(body === undefined ? 0 : request.body.length) };
  return { method: operation.method, path, pathValues, parameters, headers, body };
}

function respondToOptions(engine: Engine, pathname: string): MockResponse {
  const allow = allowedMethods(engine, pathname);
  if (allow.length === 0) findRoute(engine, "OPTIONS", pathname);
  const headers = { allow: allow.join(", "), "access-control-allow-methods": allow.join(", ") };
  return { status: 204, headers: { ...headers, ...commonHeaders(newRequestId()) } };
}

function needsKey(operation: MockOperation): boolean {
  return (operation.security ?? []).flat().length > 0;
}

function splitTarget(target: string): { pathname: string; search: string } {
  // Clients send the absolute form (`GET http://host/path`) through a proxy.
  const path = target.replace(/^https?:\/\/[^/?#]*/i, "");
  const [beforeHash = ""] = path.split("#");
  const [pathname = "", ...search] = beforeHash.split("?");
  return { pathname, search: search.join("?") };
}

/** Puts the response's own request id into the example of an error, as on the real API. */
function withRequestId(body: unknown, requestId: string): unknown {
  if (typeof body !== "object" || body === null || !("error" in body)) return body;
  if (typeof body.error !== "object" || body.error === null || !("request_id" in body.error)) return body;
  return { ...body, error: { ...body.error, request_id: requestId } };
}

function json(status: number, headers: MockResponse["headers"], body: unknown, requestId: string): MockResponse {
  const type = { "content-type": "application/json" };
  return { status, headers: { ...headers, ...type, ...commonHeaders(requestId) }, body: JSON.stringify(body) };
}

/** The headers of every response. The mock has no rate limit: it always shows a limit that is hardly used. */
function commonHeaders(requestId: string): Record<string, string> {
  const reset = Math.floor(Date.now() / 1000) + 1;
  return {
    "x-request-id": requestId,
    "x-ratelimit-limit": "25",
    "x-ratelimit-remaining": "24",
    "x-ratelimit-reset": String(reset),
    "cache-control": "no-store",
  };
}
