import type { Api, Schema } from "../../model.ts";
import { factor } from "./factor.ts";
import { FORMATS } from "./formats.ts";
import { isInherited, keywordsOf } from "./keywords.ts";
import type { Reading } from "./reading.ts";
import { scalarOf } from "./scalar.ts";
import type { Shape } from "./unit.ts";

/** The form of a schema, undefined where it has none of them. */
export function shapeOf(schema: Schema, reading: Reading, api: Pick<Api, "schemas">): Shape | undefined {
  if (schema.sensitive || schema.never) return undefined;
  if (scalarOf(schema, reading) !== undefined) return "scalar";
  const [type, more] = schema.types ?? [];
  if (more === undefined && type === "array") {
    return hasOnlyKeywords(schema, "items", "minItems", "maxItems", "uniqueItems") ? "array" : undefined;
  }
  if (factor(schema, reading, api) !== undefined) return "union";
  return more === undefined && type === "object" ? objectShape(schema, reading) : undefined;
}

/**
 * Whether a schema of a common form has a function that explains beside the one that decides: what is decided most
 * often stays small, so that an engine can put it where it is called.
 */
export function isSplit(shape: Shape, { pattern, format }: Schema): boolean {
  return (
    shape === "array" ||
    shape === "object" ||
    (shape === "scalar" && (pattern ?? FORMATS.get(format ?? "")) !== undefined)
  );
}

function objectShape(schema: Schema, reading: Reading): Shape | undefined {
  const { additionalProperties } = schema;
  const isPlain = additionalProperties === undefined || additionalProperties.never || isEmpty(additionalProperties);
  if (isPlain && hasOnlyKeywords(schema, "properties", "required", "additionalProperties")) {
    // Names such as 7 come before all others in a table, whatever their place; inherited ones have to be own.
    const names = [...(schema.properties?.keys() ?? []), ...(schema.required ?? [])];
    if (names.some((name) => /^\d+$/.test(name) || isInherited(name))) return undefined;
    return isHolder(schema, reading) ? "holder" : "object";
  }
  const isRecord = hasOnlyKeywords(schema, "additionalProperties", "propertyNames", "minProperties", "maxProperties");
  return isRecord && !additionalProperties?.never ? "record" : undefined;
}

function hasOnlyKeywords(schema: Schema, ...allowed: string[]): boolean {
  return keywordsOf(schema).every((keyword) => keyword === "types" || allowed.includes(keyword));
}

/** Whether a schema asks for one member, of which it asks something, and nothing else. */
function isHolder({ properties, required, additionalProperties }: Schema, reading: Reading): boolean {
  const [[name, member] = [], more] = properties ?? [];
  const isClosed = reading === "strict" && additionalProperties?.never === true;
  return (
    member !== undefined &&
    more === undefined &&
    !isEmpty(member) &&
    !isClosed &&
    required?.length === 1 &&
    required[0] === name &&
    name !== undefined &&
    !isInherited(name)
  );
}

function isEmpty(schema: Schema): boolean {
  return keywordsOf(schema).length === 0;
}
