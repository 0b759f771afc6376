/** An operation as its page hands it to the panel that sends it: the sample's own request, in parts that can be edited. */

import { takesIdempotencyKey } from "../../scripts/generators/operations.ts";
import type { Api, Json, Operation } from "../../scripts/model.ts";

/** A path or query parameter, and its value in the sample. */
export interface TryParameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly value: string;
}

export interface TryOperation {
  readonly operationId: string;
  /** In upper case. */
  readonly method: string;
  /** The path template below the server, such as `/v1/payments/{id}`. */
  readonly path: string;
  readonly parameters: readonly TryParameter[];
  readonly isIdempotent: boolean;
  /** Absent where the operation takes none. */
  readonly body?: Json;
}

/** Describes an operation. */
export function describeTry(operation: Operation, basePath: Api["basePath"]): TryOperation {
  const { operationId, method, path, requestBody } = operation;
  const body = requestBody?.content[0]?.examples[0]?.value;
  return {
    operationId,
    method: method.toUpperCase(),
    path: basePath + path,
    parameters: listParameters(operation),
    isIdempotent: takesIdempotencyKey(operation),
    ...(body === undefined ? {} : { body }),
  };
}

function listParameters({ parameters }: Operation): TryParameter[] {
  // Of parameters that exclude each other, such as cursors, the sample sends none.
  const excluding = new Set(
    parameters.flatMap(({ name, excludes }) => (excludes.length === 0 ? [] : [name, ...excludes])),
  );
  return parameters.flatMap(({ name, in: place, required, example }) => {
    if (place !== "path" && place !== "query") return [];
    return [{ name, in: place, required, value: excluding.has(name) ? "" : textOf(example) }];
  });
}

function textOf(example: Json | undefined): string {
  return example === undefined ? "" : String(example);
}
