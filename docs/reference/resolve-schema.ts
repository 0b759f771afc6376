/** Looks through references: a schema as readers should see it. */
import type { Api, Schema } from "../../scripts/model.ts";

export interface Resolved {
  /** The name of the schema in `components.schemas`, where it has one. */
  readonly name: string | undefined;
  /** The keywords of the schema itself, of those it refers to, and of `allOf`; the nearest description wins. */
  readonly schema: Schema;
}

/** Follows `ref` to the named schema, and merges `allOf`. */
export function resolveSchema(schema: Schema, schemas: Api["schemas"]): Resolved {
  const { ref, ...own } = schema;
  const target = ref === undefined ? undefined : schemas.get(ref)?.schema;
  const base = target === undefined ? {} : resolveSchema(target, schemas).schema;
  const parts = (own.allOf ?? []).map((part) => resolveSchema(part, schemas).schema);
  return { name: ref, schema: [...parts, own].reduce<Schema>(merge, { place: schema.place, ...base }) };
}

function merge(base: Schema, added: Schema): Schema {
  const properties = new Map([...(base.properties ?? []), ...(added.properties ?? [])]);
  const required = [...(base.required ?? []), ...(added.required ?? [])];
  return { ...base, ...added, ...(properties.size > 0 ? { properties } : {}), required };
}
