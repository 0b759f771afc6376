import type { Api, Schema } from "../../model.ts";

/** The schemas that stand directly inside a schema (a `ref` is not followed). */
export function* childrenOf(schema: Schema): Generator<Schema> {
  const { items, contains, additionalProperties, propertyNames, not, if: when, then, else: otherwise } = schema;
  for (const child of [items, contains, additionalProperties, propertyNames, not, when, then, otherwise]) {
    if (child !== undefined) yield child;
  }
  for (const list of [schema.prefixItems, schema.allOf, schema.anyOf, schema.oneOf]) yield* list ?? [];
  for (const map of [schema.properties, schema.patternProperties, schema.dependentSchemas]) yield* map?.values() ?? [];
}

/** The schema and all that stand inside it (a `ref` is not followed). */
export function* insideOf(schema: Schema): Generator<Schema> {
  yield schema;
  for (const child of childrenOf(schema)) yield* insideOf(child);
}

/** What each named schema refers to. */
export function referencesOf(api: Pick<Api, "schemas">): ReadonlyMap<string, ReadonlySet<string>> {
  const references = new Map<string, Set<string>>();
  for (const { name, schema } of api.schemas.values()) {
    const found = new Set<string>();
    for (const part of insideOf(schema)) if (part.ref !== undefined) found.add(part.ref);
    references.set(name, found);
  }
  return references;
}

/** All that can be reached from each name in one step or more. */
export function reachableFrom(
  references: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const reachable = new Map<string, Set<string>>();
  for (const start of references.keys()) {
    const seen = new Set<string>();
    const open = [...(references.get(start) ?? [])];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (seen.has(name)) continue;
      seen.add(name);
      open.push(...(references.get(name) ?? []));
    }
    reachable.set(start, seen);
  }
  return reachable;
}
