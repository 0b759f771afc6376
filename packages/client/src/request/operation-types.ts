import type { operations } from "@vinr/types";
import type { OperationId } from "../generated/operations.js";

// Types of any operation: an entry of `operations` or of `paths`.

type JsonOf<T> = T extends { content: { "application/json": infer Body } } ? Body : undefined;

type SuccessOf<Responses> = Responses extends { 200: infer Success }
  ? Success
  : Responses extends { 201: infer Success }
    ? Success
    : Responses extends { 204: infer Success }
      ? Success
      : never;

/** The data of a successful response; undefined if it has no body. */
export type SuccessData<Operation> = Operation extends { responses: infer Responses }
  ? JsonOf<SuccessOf<Responses>>
  : never;

/** The JSON request body; undefined if there is none. */
export type JsonBody<Operation> = Operation extends { requestBody?: infer Body }
  ? JsonOf<NonNullable<Body>>
  : undefined;

/** The query parameters; undefined if there are none. */
export type QueryParams<Operation> = Operation extends { parameters: { query?: infer Query } } ? Query : undefined;

/** The path parameters; undefined if there are none. */
export type PathParams<Operation> = Operation extends { parameters: { path: infer Path } } ? Path : undefined;

// The same by operation id.

/** The data of an operation's successful response. */
export type DataOf<Id extends OperationId> = SuccessData<operations[Id]>;

/** The body of an operation's request. */
export type BodyOf<Id extends OperationId> = JsonBody<operations[Id]>;

/** The query parameters of an operation. */
export type QueryOf<Id extends OperationId> = NonNullable<QueryParams<operations[Id]>>;

/** The input of an operation, apart from its headers. */
export interface InputOf<Id extends OperationId> {
  readonly path?: PathParams<operations[Id]> | undefined;
  readonly query?: QueryOf<Id> | undefined;
  readonly body?: BodyOf<Id> | undefined;
}
