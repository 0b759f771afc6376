import type { operations as ApiOperations } from "@vinr/types";
import type { OperationId } from "./generated/operations.js";

type Op<Id extends OperationId> = ApiOperations[Id];

type JsonOf<T> = T extends { content: { "application/json": infer Body } } ? Body : undefined;

type SuccessOf<R> = R extends { 200: infer S }
  ? S
  : R extends { 201: infer S }
    ? S
    : R extends { 204: infer S }
      ? S
      : never;

/** What an operation answers with when it succeeds; undefined where it answers with nothing. */
export type DataOf<Id extends OperationId> = JsonOf<SuccessOf<Op<Id>["responses"]>>;

/** The body that an operation takes. */
export type BodyOf<Id extends OperationId> = JsonOf<NonNullable<Op<Id>["requestBody"]>>;

/** The query parameters that an operation takes. */
export type QueryOf<Id extends OperationId> = NonNullable<Op<Id>["parameters"]["query"]>;

/** All that is passed to an operation, but for its headers. */
export interface InputOf<Id extends OperationId> {
  readonly path?: Op<Id>["parameters"]["path"];
  readonly query?: QueryOf<Id> | undefined;
  readonly body?: BodyOf<Id> | undefined;
}
