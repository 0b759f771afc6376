/** Values that a schema of a request accepts, for fast-check: examples where a pattern or a format decides, else anything. */
import fc, { type Arbitrary } from "fast-check";
import type { Api, Json, Schema } from "../model.ts";

type Schemas = Pick<Api, "schemas">;

export function arbitraryOf(schema: Schema, api: Schemas): Arbitrary<Json> {
  const target = schema.ref === undefined ? undefined : api.schemas.get(schema.ref)?.schema;
  if (target !== undefined) return arbitraryOf(target, api);
  if (schema.const !== undefined) return fc.constant(schema.const.value);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches !== undefined) return fc.oneof(...branches.map((branch) => arbitraryOf(branch, api)));
  const [type] = schema.types ?? [];
  if (type === "object") return objectOf(schema, api);
  if (type === "array") return arrayOf(schema, api);
  if (type === "boolean") return fc.boolean();
  if (type === "integer" || type === "number") return numberOf(schema);
  if (type === "string") return stringOf(schema);
  return fc.constantFrom(...(schema.examples ?? [null]));
}

function objectOf(schema: Schema, api: Schemas): Arbitrary<Json> {
  const { properties, required = [], additionalProperties, propertyNames, maxProperties = 5 } = schema;
  if (properties === undefined && additionalProperties !== undefined) {
    const names = propertyNames === undefined ? fc.string({ minLength: 1 }) : stringOf({ ...propertyNames });
    // A few suffice: more would only make requests longer.
    return fc.dictionary(names, arbitraryOf(additionalProperties, api), { maxKeys: Math.min(maxProperties, 5) });
  }
  const model = Object.fromEntries([...(properties ?? [])].map(([name, part]) => [name, arbitraryOf(part, api)]));
  return fc.record(model, { requiredKeys: [...required] });
}

function arrayOf({ items, minItems = 0, maxItems = 5, uniqueItems = false }: Schema, api: Schemas): Arbitrary<Json> {
  if (items === undefined) return fc.constant([]);
  const bounds = { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 5)) };
  const item = arbitraryOf(items, api);
  return uniqueItems ? fc.uniqueArray(item, { ...bounds, comparator: "SameValue" }) : fc.array(item, bounds);
}

function numberOf({ minimum = 0, maximum = 1_000_000 }: Schema): Arbitrary<number> {
  return fc.integer({ min: minimum, max: maximum });
}

function stringOf({ pattern, format, examples, minLength = 0, maxLength = 100 }: Schema): Arbitrary<string> {
  const texts = (examples ?? []).filter((example) => typeof example === "string");
  if ((pattern !== undefined || format !== undefined) && texts.length > 0) return fc.constantFrom(...texts);
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, "u"));
  return fc.string({ unit: "binary", minLength, maxLength: Math.min(maxLength, minLength + 100) });
}
