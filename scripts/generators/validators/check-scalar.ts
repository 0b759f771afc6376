import { literal, regExpLiteral, stringLiteral } from "../../emit/literal.ts";
import type { Json, JsonType, Schema } from "../../model.ts";
import { type Context, make, printCall, together, unsupported } from "./context.ts";
import { FORMATS } from "./formats.ts";
import { isOfType, kindOf } from "./kinds.ts";

/** The check of a string. */
export function checkString(context: Context, { minLength = 0, maxLength, pattern, format = "", ...schema }: Schema) {
  const known = FORMATS.get(format);
  if (minLength === 0 && [maxLength, pattern, known].every((asked) => asked === undefined)) {
    return context.runtime("string");
  }
  return make(
    context,
    "boundedString",
    String(minLength),
    String(maxLength ?? "Infinity"),
    pattern === undefined ? "undefined" : patternOf(schema, pattern),
    known === undefined ? "undefined" : context.runtime(known),
  );
}

/** A pattern as a regular expression. */
export function patternOf({ place }: Pick<Schema, "place">, pattern: string): string {
  try {
    return regExpLiteral(pattern);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw unsupported(place, `${stringLiteral(pattern)} is no regular expression: ${why}`, "write it for the u flag");
  }
}

/** The check of a number. */
export function checkNumber(context: Context, schema: Schema): string | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = schema;
  const isInteger = format === "int32" || format === "int64" || !(schema.types?.includes("number") ?? true);
  const [least, most] = format === "int32" ? [-(2 ** 31), 2 ** 31 - 1] : [-Infinity, Infinity];
  const from = Math.max(minimum ?? -Infinity, least);
  const to = Math.min(maximum ?? Infinity, most);
  const limits = Object.entries({ above: exclusiveMinimum, below: exclusiveMaximum, multipleOf }).filter(
    (entry): entry is [string, number] => entry[1] !== undefined,
  );
  return together(context, [
    make(context, isInteger ? "integer" : "number", String(from), String(to)),
    limits.length === 0 ? undefined : make(context, "limits", literal(Object.fromEntries(limits))),
  ]);
}

/** The one value that a schema allows, where it has no parts: it is compared where it stands. */
export function onlyValue({ const: constant, types }: Schema): boolean | null | number | string | undefined {
  if (constant === undefined || typeof constant.value === "object") return constant?.value === null ? null : undefined;
  const { value } = constant;
  return (types?.some((type) => isOfType(value, type)) ?? true) ? value : undefined;
}

/** The check for `const` and `enum`, whatever the value's type. */
export function checkValues(context: Context, schema: Schema): string | undefined {
  if (schema.const !== undefined) {
    const { value } = schema.const;
    if (!hasNoParts(value)) return make(context, "deepConstant", literal(value));
    return `(value, at, step) => ${context.runtime("constant")}(value, at, step, ${literal(value)})`;
  }
  if (schema.enum === undefined) return undefined;
  if (context.reading === "open") return openEnum(context, schema, schema.enum);
  const values = schema.enum.filter((value) => schema.types?.some((type) => isOfType(value, type)) ?? true);
  return values.every(hasNoParts)
    ? make(context, "enumOf", ...values.map(literal))
    : make(context, "deepEnumOf", literal(values));
}

/** Whether `const` or `enum` say all that the types of the schema say. */
export function tellsTypes(context: Context, schema: Schema): boolean {
  if (schema.const !== undefined) return onlyValue(schema) !== undefined;
  return schema.enum !== undefined && context.reading === "strict";
}

/**
 * An enum that may grow: a string passes where the values hold a string, a number where they hold a number. Undefined
 * where the schema's types say all of that already.
 */
function openEnum(context: Context, { types }: Schema, values: readonly Json[]): string | undefined {
  const growing = (["string", "number"] as const).filter((kind) => values.some((value) => kindOf(value) === kind));
  const isCovered = (type: JsonType) =>
    growing.some((kind) => kind === type || (kind === "number" && type === "integer")) ||
    (type === "null" && values.includes(null)) ||
    (type === "boolean" && values.includes(true) && values.includes(false));
  if (types?.every(isCovered)) return undefined;
  return make(context, "deepEnumOf", literal(values), ...growing.map(stringLiteral));
}

function hasNoParts(value: Json): boolean {
  return typeof value !== "object" || value === null;
}

/** The call that compares a value with the only right one. */
export function compare(context: Context, read: string, step: string, only: Json): string {
  return printCall(context.runtime("constant"), [read, "at", step, literal(only)]);
}
