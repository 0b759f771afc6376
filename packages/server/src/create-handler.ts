import type { Documented } from "./documented.js";
import { operations as documentedOperations, type OperationId } from "./generated/responses.js";
import { handleRequest } from "./handle-request.js";
import type { Caller, Operations, PartialOperations } from "./operations.js";
import { type HandlerOptions, readOptions } from "./options.js";

/**
 * A server on the Fetch standard. It never rejects.
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
 * Makes a server of the VINR API out of a function for each operation.
 *
 * The handler finds the operation, checks the key, limits the rate, reads and validates the request, runs the operation once
 * for each idempotency key, checks its response, and sends every error as the API documents it. An operation that is missing,
 * a status that is not documented and a property that is misspelt do not compile.
 *
 * @example
 * ```ts
 * import { serve } from "@hono/node-server";
 *
 * declare const operations: Operations;
 * serve({ fetch: createHandler(operations), port: 4020, hostname: "127.0.0.1" });
 * ```
 * @throws {TypeError} if an operation is missing, or an option is unknown or invalid.
 */
export function createHandler<
  Who extends Caller = Caller,
  Transaction = undefined,
  Given extends Operations<Who, Transaction> = Operations<Who, Transaction>,
>(operations: Given & Documented<Given>, options: HandlerOptions<Who, Transaction> = {}): Handler {
  checkFunctions(operations);
  const missing = allIds.filter((id) => operations[id] === undefined);
  if (missing.length > 0) {
    throw new TypeError(
      `Operations are missing: ${missing.join(", ")}. createPartialHandler responds to what is missing with 501.`,
    );
  }
  return createPartialHandler<Who, Transaction, Given>(operations, options);
}

/**
 * The same for a part of the API, such as for a fake: every other operation responds with 501 `not_implemented`.
 *
 * @example
 * ```ts
 * const handler = createPartialHandler({
 *   retrievePayment: ({ path }) => {
 *     throw apiError("resource_not_found", { resource: path.id });
 *   },
 * });
 * ```
 * @throws {TypeError} if an operation has a name that the API does not have, or an option is unknown or invalid.
 */
export function createPartialHandler<
  Who extends Caller = Caller,
  Transaction = undefined,
  Given extends PartialOperations<Who, Transaction> = PartialOperations<Who, Transaction>,
>(operations: Given & Documented<Given>, options: HandlerOptions<Who, Transaction> = {}): Handler {
  checkFunctions(operations);
  const server = { operations: operations as PartialOperations<Who, Transaction>, settings: readOptions(options) };
  return (request) => handleRequest(server, request);
}

const allIds = Object.keys(documentedOperations) as OperationId[];

/** A misspelt operation of a partial handler would otherwise be a 501 that nobody can explain. */
function checkFunctions(operations: object): void {
  for (const [name, value] of Object.entries(operations)) {
    if (typeof value !== "function" && value !== undefined) throw new TypeError(`${name} must be a function.`);
    if (!Object.hasOwn(documentedOperations, name)) {
      throw new TypeError(`There is no operation ${name}; the operations are ${allIds.join(", ")}.`);
    }
  }
}
