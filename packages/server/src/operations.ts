import type { ValidRequest } from "@vinr/validators/requests";
import type { OperationId, OperationResponses, operations } from "./generated/responses.js";

/**
 * Who sends a request: what `authenticate` returned. It has at least an account, which is the scope of idempotency keys and
 * rate limits.
 *
 * @example
 * ```ts
 * interface Merchant extends Caller {
 *   readonly permissions: ReadonlySet<string>;
 * }
 * ```
 */
export interface Caller {
  readonly account: string;
}

/** The validated parts of an operation's request. */
type Input<Id extends OperationId> = Extract<ValidRequest, { operationId: Id }>;

/** The operations that take an idempotency key. */
type IdempotentId = {
  [Id in OperationId]: (typeof operations)[Id] extends { isIdempotent: true } ? Id : never;
}[OperationId];

/**
 * A request as an operation gets it: parsed, validated, and from a known caller.
 *
 * @example
 * ```ts
 * function log({ operationId, caller, requestId }: OperationRequest<OperationId>): void {
 *   console.log(operationId, caller.account, requestId);
 * }
 * ```
 */
export interface OperationRequest<Id extends OperationId, Who extends Caller = Caller, Transaction = undefined> {
  readonly operationId: Id;
  /** The path parameters, decoded. */
  readonly path: Input<Id>["path"];
  /** The query parameters, parsed, with their defaults. */
  readonly query: Input<Id>["query"];
  /** The documented headers, spelt as in the specification. */
  readonly headers: Input<Id>["headers"];
  /** The body; undefined if the operation has none, or an optional one was left out. */
  readonly body: Input<Id>["body"];
  readonly caller: Who;
  /** The id that the response carries in `X-Request-Id`. */
  readonly requestId: string;
  /** The request itself, for its `signal` and the like. Its body has been read, if the operation has one. */
  readonly request: Request;
  /** The idempotency store's transaction; undefined for operations that take no idempotency key. */
  readonly transaction: Id extends IdempotentId ? Transaction : undefined;
}

/**
 * A documented response of an operation.
 *
 * @example
 * ```ts
 * const response: OperationResponse<"deleteWebhookEndpoint"> = { status: 204 };
 * ```
 */
export type OperationResponse<Id extends OperationId> = OperationResponses[Id];

/**
 * The implementation of one operation: it returns a documented response, or throws an `apiError`.
 *
 * @example
 * ```ts
 * const retrieveRefund: OperationHandler<"retrieveRefund"> = ({ path }) => {
 *   throw apiError("resource_not_found", { resource: path.id });
 * };
 * ```
 */
export type OperationHandler<Id extends OperationId, Who extends Caller = Caller, Transaction = undefined> = (
  request: OperationRequest<Id, Who, Transaction>,
) => OperationResponse<Id> | Promise<OperationResponse<Id>>;

/**
 * The whole API: one function per operation, by its operationId.
 *
 * @example
 * ```ts
 * class Backend implements Pick<Operations, "listRefunds"> {
 *   async listRefunds(): Promise<OperationResponse<"listRefunds">> {
 *     return { status: 200, body: { object: "list", data: [], page: { has_more: false, next_cursor: null, total_estimate: 0 } } };
 *   }
 * }
 * ```
 */
export type Operations<Who extends Caller = Caller, Transaction = undefined> = {
  [Id in OperationId]: OperationHandler<Id, Who, Transaction>;
};

/**
 * A part of the API. `createPartialHandler` responds to the rest with 501.
 *
 * If you write operations apart from their handler, use `satisfies`: a variable of this type loses the return types of its
 * functions, and a misspelt property compiles.
 *
 * @example
 * ```ts
 * declare function findRefund(id: string): Promise<Refund>;
 *
 * const refunds = {
 *   retrieveRefund: async ({ path }) => ({ status: 200, body: await findRefund(path.id) }),
 * } satisfies PartialOperations;
 *
 * const handler = createPartialHandler({ ...refunds });
 * ```
 */
export type PartialOperations<Who extends Caller = Caller, Transaction = undefined> = Partial<
  Operations<Who, Transaction>
>;
