import type { Api, NamedSchema, Schema } from "../../../model.ts";
import { allSubschemas, sameValueSchemas } from "../../../read/subschemas.ts";

/**
 * The schemas of what VINR sends as they are today, where nothing may be added: enums and tags are closed, and so is
 * each object that lists its properties. An object that is put together from several schemas stays open, since none of
 * them knows what the others list.
 */
export function closeSchemas(api: Api): Api {
  const pieces = piecesOf(api);
  const schemas = new Map<string, NamedSchema>();
  for (const [name, { schema }] of api.schemas) {
    schemas.set(name, { name, schema: close(schema, pieces.has(name)), direction: "request" });
  }
  return { ...api, schemas, operations: [], webhooks: [] };
}

/** The named schemas that are a piece of another, together with something else that is asked of the same value. */
function piecesOf({ schemas }: Api): ReadonlySet<string> {
  const pieces = new Set<string>();
  const gather = (schema: Schema, isPiece: boolean): void => {
    if (schema.ref !== undefined && isPiece && !pieces.has(schema.ref)) {
      pieces.add(schema.ref);
      const target = schemas.get(schema.ref)?.schema;
      if (target !== undefined) gather(target, true);
    }
    for (const piece of sameValueSchemas(schema)) gather(piece, isPiece || isJoined(schema));
  };
  for (const { schema } of schemas.values()) for (const part of allSubschemas(schema)) gather(part, isJoined(part));
  return pieces;
}

/** Whether several schemas say together what properties a value may have. A union of nothing else does not count. */
function isJoined(schema: Schema): boolean {
  return countVoices(schema) > 1 || isConditional(schema);
}

/** How many parts of a schema say what properties a value may have: one that only requires some says nothing of others. */
function countVoices({ anyOf, oneOf, ref, allOf = [], ...own }: Schema): number {
  const list = own.properties ?? own.patternProperties ?? own.additionalProperties;
  const voices = [anyOf, oneOf, ref, list].filter((voice) => voice !== undefined);
  return voices.length + allOf.filter((part) => countVoices(part) > 0 || isConditional(part)).length;
}

function isConditional({ not, if: when, dependentSchemas }: Schema): boolean {
  return [not, when, dependentSchemas].some((keyword) => keyword !== undefined);
}

function close(schema: Schema, isPiece: boolean): Schema {
  const isOpen = isPiece || isJoined(schema);
  const piece = (part: Schema) => close(part, isOpen);
  const part = (inner: Schema) => close(inner, false);
  const { properties, patternProperties, additionalProperties, items, prefixItems, contains, anyOf, oneOf, allOf } =
    schema;
  const lists = properties !== undefined && patternProperties === undefined && additionalProperties === undefined;
  return {
    ...schema,
    ...(properties && { properties: mapValues(properties, part) }),
    ...(patternProperties && { patternProperties: mapValues(patternProperties, part) }),
    ...(additionalProperties && { additionalProperties: part(additionalProperties) }),
    ...(lists && !isOpen && { additionalProperties: { place: schema.place, never: true } }),
    ...(items && { items: part(items) }),
    ...(prefixItems && { prefixItems: prefixItems.map(part) }),
    ...(contains && { contains: part(contains) }),
    ...(anyOf && { anyOf: anyOf.map(piece) }),
    ...(oneOf && { oneOf: oneOf.map(piece) }),
    ...(allOf && { allOf: allOf.map(piece) }),
  };
}

function mapValues(schemas: ReadonlyMap<string, Schema>, change: (schema: Schema) => Schema): Map<string, Schema> {
  return new Map([...schemas].map(([name, schema]) => [name, change(schema)]));
}
