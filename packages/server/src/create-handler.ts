import type { Documented } from "./documented.js";
import type { OperationId } from "./generated/responses.js";
import { handleRequest } from "./handle-request.js";
import type { Caller, Operations, PartialOperations } from "./operations.js";
import { type HandlerOptions, readOptions } from "./options.js";
import { memberOf } from "./own-properties.js";
import { type Spec, vinr } from "./spec.js";

/**
 * A server on the Fetch standard. Its promise never rejects.
 *
 * @example
 * ```ts
 * async function ask(handler: Handler): Promise<unknown> {
 *   const headers = { authorization: "Bearer sk_test_1" };
 *   const response = await handler(new Request("http://localhost/v1/payments", { headers }));
 *   return response.json();
 * }
 * ```
 */
export type Handler = (request: Request) => Promise<Response>;

/**
 * Makes a server of the VINR API from one function per operation.
 *
 * The handler finds the operation, checks the key, limits the rate, reads and validates the request, runs the operation once
 * per idempotency key, checks its response, and sends every error as the API documents it. A missing operation, an
 * undocumented status or a misspelt property does not compile. Pass no type parameters: with them, a misspelt property would
 * compile. The type of the caller comes from an annotated `authenticate`, that of the transaction from `idempotency`.
 *
 * @example
 * ```ts
 * import { serve } from "@hono/node-server";
 *
 * declare const operations: Operations;
 * serve({ fetch: createHandler(operations), port: 4020, hostname: "127.0.0.1" });
 * ```
 * @throws {TypeError} if an operation is missing, unknown or not a function, or an option is unknown or invalid.
 */
export function createHandler<
  Who extends Caller = Caller,
  Transaction = undefined,
  Given extends Operations<Who, Transaction> = Operations<Who, Transaction>,
>(operations: Given & Documented<Given>, options: HandlerOptions<Who, Transaction> = {}): Handler {
  checkComplete(vinr, operations);
  return createPartialHandler<Who, Transaction, Given>(operations, options);
}

/**
 * Makes a server of part of the API, such as a fake: every other operation responds with 501 `not_implemented`.
 *
 * @example
 * ```ts
 * const handler = createPartialHandler({
 *   retrievePayment: ({ path }) => {
 *     throw apiError("resource_not_found", { resource: path.id });
 *   },
 * });
 * ```
 * @throws {TypeError} if an operation is unknown or not a function, or an option is unknown or invalid.
 */
export function createPartialHandler<
  Who extends Caller = Caller,
  Transaction = undefined,
  Given extends PartialOperations<Who, Transaction> = PartialOperations<Who, Transaction>,
>(operations: Given & Documented<Given>, options: HandlerOptions<Who, Transaction> = {}): Handler {
  return handlerOf(vinr, operations as PartialOperations<Who, Transaction>, options);
}

/** A handler for the given operations of any specification. */
export function handlerOf<Who extends Caller, Transaction>(
  spec: Spec,
  operations: PartialOperations<Who, Transaction>,
  options: HandlerOptions<Who, Transaction>,
): Handler {
  checkFunctions(spec, operations);
  const server = { spec, operations, settings: readOptions(options) };
  return (request) => handleRequest(server, request);
}

/** @throws {TypeError} if an operation is missing. */
export function checkComplete(spec: Spec, operations: object): void {
  checkFunctions(spec, operations);
  const given = operations as PartialOperations;
  const missing = (Object.keys(spec.operations) as OperationId[]).filter((id) => memberOf(given, id) === undefined);
  if (missing.length === 0) return;
  throw new TypeError(
    `Operations are missing: ${missing.join(", ")}. Add them, or use createPartialHandler, which responds to missing operations with 501.`,
  );
}

/**
 * A misspelt operation of a partial handler would otherwise be a 501 that nobody can explain. An instance of a class may have
 * fields besides, such as its database.
 */
function checkFunctions(spec: Spec, operations: object): void {
  const isInstance = ![Object.prototype, null].includes(Object.getPrototypeOf(operations));
  for (const [name, value] of Object.entries(operations)) {
    const isOperation = Object.hasOwn(spec.operations, name);
    if (!isOperation && !isInstance) {
      const all = Object.keys(spec.operations).join(", ");
      throw new TypeError(`There is no operation ${name}; the operations are ${all}.`);
    }
    if (isOperation && typeof value !== "function" && value !== undefined)
      throw new TypeError(`${name} must be a function.`);
  }
}
