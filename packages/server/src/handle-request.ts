import { isRequestId } from "@vinr/validators/strict";
import type { OperationId } from "./generated/responses.js";
import type { Caller } from "./operations.js";
import { memberOf } from "./own-properties.js";
import type { RateLimit } from "./rate-limit/rate-limiter.js";
import { readApiKey, unknownKey } from "./request/api-key.js";
import { readBody } from "./request/read-body.js";
import { createRequestId } from "./request/request-id.js";
import { type RequestState, type Server, tell } from "./request-state.js";
import { ApiError, apiError } from "./response/api-error.js";
import { canSend, type Draft, errorDraft, isBodiless, optionsDraft, rejectionDraft } from "./response/drafts.js";
import { runOperation } from "./run-operation.js";

/** Responds to a request. Never rejects, whatever the host's functions do. */
export async function handleRequest<Who extends Caller, Transaction>(
  server: Server<Who, Transaction>,
  request: Request,
): Promise<Response> {
  const requestId = findRequestId(server, request);
  const state: RequestState = { requestId, request, operationId: undefined, rateLimit: undefined };
  const failed = (error: unknown): Draft => {
    if (!isAbort(request, error)) tell(server, state, error);
    return errorDraft(apiError("internal_error"), requestId);
  };
  const draft = await respond(server, state)
    .catch((error: unknown): Draft => {
      if (error instanceof ApiError) return errorDraft(error, requestId);
      throw error;
    })
    // Also where an error of the host's cannot be sent, such as one whose `param` is null.
    .catch(failed);
  try {
    return toResponse(draft, state, state.rateLimit ?? (await describeBucket(server, state)));
  } catch (error) {
    // An idempotency store returned a response that cannot be sent, or a rate limiter something else than a state.
    return toResponse(failed(error), state, unknownBucket());
  }
}

/** The request's own id, where a proxy in front of the server gave it one; else a new one. */
function findRequestId<Who extends Caller, Transaction>(server: Server<Who, Transaction>, request: Request): string {
  const given = request.headers.get("x-request-id");
  if (given !== null && isRequestId(given)) return given;
  try {
    const id: unknown = server.settings.createRequestId();
    if (typeof id === "string" && isRequestId(id)) return id;
    throw new TypeError(`createRequestId must return an id such as req_8KdPz2, got ${JSON.stringify(id)}.`);
  } catch (error) {
    const requestId = createRequestId();
    tell(server, { requestId, request, operationId: undefined, rateLimit: undefined }, error);
    return requestId;
  }
}

/** The operation stopped because the client left: nothing is wrong, and nobody is there to respond to. */
function isAbort({ signal }: Request, error: unknown): boolean {
  try {
    return signal.aborted && (error === signal.reason || (error instanceof Error && error.name === "AbortError"));
  } catch {
    // It cannot even be looked at, as a proxy may have it.
    return false;
  }
}

/** Cheap decisions come first: nothing is read of a request whose path, method or key is wrong. */
async function respond<Who extends Caller, Transaction>(
  server: Server<Who, Transaction>,
  state: RequestState,
): Promise<Draft> {
  const { request, requestId } = state;
  const { basePath, maxBodyBytes } = server.settings;
  const { method } = request;
  const found = server.spec.findOperation({ method, url: request.url }, { basePath, requestId });
  if (!found.ok) return method === "OPTIONS" ? optionsDraft(found) : rejectionDraft(found);
  const { operationId } = found;
  state.operationId = operationId;
  const caller = await findCaller(server, state, operationId);
  const rateLimit = await server.settings.rateLimiter.take(caller);
  state.rateLimit = rateLimit;
  if (!rateLimit.isAllowed) throw apiError("rate_limited", { retryAfter: memberOf(rateLimit, "retryAfter") });
  if (memberOf(server.operations, operationId) === undefined) throw apiError("not_implemented");
  const hasBody = Object.hasOwn(server.spec.operations[operationId], "hasBody");
  const body = hasBody ? ((await readBody(request, maxBodyBytes)) ?? "") : undefined;
  const valid = found.validate({ headers: request.headers, body });
  return valid.ok ? runOperation(server, state, { valid, caller }) : rejectionDraft(valid);
}

async function findCaller<Who extends Caller, Transaction>(
  { settings }: Server<Who, Transaction>,
  { request }: RequestState,
  operationId: OperationId,
): Promise<Who> {
  const key = readApiKey(request.headers, settings.environment);
  const caller = await settings.authenticate(key, { operationId, request });
  // Also null or false, which a database may say of what it does not have.
  if (!caller) throw unknownKey();
  // All callers without an account would share their idempotency keys, and get each other's responses.
  const account: unknown = memberOf(caller, "account");
  if (typeof account !== "string" || account === "") {
    throw new TypeError("authenticate must return a caller with an account, a text that is not empty.");
  }
  return caller;
}

/** The state of a bucket, for a response to an unknown caller. */
async function describeBucket<Who extends Caller, Transaction>(
  server: Server<Who, Transaction>,
  state: RequestState,
): Promise<RateLimit> {
  try {
    return await server.settings.rateLimiter.take(undefined);
  } catch (error) {
    tell(server, state, error);
    return unknownBucket();
  }
}

function unknownBucket(): RateLimit {
  return { isAllowed: true, limit: 1, remaining: 0, reset: Math.floor(Date.now() / 1000) };
}

/** A request and its id. */
type Asked = Pick<RequestState, "request" | "requestId">;

/** The API's response for an error, for code that responds instead of a handler. */
export function respondWithError(error: ApiError, asked: Asked, rateLimit: RateLimit): Response {
  return toResponse(errorDraft(error, asked.requestId), asked, rateLimit);
}

/** @throws if the draft cannot be a response. */
function toResponse(draft: Draft, { request, requestId }: Asked, rateLimit: RateLimit): Response {
  const { status, body } = draft;
  // Some runtimes check it only when they send the response, which is too late for a 500.
  if (!canSend(status)) throw new RangeError(`A response cannot have the status ${status}.`);
  const headers: Record<string, string> = {
    "cache-control": "no-store",
    "x-request-id": requestId,
    "x-ratelimit-limit": asInteger(rateLimit.limit),
    "x-ratelimit-remaining": asInteger(rateLimit.remaining),
    "x-ratelimit-reset": asInteger(Math.ceil(rateLimit.reset)),
  };
  const hasBody = body !== undefined && !isBodiless(status);
  if (hasBody) headers["content-type"] = "application/json";
  // Documented for every 429, whether the handler made it or an operation returned it.
  if (status === 429) headers["retry-after"] = "1";
  Object.assign(headers, draft.headers);
  const response = new Response(hasBody && request.method !== "HEAD" ? body : null, {
    status,
    statusText: "",
    headers,
  });
  bodies.set(response, hasBody ? body : "");
  return response;
}

/** The bodies of responses, for as long as these are in use. */
const bodies = /* @__PURE__ */ new WeakMap<Response, string>();

/** The body of a response that a handler has made, without reading it; undefined for any other response. */
export function findBody(response: Response): string | undefined {
  return bodies.get(response);
}

/** A rate limiter may count in fractions; the headers are integers. */
function asInteger(value: number): string {
  return String(Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, Math.floor(value) || 0)));
}
