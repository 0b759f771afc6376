import type { ValidRequest } from "@vinr/validators/requests";
import type { OperationId } from "./generated/responses.js";
import { fingerprintOf } from "./idempotency/fingerprint.js";
import type {
  IdempotencyOutcome,
  IdempotentRequest,
  RecordedResponse,
  RequestWithoutKey,
} from "./idempotency/idempotency-store.js";
import type { Caller } from "./operations.js";
import { memberOf, ownData } from "./own-properties.js";
import { type RequestState, type Server, tell } from "./request-state.js";
import { ApiError, apiError, errorBody, isTransient } from "./response/api-error.js";
import { findUndocumented, UndocumentedResponseError } from "./response/check-response.js";
import { canSend, type Draft } from "./response/drafts.js";

/** A valid request of any operation, and its caller. */
export interface ReadyRequest<Who extends Caller> {
  readonly valid: ValidRequest;
  readonly caller: Who;
}

/** Runs the operation of a request: once per idempotency key, if it takes one. */
export async function runOperation<Who extends Caller, Transaction>(
  server: Server<Who, Transaction>,
  state: RequestState,
  ready: ReadyRequest<Who>,
): Promise<Draft> {
  if (!Object.hasOwn(server.spec.operations[ready.valid.operationId], "isIdempotent"))
    return execute(server, state, ready, undefined);
  const { idempotency } = server.settings;
  const outcome = await idempotency.run(await identify(ready), async (transaction): Promise<RecordedResponse> => {
    const { status, body = "" } = await execute(server, state, ready, transaction);
    if (isTransient(status)) throw new TypeError(remembered(ready.valid.operationId, status));
    return { status, body };
  });
  if (outcome.kind === "reused") throw apiError("idempotency_key_reused");
  if (outcome.kind === "in_progress") {
    throw apiError("idempotency_key_in_progress", { retryAfter: memberOf(outcome, "retryAfter") });
  }
  const { status, body } = readRecord(outcome);
  return { status, body, headers: outcome.kind === "replayed" ? { "idempotent-replayed": "true" } : undefined };
}

function remembered(operationId: OperationId, status: number): string {
  return `${operationId} returned ${status}, which would be remembered for the idempotency key. Throw an apiError instead.`;
}

/** The response in an outcome. Databases hand over untyped rows, and what they make of JSON would be sent as it is. */
function readRecord({ kind, response }: IdempotencyOutcome & { readonly response?: unknown }): RecordedResponse {
  const { status, body } = ownData(response ?? {}) as { readonly [Name in keyof RecordedResponse]?: unknown };
  const isKnown = kind === "executed" || kind === "replayed";
  if (isKnown && typeof status === "number" && typeof body === "string") return { status, body };
  const got = JSON.stringify({ kind, response: { status: typeof status, body: typeof body } });
  throw new TypeError(
    `The idempotency store must return a known kind, and a response with a number as its status and text as its body, got ${got}.`,
  );
}

/** Identifies a request for its idempotency key. */
async function identify<Who extends Caller>({
  valid,
  caller,
}: ReadyRequest<Who>): Promise<IdempotentRequest | RequestWithoutKey> {
  const { operationId, path, body, headers } = valid;
  const own = ownData(headers);
  const key = "Idempotency-Key" in own ? own["Idempotency-Key"] : undefined;
  const scope = { account: caller.account, operationId, key: undefined };
  if (key === undefined) return scope;
  return { ...scope, key, fingerprint: await fingerprintOf(path, body) };
}

/** Calls the operation. Its response is checked before its transaction is committed. */
async function execute<Who extends Caller, Transaction>(
  server: Server<Who, Transaction>,
  state: RequestState,
  { valid, caller }: ReadyRequest<Who>,
  transaction: Transaction | undefined,
): Promise<Draft> {
  const { operationId } = valid;
  // What was not sent is not there: no refund has the amount that a script has put on `Object.prototype`.
  const [path, query, headers, body] = [valid.path, valid.query, valid.headers, valid.body].map(ownData);
  const { requestId, request } = state;
  // Request and operation belong to one operationId, which TypeScript cannot follow through a union of fourteen.
  const implemented = server.operations as Record<OperationId, AnyHandler>;
  try {
    const input = { operationId, path, query, headers, body, caller, requestId, request, transaction };
    const response = ownData(await implemented[operationId](input));
    if (typeof response !== "object" || response === null) throw new TypeError(notReturned(operationId, response));
    const { status, body: sent } = response;
    // Not even "off" can send such a status, and nothing that cannot be sent may be committed.
    if (!canSend(status)) throw new UndocumentedResponseError(operationId, status, "no server can send the status");
    check(server, state, operationId, response);
    return { status, body: sent === undefined ? undefined : JSON.stringify(sent), headers: undefined };
  } catch (error) {
    // A part of an operation may not be implemented either; no operation documents that.
    if (error instanceof ApiError && error.code !== "not_implemented") {
      check(server, state, operationId, { status: error.status, body: errorBody(error, requestId) });
    }
    throw error;
  }
}

function notReturned(operationId: OperationId, got: unknown): string {
  return `${operationId} must return a response such as { status: 200, body: … }, got ${String(got)}.`;
}

type AnyHandler = (
  request: unknown,
) => Promise<{ status: number; body?: unknown }> | { status: number; body?: unknown };

/** Throws or reports a response that the operation does not document, as the host asked. */
function check<Who extends Caller, Transaction>(
  server: Server<Who, Transaction>,
  state: RequestState,
  operationId: OperationId,
  response: { readonly status: number; readonly body?: unknown },
): void {
  const { checkResponses } = server.settings;
  if (checkResponses === "off") return;
  const problem = findUndocumented(server.spec, operationId, response);
  if (problem === undefined) return;
  if (checkResponses === "throw") throw problem;
  tell(server, state, problem);
}
