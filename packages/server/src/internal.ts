/**
 * For VINR's own packages, which pin the version of this one: a server of another specification, such as the sandbox's control
 * API. It may change in any release.
 *
 * @packageDocumentation
 */
import { checkComplete, type Handler, handlerOf } from "./create-handler.js";
import type { ErrorCode } from "./generated/error-codes.js";
import type { Caller, PartialOperations } from "./operations.js";
import type { HandlerOptions } from "./options.js";
import { ApiError, type ApiErrorDetails, type ErrorMeaning } from "./response/api-error.js";
import type { Spec } from "./spec.js";

export { findBody, respondWithError } from "./handle-request.js";
export { ownOptions, ownProperties } from "./own-properties.js";
export { sandboxPlan } from "./rate-limit/rate-limiter.js";
export { longestKeyHeader } from "./request/api-key.js";
export { readBody } from "./request/read-body.js";
export { errorBody } from "./response/api-error.js";
export { signBody } from "./webhooks/sign-delivery.js";

/** The generated parts of a specification, by `scripts/generators`: the router of its requests, and its table of operations. */
interface AnySpec {
  readonly findOperation: (...request: never) => unknown;
  readonly operations: Readonly<Record<string, unknown>>;
}

/**
 * Makes a server of a specification from one function per operation. The caller has to check the types of the functions, with
 * `satisfies`.
 *
 * @throws {TypeError} if an operation is missing.
 */
export function createHandlerOf<Who extends Caller, Transaction>(
  spec: AnySpec,
  operations: object,
  options: HandlerOptions<Who, Transaction>,
): Handler {
  // The server reads only what every generated table has; its types name the operations of VINR's.
  const known = spec as unknown as Spec;
  checkComplete(known, operations);
  return handlerOf(known, operations as PartialOperations<Who, Transaction>, options);
}

/** Makes an error from a specification's own table of error codes. */
export function errorOf(code: string, meaning: ErrorMeaning, details: ApiErrorDetails = {}): ApiError {
  return new ApiError(code as ErrorCode, meaning, details);
}
