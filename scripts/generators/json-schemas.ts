import type { Api, Json, Schema } from "../model.ts";
import { reachableFrom, referencesOf } from "../read/subschemas.ts";
import { withRequestSchemas } from "./request-schemas.ts";

type Keywords = { readonly [keyword: string]: Json };

/** A JSON Schema (draft 2020-12), without the head that makes it a document. */
export interface Described {
  readonly name: string;
  readonly keywords: Keywords;
  /** The names of all that it refers to, itself where it does. */
  readonly needed: readonly string[];
}

/**
 * JSON Schemas of the named schemas and of the parts of each operation's request, by name: documents that hold all they
 * refer to, each with its address as `$id`.
 */
export function jsonSchemasOf(api: Api): ReadonlyMap<string, Keywords> {
  const described = describeSchemas(withRequestSchemas(api).api);
  return new Map(
    [...described.values()].map(({ name, keywords, needed }) => {
      const definitions = Object.fromEntries(needed.map((other) => [other, described.get(other)?.keywords ?? {}]));
      return [name, { ...headOf(name), ...keywords, ...(needed.length === 0 ? {} : { $defs: definitions }) }];
    }),
  );
}

/** The keywords that make a schema a document: its dialect and its URL. */
export function headOf(name: string): Keywords {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `https://docs.vinr.com/schemas/${name}.json`,
  };
}

/** The schemas of a model, by name. */
export function describeSchemas(api: Pick<Api, "schemas">): ReadonlyMap<string, Described> {
  const reachable = reachableFrom(referencesOf(api));
  return new Map(
    [...api.schemas].map(([name, { schema }]) => {
      const needed = [...api.schemas.keys()].filter((other) => reachable.get(name)?.has(other));
      const keywords = toJsonSchema(schema);
      return [name, { name, keywords: keywords === false ? { not: {} } : keywords, needed }];
    }),
  );
}

/** The keywords of JSON Schema. What OpenAPI and we add to it says nothing there, and is left out. */
function toJsonSchema(schema: Schema): Keywords | false {
  const { place, sensitive, enumDescriptions, patternMessage, discriminator, ...described } = schema;
  const { never, ref, types, const: constant, ...others } = described;
  const {
    items,
    contains,
    additionalProperties,
    propertyNames,
    not,
    if: when,
    then,
    else: otherwise,
    ...lists
  } = others;
  const { prefixItems, allOf, anyOf, oneOf, ...maps } = lists;
  const { properties, patternProperties, dependentSchemas, dependentRequired, ...plain } = maps;
  if (never) return false;
  const { title, description, ...rest } = plain;
  const single = { items, contains, additionalProperties, propertyNames, not, if: when, then, else: otherwise };
  return Object.fromEntries(
    Object.entries({
      title,
      description,
      $ref: ref === undefined ? undefined : `#/$defs/${ref}`,
      type: types?.length === 1 ? types[0] : types,
      const: constant?.value,
      ...rest,
      ...mapValues({ properties, patternProperties, dependentSchemas }, mapOf),
      dependentRequired: dependentRequired && Object.fromEntries(dependentRequired),
      ...mapValues(single, toJsonSchema),
      ...mapValues({ prefixItems, allOf, anyOf, oneOf }, (parts) => parts.map(toJsonSchema)),
    }).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  );
}

function mapOf(parts: ReadonlyMap<string, Schema>): Json {
  return Object.fromEntries([...parts].map(([name, part]) => [name, toJsonSchema(part)]));
}

function mapValues<T>(members: Readonly<Record<string, T | undefined>>, change: (member: T) => Json) {
  return Object.fromEntries(
    Object.entries(members).map(([key, member]) => [key, member === undefined ? undefined : change(member)]),
  );
}
