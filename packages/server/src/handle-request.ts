import { findOperation } from "@vinr/validators/requests";
import { type Exchange, type Server, tell } from "./exchange.js";
import { type OperationId, operations } from "./generated/responses.js";
import type { Caller } from "./operations.js";
import type { RateLimit, RateLimiter } from "./rate-limit/rate-limiter.js";
import { readApiKey, unknownKey } from "./request/api-key.js";
import { readBody } from "./request/read-body.js";
import { readHeaders } from "./request/request-headers.js";
import { readRequestId } from "./request/request-id.js";
import { ApiError, apiError } from "./response/api-error.js";
import { type Draft, errorDraft, optionsDraft, rejectionDraft } from "./response/drafts.js";
import { runOperation } from "./run-operation.js";

/** Responds to a request. Never throws. */
export async function handleRequest<Who extends Caller, Transaction>(
  server: Server<Who, Transaction>,
  request: Request,
): Promise<Response> {
  const headers = readHeaders(request);
  const requestId = readRequestId(headers.get("x-request-id"), server.settings.createRequestId);
  const exchange: Exchange = { requestId, request, headers, operationId: undefined, rateLimit: undefined };
  const draft = await respond(server, exchange).catch((error: unknown): Draft => {
    if (error instanceof ApiError) return errorDraft(error, requestId);
    tell(server, exchange, error);
    return errorDraft(apiError("internal_error"), requestId);
  });
  const rateLimit = exchange.rateLimit ?? (await describeBucket(server, exchange));
  return toResponse(draft, exchange, rateLimit);
}

/** Cheap decisions come first: nothing is read of a request whose path, method or key is wrong. */
async function respond<Who extends Caller, Transaction>(
  server: Server<Who, Transaction>,
  exchange: Exchange,
): Promise<Draft> {
  const { request, requestId, headers } = exchange;
  const { basePath, maxBodyBytes } = server.settings;
  const { method } = request;
  const found = findOperation({ method, url: request.url }, { basePath, requestId });
  if (!found.ok) return method === "OPTIONS" ? optionsDraft(found) : rejectionDraft(found);
  const { operationId } = found;
  exchange.operationId = operationId;
  const caller = await findCaller(server, exchange, operationId);
  exchange.rateLimit = await server.settings.rateLimiter.take(caller);
  const { isAllowed, retryAfter = 1 } = exchange.rateLimit;
  if (!isAllowed) throw apiError("rate_limited", { retryAfter });
  if (server.operations[operationId] === undefined) throw apiError("not_implemented");
  const body = "hasBody" in operations[operationId] ? await readBody(request, headers, maxBodyBytes) : undefined;
  const valid = found.validate({ headers, body });
  return valid.ok ? runOperation(server, exchange, { valid, caller }) : rejectionDraft(valid);
}

async function findCaller<Who extends Caller, Transaction>(
  { settings }: Server<Who, Transaction>,
  { request, headers }: Exchange,
  operationId: OperationId,
): Promise<Who> {
  const key = readApiKey(headers, settings.environment);
  const caller = await settings.authenticate(key, { operationId, request });
  if (caller === undefined) throw unknownKey();
  return caller;
}

/** The state of a bucket for a response to nobody that is known. */
async function describeBucket<Who extends Caller, Transaction>(
  server: Server<Who, Transaction>,
  exchange: Exchange,
): Promise<RateLimit> {
  const { rateLimiter }: { rateLimiter: RateLimiter<Who> } = server.settings;
  try {
    return await rateLimiter.take(undefined);
  } catch (error) {
    tell(server, exchange, error);
    return { isAllowed: true, limit: 1, remaining: 0, reset: Math.floor(Date.now() / 1000) };
  }
}

function toResponse(draft: Draft, { request, requestId }: Exchange, { limit, remaining, reset }: RateLimit): Response {
  const { status, body } = draft;
  const headers: Record<string, string> = {
    "cache-control": "no-store",
    "x-request-id": requestId,
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-remaining": String(remaining),
    "x-ratelimit-reset": String(reset),
  };
  if (body !== undefined) headers["content-type"] = "application/json";
  Object.assign(headers, draft.headers);
  const isEmpty = body === undefined || request.method === "HEAD";
  return new Response(isEmpty ? null : body, { status, headers });
}
