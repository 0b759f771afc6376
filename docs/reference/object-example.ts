/** An example of a named object, taken from the documented bodies: none is made up for its page. */
import type { Api, Json, MediaType, Schema } from "../../scripts/model.ts";
import { resolveSchema } from "./resolve-schema.ts";
import { linkToEvent, linkToOperation, type User } from "./usage.ts";

/** A body that the spec documents with an example. */
interface Body {
  /** Such as `201 response`. */
  readonly kind: string;
  /** The operation or the event that has it. */
  readonly owner: User;
  readonly title: string;
  readonly schema: Schema;
  readonly value: Json;
}

export interface ObjectExample {
  readonly value: Json;
  /** The title of the example in the spec. */
  readonly title: string;
  /** Such as `201 response`, in the body of which it stands. */
  readonly kind: string;
  readonly owner: User;
  /** Where it is in that body, such as `data.object`; empty where it is the whole body. */
  readonly path: string;
}

/** A value within a body, and the schema that the body's schema has for it. */
interface Part {
  readonly schema: Schema;
  readonly value: Json;
  readonly path: string;
}

/**
 * Finds the first documented body whose schema is the object, else the first object of that schema within a body. A union has the
 * example of the first of its members that has one. Undefined for a value that is not an object, and for an object in no example.
 */
export function findObjectExample(name: string, api: Api): ObjectExample | undefined {
  const { oneOf, anyOf } = api.schemas.get(name)?.schema ?? {};
  const members = (oneOf ?? anyOf ?? []).flatMap(({ ref }) => ref ?? []);
  const bodies = listBodies(api);
  for (const one of [name, ...members]) {
    const example = findWhole(one, bodies) ?? findWithin(one, bodies, api.schemas);
    if (example !== undefined) return example;
  }
  return undefined;
}

function findWhole(name: string, bodies: readonly Body[]): ObjectExample | undefined {
  const body = bodies.find(({ schema, value }) => schema.ref === name && isObject(value));
  return body && { ...body, path: "" };
}

function findWithin(name: string, bodies: readonly Body[], schemas: Api["schemas"]): ObjectExample | undefined {
  for (const body of bodies) {
    for (const { schema, value, path } of partsOf({ ...body, path: "" }, schemas)) {
      if (schema.ref === name && isObject(value)) return { ...body, value, path };
    }
  }
  return undefined;
}

/** The documented bodies, in the order of the spec: of operations, and then of events. */
function listBodies({ operations, webhooks }: Api): Body[] {
  return [
    ...operations.flatMap((operation) => [
      ...readBodies(operation.requestBody?.content, "request", linkToOperation(operation)),
      ...operation.responses.flatMap(({ status, content }) =>
        readBodies(content, `${status} response`, linkToOperation(operation)),
      ),
    ]),
    ...webhooks.flatMap((event) => readBodies(event.requestBody?.content, "body", linkToEvent(event))),
  ];
}

function readBodies(content: readonly MediaType[] = [], kind: string, owner: User): Body[] {
  return content.flatMap(({ schema, examples }) =>
    schema === undefined
      ? []
      : examples.map(({ name, summary, value }) => ({ kind, owner, title: summary ?? name, schema, value })),
  );
}

/** A part and all parts within it. */
function* partsOf(part: Part, schemas: Api["schemas"]): Generator<Part> {
  yield part;
  const { value, path } = part;
  const { items, properties } = resolveSchema(part.schema, schemas).schema;
  if (Array.isArray(value) && items !== undefined) {
    for (const [index, item] of value.entries()) {
      yield* partsOf({ schema: items, value: item, path: `${path}[${index}]` }, schemas);
    }
  }
  if (!isObject(value)) return;
  for (const [key, member] of Object.entries(value)) {
    const schema = properties?.get(key);
    const inner = path === "" ? key : `${path}.${key}`;
    if (schema !== undefined) yield* partsOf({ schema, value: member, path: inner }, schemas);
  }
}

export function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
