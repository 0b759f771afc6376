import { literal, regExpLiteral, stringLiteral } from "../../../emit/literal.ts";
import type { Json, JsonType, Schema } from "../../../model.ts";
import { isOfType, kindOf } from "../../../read/json-types.ts";
import { patternPhrase } from "../analyze/phrases.ts";
import { FORMATS } from "../formats.ts";
import { type Context, emitAllOf, emitCall, emitPureCall, unsupportedError } from "./context.ts";

/** Returns the check of a string. */
export function emitString(context: Context, schema: Schema) {
  const { minLength = 0, maxLength, pattern, format = "" } = schema;
  const known = FORMATS.get(format);
  if (minLength === 0 && [maxLength, pattern, known].every((keyword) => keyword === undefined)) {
    return context.importRuntime("string");
  }
  return emitPureCall(
    context,
    "boundedString",
    String(minLength),
    String(maxLength ?? "Infinity"),
    pattern === undefined ? "undefined" : emitTextPattern(schema, pattern),
    known === undefined ? "undefined" : context.importRuntime(known),
  );
}

/** Returns a pattern with its words, which messages say. */
function emitTextPattern(schema: Schema, pattern: string): string {
  return `{ pattern: ${emitPattern(schema, pattern)}, expected: ${stringLiteral(patternPhrase(schema, pattern))} }`;
}

/** Returns a pattern as a regular expression literal. */
export function emitPattern({ place }: Pick<Schema, "place">, pattern: string): string {
  try {
    return regExpLiteral(pattern);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw unsupportedError(
      place,
      `${stringLiteral(pattern)} is not a valid regular expression: ${why}`,
      "write it for the u flag",
    );
  }
}

/** Returns the check of a number. */
export function emitNumber(context: Context, schema: Schema): string | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = schema;
  const isInteger = format === "int32" || format === "int64" || !(schema.types?.includes("number") ?? true);
  const [least, most] = format === "int32" ? [-(2 ** 31), 2 ** 31 - 1] : [-Infinity, Infinity];
  const from = Math.max(minimum ?? -Infinity, least);
  const to = Math.min(maximum ?? Infinity, most);
  const limits = Object.entries({ above: exclusiveMinimum, below: exclusiveMaximum, multipleOf }).filter(
    (entry): entry is [string, number] => entry[1] !== undefined,
  );
  return emitAllOf(context, [
    emitPureCall(context, isInteger ? "integer" : "number", String(from), String(to)),
    limits.length === 0 ? undefined : emitPureCall(context, "limits", literal(Object.fromEntries(limits))),
  ]);
}

/** The only value that a schema allows, if it is a scalar: it is compared in place. */
export function onlyValue({ const: constant, types }: Schema): boolean | null | number | string | undefined {
  if (constant === undefined || typeof constant.value === "object") return constant?.value === null ? null : undefined;
  const { value } = constant;
  return (types?.some((type) => isOfType(value, type)) ?? true) ? value : undefined;
}

/** Returns the check for `const` and `enum`, which apply to values of any type. */
export function emitValues(context: Context, schema: Schema): string | undefined {
  if (schema.const !== undefined) {
    const { value } = schema.const;
    if (!isScalar(value)) return emitPureCall(context, "deepConstant", literal(value));
    return `(value, context, key) => ${context.importRuntime("constant")}(value, context, key, ${literal(value)})`;
  }
  if (schema.enum === undefined) return undefined;
  if (context.openness === "open") return emitOpenEnum(context, schema, schema.enum);
  const values = schema.enum.filter((value) => schema.types?.some((type) => isOfType(value, type)) ?? true);
  return values.every(isScalar)
    ? emitPureCall(context, "enumOf", ...values.map(literal))
    : emitPureCall(context, "deepEnumOf", literal(values));
}

/** Whether the check of `const` or `enum` makes a check of the type redundant. */
export function impliesTypes(context: Context, schema: Schema): boolean {
  if (schema.const !== undefined) return onlyValue(schema) !== undefined;
  return schema.enum !== undefined && context.openness === "closed";
}

/**
 * Returns the check of an open enum: any string passes if a known value is a string, any number if one is a number.
 * Undefined if the check of the schema's types covers that.
 */
function emitOpenEnum(context: Context, { types }: Schema, values: readonly Json[]): string | undefined {
  const growing = (["string", "number"] as const).filter((kind) => values.some((value) => kindOf(value) === kind));
  const isCovered = (type: JsonType) =>
    growing.some((kind) => kind === type || (kind === "number" && type === "integer")) ||
    (type === "null" && values.includes(null)) ||
    (type === "boolean" && values.includes(true) && values.includes(false));
  if (types?.every(isCovered)) return undefined;
  return emitPureCall(context, "deepEnumOf", literal(values), ...growing.map(stringLiteral));
}

function isScalar(value: Json): boolean {
  return typeof value !== "object" || value === null;
}

/** Returns a call that compares a value with the only allowed one. */
export function emitConstant(context: Context, read: string, key: string, only: Json): string {
  return emitCall(context.importRuntime("constant"), [read, "context", key, literal(only)]);
}
