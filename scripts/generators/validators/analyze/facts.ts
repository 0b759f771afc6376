import type { Api, Schema } from "../../../model.ts";
import { allSubschemas, reachableFrom, referencesOf } from "../../../read/subschemas.ts";
import { type SchemaNames, schemaNames } from "../../names.ts";
import { type Openness, opennessOf } from "../../openness.ts";
import { tagsOf } from "./tagged-union.ts";

/** Facts about the named schemas, gathered before any is compiled. */
export interface Facts {
  readonly names: ReadonlyMap<string, SchemaNames>;
  /** Whether a schema refers back to itself. */
  isRecursive(name: string): boolean;
  /**
   * The schema whose module holds the code of this one. Schemas that refer to each other share a module, which keeps
   * the modules free of import cycles.
   */
  homeOf(name: string): string;
  /** The openness of a schema's own guard and validator. */
  opennessOf(name: string): Openness;
  /** Whether a schema accepts the same values open and closed. */
  isSameOpenOrClosed(schema: Schema): boolean;
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
    for (const part of allSubschemas(schema)) if (isWiderWhenOpen(part, api)) opens.add(name);
  }
  const varies = (name: string) =>
    opens.has(name) || [...(reachable.get(name) ?? [])].some((other) => opens.has(other));
  return {
    names: schemaNames(api),
    isRecursive: (name) => reach(name, name),
    homeOf: (name) => homes.get(name) ?? name,
    opennessOf: (name) => opennessOf(api.schemas.get(name)?.direction),
    isSameOpenOrClosed: (schema) => {
      for (const part of allSubschemas(schema)) {
        if (isWiderWhenOpen(part, api) || (part.ref !== undefined && varies(part.ref))) return false;
      }
      return true;
    },
  };
}

/** Whether this very schema, without those inside it, accepts more values when open. */
function isWiderWhenOpen(schema: Schema, api: Pick<Api, "schemas">): boolean {
  if (schema.enum !== undefined || schema.additionalProperties?.never === true) return true;
  const tagged = (branches: readonly Schema[] | undefined) =>
    branches !== undefined && tagsOf(schema, branches, api) !== undefined;
  return tagged(schema.anyOf) || tagged(schema.oneOf);
}
