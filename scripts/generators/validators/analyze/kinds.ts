import type { Api, JsonType, Schema } from "../../../model.ts";
import { kinds as allKinds, type Kind, kindOf } from "../../../read/json-types.ts";

/** The kinds that a schema can accept, in a fixed order: all where it does not say. */
export function kindsOf(schema: Schema, api: Pick<Api, "schemas">, visited: readonly Schema[] = []): readonly Kind[] {
  // A schema that reaches itself by `allOf` or a union says nothing by doing so.
  if (visited.includes(schema)) return allKinds;
  const inner = (part: Schema) => kindsOf(part, api, [...visited, schema]);
  let kinds = allKinds.filter((kind) => schema.never === undefined && (schema.types?.some(isKind(kind)) ?? true));
  const narrow = (more: readonly Kind[]) => {
    kinds = kinds.filter((kind) => more.includes(kind));
  };
  if (schema.const !== undefined) narrow([kindOf(schema.const.value)]);
  if (schema.enum !== undefined) narrow(schema.enum.map(kindOf));
  const target = schema.ref === undefined ? undefined : api.schemas.get(schema.ref);
  if (target !== undefined) narrow(inner(target.schema));
  for (const part of schema.allOf ?? []) narrow(inner(part));
  for (const union of [schema.anyOf, schema.oneOf]) if (union !== undefined) narrow(union.flatMap(inner));
  return kinds;
}

function isKind(kind: Kind): (type: JsonType) => boolean {
  return (type) => type === kind || (type === "integer" && kind === "number");
}
