/** One request in, one answer out: the order of the checks, and what every answer carries. */
import { authenticate } from "./auth.ts";
import { parseBody } from "./body.ts";
import type { CheckedRequest, Engine, MockOperation, Wanted } from "./engine.ts";
import { explain } from "./explain.ts";
import { readWanted } from "./prefer.ts";
import { readQuery } from "./query.ts";
import { errorBody, newRequestId, Refusal } from "./refusal.ts";
import { allowedMethods, findRoute, type Route } from "./routes.ts";

/** A request as it came over the wire, its body read to the end. */
export interface WireRequest {
  readonly method: string;
  /** The request target, as sent. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text; absent where there is no body. */
  readonly body?: string;
}

/** Answers a request from the description. Never throws. */
export async function answer(engine: Engine, request: WireRequest): Promise<Answer> {
  try {
    const { pathname, search } = splitTarget(request.target);
    if (request.method === "OPTIONS") return answerOptions(engine, pathname);
    const route = findRoute(engine, request.method, pathname);
    if (needsKey(route.operation)) authenticate(request.headers);
    const checked = readRequest(engine, route, request, search);
    const wanted = readWanted(route.operation, request.headers.prefer);
    return await respond(engine, route, checked, wanted);
  } catch (error) {
    if (error instanceof Refusal) return refuse(error);
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(new Refusal("internal_error", `The mock failed, which is a bug in the mock: ${reason}`));
  }
}

/** The answer to a refused request, in the documented error body; with another status only below HTTP. */
export function refuse(refusal: Refusal, status: number = refusal.status): Answer {
  const requestId = newRequestId();
  return json(status, refusal.headers, errorBody(refusal, requestId), requestId);
}

async function respond(engine: Engine, route: Route, request: CheckedRequest, wanted: Wanted): Promise<Answer> {
  const { operation } = route;
  const asked = wanted.code === undefined && wanted.example === undefined ? findExample(route) : wanted;
  const outcome = await engine.respond(operation, request, asked);
  if (!outcome.ok) return refuse(explain(operation, request, outcome.violations));
  // Stateless: nothing is remembered, so nothing is ever replayed, whatever the documented example of the header says.
  const { "idempotent-replayed": _, ...headers } = outcome.headers;
  const requestId = newRequestId();
  if (outcome.body === undefined || outcome.status === 204) {
    const { "content-type": __, ...bare } = headers;
    return { status: outcome.status, headers: { ...bare, ...commonHeaders(requestId) } };
  }
  return json(outcome.status, headers, withRequestId(outcome.body, requestId), requestId);
}

/** A resource that the description shows under the very id that was asked for is the one to show. */
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

function readRequest(
  { exclusions }: Engine,
  { operation, path }: Route,
  request: WireRequest,
  search: string,
): CheckedRequest {
  for (const { name } of operation.request?.headers ?? []) {
    if (request.headers[name.toLowerCase()] !== "") continue;
    throw new Refusal("parameter_invalid", `The header ${name} is empty; leave it out or give it a value.`, name);
  }
  const query = readQuery(operation, exclusions, search);
  const body = parseBody(operation, request.headers, request.body);
  // What the engine would read differently from `parseBody` is replaced by what was found there.
  const { "content-type": _, "content-encoding": __, ...rest } = request.headers;
  const described = body === undefined ? {} : { "content-type": "application/json" };
  const headers = { ...rest, ...described, "content-length": String(body === undefined ? 0 : request.body.length) };
  return { method: operation.method, path, query, headers, body };
}

function answerOptions(engine: Engine, pathname: string): Answer {
  const allow = allowedMethods(engine, pathname);
  if (allow.length === 0) findRoute(engine, "OPTIONS", pathname);
  const headers = { allow: allow.join(", "), "access-control-allow-methods": allow.join(", ") };
  return { status: 204, headers: { ...headers, ...commonHeaders(newRequestId()) } };
}

function needsKey(operation: MockOperation): boolean {
  return (operation.security ?? []).flat().length > 0;
}

function splitTarget(target: string): { pathname: string; search: string } {
  // Absolute form (`GET http://host/path`) is what a client sends through a proxy.
  const path = target.replace(/^https?:\/\/[^/?#]*/i, "");
  const [beforeHash = ""] = path.split("#");
  const [pathname = "", ...search] = beforeHash.split("?");
  return { pathname, search: search.join("?") };
}

/** An example's request id is the one of the response that carries it, as on the real API. */
function withRequestId(body: unknown, requestId: string): unknown {
  if (typeof body !== "object" || body === null || !("error" in body)) return body;
  if (typeof body.error !== "object" || body.error === null || !("request_id" in body.error)) return body;
  return { ...body, error: { ...body.error, request_id: requestId } };
}

function json(status: number, headers: Answer["headers"], body: unknown, requestId: string): Answer {
  const type = { "content-type": "application/json" };
  return { status, headers: { ...headers, ...type, ...commonHeaders(requestId) }, body: JSON.stringify(body) };
}

/** On every response. The mock limits nobody: its rate-limit figures are the sandbox's, always nearly full. */
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
