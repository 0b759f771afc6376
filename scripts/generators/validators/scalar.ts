import type { Json, JsonType, Schema } from "../../model.ts";
import { keywordsOf } from "./keywords.ts";
import { isOfType } from "./kinds.ts";
import type { Reading } from "./reading.ts";

/** Up to this many values are compared one by one; more are looked up. */
export const MOST_COMPARED = 16;

/** A schema for values without parts that one call of the run time decides and explains. */
export type Scalar =
  | { readonly kind: "boolean" | "integer" | "number" | "text"; readonly orNull: boolean }
  | { readonly kind: "anyObject" | "string" }
  | { readonly kind: "constant"; readonly value: boolean | number | string }
  | { readonly kind: "oneOf"; readonly values: readonly string[] };

/** Keywords that such a schema may have, beside those that only describe. */
const KEYWORDS: Readonly<Record<"boolean" | "integer" | "number" | "string", readonly string[]>> = {
  boolean: [],
  integer: ["minimum", "maximum", "format"],
  number: ["minimum", "maximum", "format"],
  string: ["minLength", "maxLength", "pattern", "format"],
};

/** What a schema is as a scalar, undefined where it asks for more than one call can tell. */
export function scalarOf(schema: Schema, reading: Reading): Scalar | undefined {
  const [type, orNull] = scalarType(schema.types);
  const keywords = keywordsOf(schema).filter((keyword) => keyword !== "types" && keyword !== "enumDescriptions");
  const only = (...allowed: string[]) => keywords.every((keyword) => allowed.includes(keyword));
  const { const: constant, enum: values } = schema;
  if (constant !== undefined) {
    const { value } = constant;
    const isRight = schema.types?.some((other) => isOfType(value, other)) ?? true;
    return isPrimitive(value) && isRight && only("const", "enum") ? { kind: "constant", value } : undefined;
  }
  if (schema.types?.length === 1 && schema.types[0] === "object" && only()) return { kind: "anyObject" };
  if (type === undefined || isBesideBounds(schema, type)) return undefined;
  if (values !== undefined) return enumOf(schema, values, type, orNull, reading, only);
  if (!only(...KEYWORDS[type])) return undefined;
  return type === "string" ? textOf(schema, orNull) : { kind: type, orNull };
}

function textOf({ minLength, maxLength, pattern, format }: Schema, orNull: boolean): Scalar {
  const isAny = minLength === undefined && maxLength === undefined && pattern === undefined && format === undefined;
  return isAny && !orNull ? { kind: "string" } : { kind: "text", orNull };
}

/** Whether a scalar is the same wherever it stands: the run time has a function for it. */
export function isPlain(scalar: Scalar): boolean {
  if (scalar.kind === "boolean") return !scalar.orNull;
  return scalar.kind === "anyObject" || scalar.kind === "string";
}

function enumOf(
  schema: Schema,
  values: readonly Json[],
  type: JsonType,
  orNull: boolean,
  reading: Reading,
  only: (...allowed: string[]) => boolean,
): Scalar | undefined {
  const texts = values.filter((value) => typeof value === "string");
  if (type !== "string" || texts.length === 0) return undefined;
  const isWhole = texts.length + Number(orNull && values.includes(null)) === values.length;
  if (!isWhole || orNull !== values.includes(null)) return undefined;
  // What may grow is any text.
  if (reading === "open") return only("enum", ...KEYWORDS.string) ? textOf(schema, orNull) : undefined;
  return only("enum") && !orNull && texts.length <= MOST_COMPARED ? { kind: "oneOf", values: texts } : undefined;
}

function scalarType(types: readonly JsonType[] = []): [keyof typeof KEYWORDS | undefined, boolean] {
  const others = types.filter((type) => type !== "null");
  const [type] = others;
  const isOne = others.length === 1 && type !== undefined && type !== "array" && type !== "object";
  return [isOne ? type : undefined, others.length < types.length];
}

function isPrimitive(value: Json): value is boolean | number | string {
  return typeof value !== "object";
}

/** Formats of numbers that ask for more than bounds do. */
function isBesideBounds({ format, minimum = -Infinity, maximum = Infinity }: Schema, type: JsonType): boolean {
  if (type === "string") return false;
  if (format === "int32") return type !== "integer" || minimum < -(2 ** 31) || maximum >= 2 ** 31;
  return format === "int64" && type !== "integer";
}
