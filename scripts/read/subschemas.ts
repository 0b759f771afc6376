import type { Api, Schema } from "../model.ts";

/**
 * Finds the schemas inside a schema, and the named schemas that it refers to. A `ref` is never followed into its
 * target: the target is a named schema of its own.
 */

/** The schemas directly inside a schema: those for the same value, and those for its parts. */
export function subschemas(schema: Schema): Schema[] {
  return [...partSchemas(schema), ...sameValueSchemas(schema)];
}

/** The schemas directly inside a schema that apply to the same value. */
export function sameValueSchemas(schema: Schema): Schema[] {
  const single = [schema.not, schema.if, schema.then, schema.else].filter((inner) => inner !== undefined);
  const lists = [schema.allOf, schema.anyOf, schema.oneOf].flatMap((list) => list ?? []);
  return [...single, ...lists, ...(schema.dependentSchemas?.values() ?? [])];
}

/** The schemas directly inside a schema that apply to items, members or their names. */
export function partSchemas(schema: Schema): Schema[] {
  const { items, contains, additionalProperties, propertyNames } = schema;
  const single = [items, contains, additionalProperties, propertyNames].filter((inner) => inner !== undefined);
  const maps = [schema.properties, schema.patternProperties].flatMap((map) => [...(map?.values() ?? [])]);
  return [...single, ...(schema.prefixItems ?? []), ...maps];
}

/** A schema and all schemas inside it, at any depth. */
export function* allSubschemas(schema: Schema): Generator<Schema> {
  yield schema;
  for (const inner of subschemas(schema)) yield* allSubschemas(inner);
}

/** The names that each named schema refers to by `ref`. */
export function referencesOf(api: Pick<Api, "schemas">): ReadonlyMap<string, ReadonlySet<string>> {
  const references = new Map<string, ReadonlySet<string>>();
  for (const { name, schema } of api.schemas.values()) {
    const refs = [...allSubschemas(schema)].flatMap(({ ref }) => (ref === undefined ? [] : [ref]));
    references.set(name, new Set(refs));
  }
  return references;
}

/** The names that each named schema reaches in one reference or more. */
export function reachableFrom(
  references: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const namesIn = (name: string) => references.get(name) ?? [];
  return new Map([...references.keys()].map((name) => [name, reachNames(namesIn(name), namesIn)]));
}

/** Some names and all those that they lead to, directly or through others; `next` returns the names that one leads to. */
export function reachNames(start: Iterable<string>, next: (name: string) => Iterable<string>): Set<string> {
  const reached = new Set(start);
  // A Set's iteration also visits what is added during it.
  for (const name of reached) for (const other of next(name)) reached.add(other);
  return reached;
}
