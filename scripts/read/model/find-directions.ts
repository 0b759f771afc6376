import type { Direction, Operation, Schema, Webhook } from "../../model.ts";
import { reachNames, subschemas } from "../subschemas.ts";

/**
 * Who writes values of each named schema, by what reaches it: parameters and request bodies are written by the
 * caller, responses and webhooks by the API.
 */
export function findDirections(
  schemas: ReadonlyMap<string, Schema>,
  operations: readonly Operation[],
  webhooks: readonly Webhook[],
): ReadonlyMap<string, Direction> {
  const uses = findUses(operations, webhooks);
  const reachedBy = (direction: Direction) => {
    const written = uses.filter((use) => use.direction === direction);
    return reachSchemas(
      written.map(({ schema }) => schema),
      (name) => schemas.get(name),
    );
  };
  const [requests, responses] = [reachedBy("request"), reachedBy("response")];
  return new Map([...schemas.keys()].map((name) => [name, nameDirection(requests.has(name), responses.has(name))]));
}

/** A schema where it is used, and who writes its values there. */
export interface Use {
  readonly schema: Schema;
  readonly direction: "request" | "response";
}

/**
 * All schemas used in operations, webhooks and callbacks. The API writes what it sends to a receiver, and
 * the receiver's responses are not. Operations come last: a component that both use takes its direction from them.
 */
export function findUses(operations: readonly Operation[], webhooks: readonly Webhook[]): Use[] {
  const sent = [...webhooks, ...operations.flatMap(({ callbacks }) => callbacks)];
  return [
    ...sent.flatMap(inputSchemas).map((schema) => ({ schema, direction: "response" }) as const),
    ...sent.flatMap(outputSchemas).map((schema) => ({ schema, direction: "request" }) as const),
    ...operations.flatMap(inputSchemas).map((schema) => ({ schema, direction: "request" }) as const),
    ...operations.flatMap(outputSchemas).map((schema) => ({ schema, direction: "response" }) as const),
  ];
}

function nameDirection(isRequest: boolean, isResponse: boolean): Direction {
  if (isRequest) return isResponse ? "both" : "request";
  return isResponse ? "response" : "none";
}

function inputSchemas({ parameters, requestBody }: Operation | Webhook): Schema[] {
  const bodies = (requestBody?.content ?? []).flatMap(({ schema }) => schema ?? []);
  return [...parameters.map(({ schema }) => schema), ...bodies];
}

function outputSchemas({ responses }: Operation | Webhook): Schema[] {
  return responses.flatMap(({ headers, content }) => [
    ...[...headers.values()].map(({ schema }) => schema),
    ...content.flatMap(({ schema }) => schema ?? []),
  ]);
}

/** The names of all schemas that the given ones refer to, directly or through others. */
export function reachSchemas(from: readonly Schema[], find: (name: string) => Schema | undefined): ReadonlySet<string> {
  return reachNames(from.flatMap(referredNames), (name) => {
    const schema = find(name);
    return schema === undefined ? [] : referredNames(schema);
  });
}

/** The named schemas that a schema refers to anywhere inside itself. */
export function referredNames(schema: Schema): string[] {
  const own = [...(schema.ref === undefined ? [] : [schema.ref]), ...(schema.discriminator?.mapping.values() ?? [])];
  return [...own, ...subschemas(schema).flatMap(referredNames)];
}
