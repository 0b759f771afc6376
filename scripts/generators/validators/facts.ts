import type { Api, Schema } from "../../model.ts";
import { insideOf, reachableFrom, referencesOf } from "./graph.ts";
import { type SchemaNames, schemaNames } from "./names.ts";
import type { Reading } from "./reading.ts";
import { tagsOf } from "./tags.ts";

/** What is known of the named schemas before any is walked. */
export interface Facts {
  readonly names: ReadonlyMap<string, SchemaNames>;
  /** Whether a schema reaches itself. */
  isRecursive(name: string): boolean;
  /**
   * The schema whose module holds the code of this one. Schemas that reach each other share a module, so that modules
   * never import each other in a circle.
   */
  homeOf(name: string): string;
  /** How a schema is read by default. */
  readingOf(name: string): Reading;
  /** Whether a schema says the same in both readings. */
  readsAlike(schema: Schema): boolean;
}

/** Gathers the facts. */
export function factsOf(api: Pick<Api, "schemas">): Facts {
  const references = referencesOf(api);
  const reachable = reachableFrom(references);
  const reach = (from: string, to: string) => reachable.get(from)?.has(to) ?? false;
  const homes = new Map<string, string>();
  for (const name of api.schemas.keys()) {
    const home = [...homes.values()].find((other) => reach(name, other) && reach(other, name));
    homes.set(name, home ?? name);
  }
  const opens = new Set<string>();
  for (const { name, schema } of api.schemas.values()) {
    for (const part of insideOf(schema)) if (readsOpenly(part, api)) opens.add(name);
  }
  const varies = (name: string) =>
    opens.has(name) || [...(reachable.get(name) ?? [])].some((other) => opens.has(other));
  return {
    names: schemaNames(api),
    isRecursive: (name) => reach(name, name),
    homeOf: (name) => homes.get(name) ?? name,
    readingOf: (name) => (api.schemas.get(name)?.direction === "request" ? "strict" : "open"),
    readsAlike: (schema) => {
      for (const part of insideOf(schema)) {
        if (readsOpenly(part, api) || (part.ref !== undefined && varies(part.ref))) return false;
      }
      return true;
    },
  };
}

/** Whether an open reading of this very schema accepts more. */
function readsOpenly(schema: Schema, api: Pick<Api, "schemas">): boolean {
  if (schema.enum !== undefined || schema.additionalProperties?.never === true) return true;
  const tagged = (branches: readonly Schema[] | undefined) =>
    branches !== undefined && tagsOf(schema, branches, api) !== undefined;
  return tagged(schema.anyOf) || tagged(schema.oneOf);
}
