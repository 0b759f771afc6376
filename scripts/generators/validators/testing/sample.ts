import type { Api, Schema } from "../../../model.ts";
import { pick } from "./random.ts";

/** A value that a schema is likely to accept: from its examples, its constants and its properties. */
export function sample(schema: Schema, api: Pick<Api, "schemas">, random: () => number, depth = 0): unknown {
  const inner = (part: Schema) => sample(part, api, random, depth + 1);
  const target = schema.ref === undefined ? undefined : api.schemas.get(schema.ref);
  if (target !== undefined) return inner(target.schema);
  if (schema.const !== undefined) return schema.const.value;
  const [branch, ...branches] = schema.oneOf ?? schema.anyOf ?? [];
  if (branch !== undefined) return inner(pick(random, [branch, ...branches]));
  const [first, ...others] = schema.enum ?? schema.examples ?? [];
  const isScalar = schema.properties === undefined && schema.items === undefined;
  if (first !== undefined && (isScalar || random() < 0.3)) return pick(random, [first, ...others]);
  const { types = [] } = schema;
  if (types.includes("object")) return sampleObject(schema, inner, random, depth);
  if (types.includes("array")) return schema.items === undefined || depth > 6 ? [] : [inner(schema.items)];
  if (types.includes("boolean")) return random() < 0.5;
  if (types.includes("integer") || types.includes("number")) return schema.minimum ?? 1;
  return types.includes("null") ? null : "text";
}

function sampleObject(
  schema: Schema,
  inner: (part: Schema) => unknown,
  random: () => number,
  depth: number,
): Record<string, unknown> {
  const members = [...(schema.properties ?? [])].filter(
    ([name]) => schema.required?.includes(name) || (depth < 6 && random() < 0.7),
  );
  return Object.fromEntries(members.map(([name, part]) => [name, inner(part)]));
}
