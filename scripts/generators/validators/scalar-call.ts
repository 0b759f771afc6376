import { literal, regExpLiteral, stringLiteral } from "../../emit/literal.ts";
import type { Schema } from "../../model.ts";
import { type Context, unsupported } from "./context.ts";
import { FORMATS } from "./formats.ts";
import { isPlain, type Scalar } from "./scalar.ts";

/** The call for a value, as an expression; `at` is the trail where there is one. */
export function scalarCall(context: Context, schema: Schema, scalar: Scalar, hint: string) {
  const { kind } = scalar;
  if (kind === "text" && (schema.pattern ?? FORMATS.get(schema.format ?? "")) !== undefined) {
    return textCall(context, schema, scalar, hint);
  }
  const name = context.runtime(kind);
  const args = scalarArguments(context, schema, scalar, hint);
  return (value: string, at?: string): string => {
    if (!("orNull" in scalar) || !scalar.orNull) return printCall(name, [value, ...args(at)]);
    return `${value} === null || ${printCall(name, [value, ...args(at && `${context.runtime("orNull")}(${at})`)])}`;
  };
}

/**
 * A text with a pattern or a format is decided here and explained there: a function that all of them shared would not
 * know which pattern it runs, and be slower for it.
 */
function textCall(context: Context, schema: Schema, scalar: Scalar, hint: string) {
  const orNull = "orNull" in scalar && scalar.orNull;
  const args = scalarArguments(context, schema, scalar, hint);
  const { minLength = 0, maxLength } = schema;
  const [, , , pattern, format] = args();
  return (value: string, at?: string): string => {
    const right = [
      `typeof ${value} === "string"`,
      ...(maxLength === undefined ? [] : [`!${context.runtime("isLonger")}(${value}, ${maxLength})`]),
      ...(minLength <= leastLength(schema.pattern) ? [] : [`!${context.runtime("isShorter")}(${value}, ${minLength})`]),
      ...(pattern === "undefined" ? [] : [`${pattern}.test(${value})`]),
      ...(format === "undefined" ? [] : [`${format}(${value})`]),
    ].join(" && ");
    const decision = orNull ? `${value} === null || (${right})` : right;
    if (at === undefined) return decision;
    const trail = orNull ? `${context.runtime("orNull")}(${at})` : at;
    const failed = printCall(context.runtime("failText"), [value, ...args(trail)]);
    return `${orNull ? decision : `(${decision})`} || ${failed}`;
  };
}

/** How long a text is at least that a pattern accepts, as far as its form tells: letters, then one or more of a kind. */
function leastLength(pattern = ""): number {
  const [, prefix = "", count] = /^\^(\w*)\[[^\]\\]+\](?:\+|\{(\d+)\})\$$/.exec(pattern) ?? [];
  return prefix.length + Number(count ?? Number(pattern.endsWith("]+$") && prefix !== ""));
}

/** The call that explains a text with a pattern or a format. */
export function textFailure(context: Context, schema: Schema, scalar: Scalar, hint: string): string {
  const orNull = "orNull" in scalar && scalar.orNull;
  const args = scalarArguments(context, schema, scalar, hint);
  const failed = printCall(context.runtime("failText"), [
    "value",
    ...args(orNull ? `${context.runtime("orNull")}(at)` : "at"),
  ]);
  return orNull ? `value === null || ${failed}` : failed;
}

/** A call, without arguments at its end that are undefined. */
export function printCall(name: string, args: readonly string[]): string {
  const last = args.findLastIndex((arg) => arg !== "undefined");
  return `${name}(${args.slice(0, last + 1).join(", ")})`;
}

function scalarArguments(context: Context, schema: Schema, scalar: Scalar, hint: string) {
  switch (scalar.kind) {
    case "anyObject":
    case "boolean":
    case "string":
      return (at = "undefined") => [at];
    case "constant":
      return (at = "undefined") => [literal(scalar.value), at];
    case "oneOf": {
      const list = context.constant(`${hint}Values`, literal(scalar.values));
      return (at = "undefined") => [list, at];
    }
    case "integer":
    case "number":
      return (at = "undefined") => [bound(schema.minimum, "-Infinity"), bound(schema.maximum, "Infinity"), at];
    case "text": {
      const { minLength = 0, maxLength, pattern, format = "" } = schema;
      const test = pattern === undefined ? "undefined" : context.constant(`${hint}Pattern`, patternOf(schema, pattern));
      const known = FORMATS.get(format);
      const check = known === undefined ? "undefined" : context.runtime(known.check);
      const expected = known === undefined ? "undefined" : stringLiteral(known.expected);
      return (at = "undefined") => [String(minLength), bound(maxLength, "Infinity"), at, test, check, expected];
    }
  }
}

function bound(value: number | undefined, none: string): string {
  return value === undefined ? none : literal(value);
}

/** A pattern as a regular expression. */
export function patternOf(schema: Schema, pattern: string): string {
  try {
    return regExpLiteral(pattern);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw unsupported(schema.place, `the pattern is no regular expression: ${why}`, "write it for the u flag");
  }
}

/** The function of a scalar, of a value and a trail: one of the run time, or one made for it. */
export function scalarFunction(context: Context, schema: Schema, scalar: Scalar, hint: string): string {
  if (isPlain(scalar)) return context.runtime(scalar.kind);
  const call = scalarCall(context, schema, scalar, hint)("value", "at");
  return context.constant(hint, `(value: unknown, at?: ${context.runtime("Trail")}): boolean => ${call}`);
}
