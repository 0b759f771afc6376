import type { Format } from "./formats.js";
import { type Check, fail, type IssueCode, type Step, show, type Trail } from "./issues.js";
import { meantBy } from "./suggest.js";
import { countCharacters, isLonger, isMultipleOf } from "./values.js";

/** Checks of values that have no parts. */

/** Any string. */
export const string: Check = (value, at, step) =>
  typeof value === "string" || fail(value, at, step, "type", "a string");

/** `true` or `false`. */
export const boolean: Check = (value, at, step) =>
  typeof value === "boolean" || fail(value, at, step, "type", "a boolean");

/** A string of `min` to `max` characters, of which a pattern or a format asks more. */
export function text(min: number, max: number, pattern?: RegExp, format?: Format): Check {
  const matching = `text that matches ${pattern?.source}`;
  const check: Check = (value, at, step) => {
    if (typeof value !== "string") return fail(value, at, step, "type", "a string");
    // A longer text is not searched: what is said of a pattern or a format would not help, and could take its time.
    if (isLonger(value, max)) return fail(countCharacters(value), at, step, "max_length", `of length at most ${max}`);
    return (
      (isLonger(value, min - 1) || fail(countCharacters(value), at, step, "min_length", `of length at least ${min}`)) &&
      (!pattern || pattern.test(value) || fail(value, at, step, "pattern", matching)) &&
      (!format || format.test(value) || fail(value, at, step, "format", format.expected))
    );
  };
  // Most texts are right, and long enough however their characters are counted. To tell so is little code: an engine
  // puts it in the place of its call.
  return (value, at, step) =>
    (typeof value === "string" &&
      value.length <= max &&
      value.length >= 2 * min &&
      (!pattern || pattern.test(value)) &&
      (!format || format.test(value))) ||
    check(value, at, step);
}

/** An integer, of which 1.0 is one, from `min` to `max`. */
export const integer =
  (min: number, max: number): Check =>
  (value, at, step) =>
    Number.isInteger(value)
      ? isWithin(value as number, at, step, min, max)
      : fail(value, at, step, "type", "an integer");

/** A finite number from `min` to `max`. */
export const number =
  (min: number, max: number): Check =>
  (value, at, step) =>
    Number.isFinite(value) ? isWithin(value as number, at, step, min, max) : fail(value, at, step, "type", "a number");

const isWithin = (value: number, at: Trail | undefined, step: Step, min: number, max: number): boolean =>
  value < min
    ? fail(value, at, step, "minimum", `at least ${min}`)
    : value <= max || fail(value, at, step, "maximum", `at most ${max}`);

/** What else may be asked of a number; any other value passes. */
export const limits =
  ({ above = -Infinity, below = Infinity, multipleOf = 0 }: Limits): Check =>
  (value, at, step) =>
    typeof value !== "number" ||
    ((value > above || fail(value, at, step, "exclusive_minimum", `more than ${above}`)) &&
      (value < below || fail(value, at, step, "exclusive_maximum", `less than ${below}`)) &&
      (multipleOf === 0 ||
        isMultipleOf(value, multipleOf) ||
        fail(value, at, step, "multiple_of", `a multiple of ${multipleOf}`)));

interface Limits {
  readonly above?: number;
  readonly below?: number;
  readonly multipleOf?: number;
}

/** The one value without parts that is right. */
export const constant = (value: unknown, at: Trail | undefined, step: Step, only: unknown): boolean =>
  value === only || fail(value, at, step, "const", show(only));

/** One of a few values without parts. */
export const oneOf =
  (...known: readonly unknown[]): Check =>
  (value, at, step) =>
    known.includes(value) || failEnum(value, at, step, "enum", known);

/** Reports a value that is none of the known ones. */
export const failEnum = (
  value: unknown,
  at: Trail | undefined,
  step: Step,
  code: IssueCode,
  known: readonly unknown[],
): boolean =>
  fail(
    value,
    at,
    step,
    code,
    `one of ${known.map((one) => show(one)).join(", ")}`,
    undefined,
    meantBy(value, at, known),
  );

/** The value null, or what another check accepts. */
export const orNull =
  (check: Check): Check =>
  (value, at, step) =>
    value === null || check(value, at, step);
