import type { Api, Json, MediaType, Schema } from "../model.ts";

/**
 * Values of each named schema that the spec itself shows: its own examples, those of bodies, and the parts of
 * both at the places where a schema refers to another; of a union, those of its first variant. In the order in which they are found, each once.
 */
export function exampleValues(api: Api): ReadonlyMap<string, readonly Json[]> {
  const found = new Map<string, Map<string, Json>>();
  const learn = (schema: Schema | undefined, value: Json): void => {
    if (schema === undefined) return;
    for (const part of schema.allOf ?? []) learn(part, value);
    for (const [part, inner] of partsOf(schema, value)) learn(part, inner);
    if (schema.ref === undefined) return;
    const values = found.get(schema.ref) ?? new Map<string, Json>();
    const text = JSON.stringify(value);
    if (values.has(text)) return;
    found.set(schema.ref, values.set(text, value));
    learn(api.schemas.get(schema.ref)?.schema, value);
  };
  for (const { content } of bodiesOf(api)) {
    const json = jsonOf(content);
    for (const { value } of json?.examples ?? []) learn(json?.schema, value);
  }
  for (const { name, schema } of api.schemas.values()) {
    const own = [...(schema.const === undefined ? [] : [schema.const.value]), ...(schema.examples ?? [])];
    for (const value of own) learn({ place: schema.place, ref: name }, value);
  }
  for (const { name, schema } of api.schemas.values()) {
    if (found.has(name)) continue;
    const variants = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
    const [values] = variants.flatMap(({ ref }) => (ref === undefined ? [] : (found.get(ref) ?? [])));
    if (values !== undefined) found.set(name, values);
  }
  return new Map([...found].map(([name, values]) => [name, [...values.values()]]));
}

/** The items or members of a value, each with its schema. */
function partsOf(schema: Schema, value: Json): (readonly [Schema | undefined, Json])[] {
  if (isList(value)) return value.map((item) => [schema.items, item]);
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).map(([name, member]) => [
    schema.properties?.get(name) ?? schema.additionalProperties,
    member,
  ]);
}

function bodiesOf({ operations, webhooks }: Api) {
  return [
    ...operations.flatMap(({ requestBody, responses }) => [...(requestBody ? [requestBody] : []), ...responses]),
    ...webhooks.flatMap(({ requestBody }) => requestBody ?? []),
  ];
}

function jsonOf(content: readonly MediaType[]): MediaType | undefined {
  return content.find(({ type }) => type === "application/json");
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
