import { type Exchange, type Server, tell } from "./exchange.js";
import { type OperationId, operations } from "./generated/responses.js";
import { fingerprintOf } from "./idempotency/fingerprint.js";
import type { IdempotentRequest, RecordedResponse } from "./idempotency/idempotency-store.js";
import type { Caller, OperationRequest } from "./operations.js";
import { ApiError, apiError, errorBody } from "./response/api-error.js";
import { findUndocumented, UndocumentedResponseError } from "./response/check-response.js";
import { canSend, type Draft } from "./response/drafts.js";

/** A valid request of any operation, before it has a transaction. */
export type ReadyRequest<Who extends Caller> = Omit<OperationRequest<OperationId, Who>, "transaction">;

/** Runs the operation of a request: once for each idempotency key, where it takes one. */
export async function runOperation<Who extends Caller, Transaction>(
  server: Server<Who, Transaction>,
  exchange: Exchange,
  request: ReadyRequest<Who>,
): Promise<Draft> {
  if (!("isIdempotent" in operations[request.operationId])) return execute(server, exchange, request, undefined);
  const { idempotency } = server.settings;
  const outcome = await idempotency.run(await identify(request), async (transaction): Promise<RecordedResponse> => {
    const { status, body = "" } = await execute(server, exchange, request, transaction);
    return { status, body };
  });
  if (outcome.kind === "reused") throw apiError("idempotency_key_reused", { param: "Idempotency-Key" });
  if (outcome.kind === "in_progress") {
    throw apiError("idempotency_key_in_progress", { param: "Idempotency-Key", retryAfter: outcome.retryAfter ?? 1 });
  }
  const headers = outcome.kind === "replayed" ? { "idempotent-replayed": "true" } : undefined;
  return { ...outcome.response, headers };
}

/** Identifies a request for its idempotency key; undefined without one. */
async function identify<Who extends Caller>(request: ReadyRequest<Who>): Promise<IdempotentRequest | undefined> {
  const { operationId, path, body, headers, caller } = request;
  const key = "Idempotency-Key" in headers ? headers["Idempotency-Key"] : undefined;
  if (key === undefined) return undefined;
  return { account: caller.account, operationId, key, fingerprint: await fingerprintOf(path, body) };
}

/** Calls the operation. Its response is checked before its transaction is committed. */
async function execute<Who extends Caller, Transaction>(
  server: Server<Who, Transaction>,
  exchange: Exchange,
  request: ReadyRequest<Who>,
  transaction: Transaction | undefined,
): Promise<Draft> {
  const { operationId, requestId } = request;
  // Request and operation belong to one operationId, which TypeScript cannot follow through a union of fourteen.
  const implemented = server.operations as Record<OperationId, AnyHandler>;
  try {
    const { status, body } = await implemented[operationId]({ ...request, transaction });
    // Not even "off" can send such a status, and nothing that cannot be sent may be committed.
    if (!canSend(status)) throw new UndocumentedResponseError(operationId, status, "no server can send the status");
    check(server, exchange, findUndocumentedUnlessOff(server, operationId, status, body));
    return { status, body: body === undefined ? undefined : JSON.stringify(body) };
  } catch (error) {
    // A part of an operation may not be implemented either; no operation documents that.
    if (error instanceof ApiError && error.code !== "not_implemented") {
      const body = errorBody(error, requestId);
      check(server, exchange, findUndocumentedUnlessOff(server, operationId, error.status, body));
    }
    throw error;
  }
}

type AnyHandler = (
  request: unknown,
) => Promise<{ status: number; body?: unknown }> | { status: number; body?: unknown };

function findUndocumentedUnlessOff<Who extends Caller, Transaction>(
  { settings }: Server<Who, Transaction>,
  operationId: OperationId,
  status: number,
  body: unknown,
): UndocumentedResponseError | undefined {
  return settings.checkResponses === "off" ? undefined : findUndocumented(operationId, status, body);
}

function check<Who extends Caller, Transaction>(
  server: Server<Who, Transaction>,
  exchange: Exchange,
  problem: UndocumentedResponseError | undefined,
): void {
  if (problem === undefined) return;
  if (server.settings.checkResponses === "throw") throw problem;
  tell(server, exchange, problem);
}
