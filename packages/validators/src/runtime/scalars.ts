import { counted, fail, failEnum, type IssueCode, type Trail } from "./issues.js";
import { countCharacters, isLonger, isObject, isShorter } from "./values.js";

/**
 * What generated code asks of values that have no parts. Each function decides; given a trail, it also reports what is
 * wrong there. So a condition is written once, and a decision and its explanation cannot differ.
 */

/** A string of `min` to `max` characters. */
export function text(value: unknown, min: number, max: number, at?: Trail): boolean {
  return (
    (typeof value === "string" && !isLonger(value, max) && !isShorter(value, min)) || failText(value, min, max, at)
  );
}

/** Reports what is wrong with a value that should be a string of `min` to `max` characters, and what it is held to. */
export function failText(
  value: unknown,
  min: number,
  max: number,
  at?: Trail,
  pattern?: RegExp,
  format?: (text: string) => boolean,
  expected = "",
): false {
  if (at === undefined) return false;
  if (typeof value !== "string") return failType(at, value, "a string");
  // A longer text is not searched: what is said of a pattern or a format would not help, and could take its time.
  if (isLonger(value, max)) return failLength(at, value, "max_length", "at most", max);
  if (isShorter(value, min)) failLength(at, value, "min_length", "at least", min);
  if (pattern?.test(value) === false) {
    fail(at, value, "pattern", `text that matches ${pattern.source.replaceAll("\\/", "/")}`);
  }
  return format?.(value) === false && fail(at, value, "format", expected);
}

/** Any string. */
export function string(value: unknown, at?: Trail): boolean {
  return typeof value === "string" || failType(at, value, "a string");
}

/** Any object. */
export function anyObject(value: unknown, at?: Trail): boolean {
  return isObject(value) || failType(at, value, "an object");
}

function failLength(at: Trail, value: string, code: IssueCode, words: string, bound: number): false {
  return fail(at, countCharacters(value), code, `${words} ${counted(bound, "character")} long`);
}

/** An integer, of which 1.0 is one, from `min` to `max`. */
export function integer(value: unknown, min: number, max: number, at?: Trail): boolean {
  return (
    (typeof value === "number" && Number.isInteger(value) && value >= min && value <= max) ||
    (at !== undefined && failNumber(at, value, min, max, Number.isInteger(value), "an integer"))
  );
}

/** A finite number from `min` to `max`. */
export function number(value: unknown, min: number, max: number, at?: Trail): boolean {
  return (
    (typeof value === "number" && Number.isFinite(value) && value >= min && value <= max) ||
    (at !== undefined && failNumber(at, value, min, max, Number.isFinite(value), "a number"))
  );
}

function failNumber(at: Trail, value: unknown, min: number, max: number, isOne: boolean, expected: string): false {
  if (typeof value !== "number" || !isOne) return failType(at, value, expected);
  if (value < min) return fail(at, value, "minimum", `at least ${min}`);
  return fail(at, value, "maximum", `at most ${max}`);
}

/** `true` or `false`. */
export function boolean(value: unknown, at?: Trail): boolean {
  return typeof value === "boolean" || failType(at, value, "a boolean");
}

/** The one value that is right. */
export function constant(value: unknown, only: boolean | number | string, at?: Trail): boolean {
  return value === only || fail(at, value, "const", JSON.stringify(only));
}

/** A string that is one of a few. */
export function oneOf(value: unknown, known: readonly string[], at?: Trail): boolean {
  if (typeof value !== "string") return failType(at, value, "a string");
  return known.includes(value) || failEnum(at, value, "enum", known);
}

/** The trail for a value that may be null too, which the report of a wrong type says. */
export function orNull(at: Trail | undefined): Trail | undefined {
  return at && { ...at, orNull: true };
}

function failType(at: Trail | undefined, value: unknown, expected: string): false {
  return fail(at, value, "type", at?.orNull ? `${expected} or null` : expected);
}
