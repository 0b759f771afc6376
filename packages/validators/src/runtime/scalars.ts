import type { Format } from "./formats.js";
import { type Check, fail, type Key, show, type ValidationContext } from "./issues.js";
import { suggestFor, suggestText } from "./suggest.js";
import { countCharacters, isLonger, isMultipleOf } from "./values.js";

/** Checks of values without members. */

/** Any string. */
export const string: Check = (value, context, key) =>
  typeof value === "string" || fail(value, context, key, { code: "type", expected: "a string" });

/** `true` or `false`. */
export const boolean: Check = (value, context, key) =>
  typeof value === "boolean" || fail(value, context, key, { code: "type", expected: "a boolean" });

/** A pattern, and the strings that match it in words. */
export interface TextPattern {
  readonly pattern: RegExp;
  /** Follows "must be" in messages. */
  readonly expected: string;
}

/** A string of `min` to `max` characters (code points) that matches a pattern and has a format. */
export function boundedString(min: number, max: number, text?: TextPattern, format?: Format): Check {
  const accepts = (value: string): boolean =>
    // A string that is too long is not searched: that takes time.
    !isLonger(value, max) &&
    isLonger(value, min - 1) &&
    (text === undefined || text.pattern.test(value)) &&
    (format === undefined || format.test(value));
  return (value, context, key) => {
    if (typeof value !== "string") return fail(value, context, key, { code: "type", expected: "a string" });
    if (accepts(value)) return true;
    return context !== undefined && failString(value, context, key, { min, max, text, format, accepts });
  };
}

interface StringRules {
  readonly min: number;
  readonly max: number;
  readonly text: TextPattern | undefined;
  readonly format: Format | undefined;
  readonly accepts: (value: string) => boolean;
}

/** A string that is too long and even longer than this is not searched for its pattern. */
const maxSearched = 256;

/** Reports one issue of a string: its pattern where it does not match, since those words say more than a length or a format. */
function failString(value: string, context: ValidationContext, key: Key, rules: StringRules): boolean {
  const { min, max, text, format, accepts } = rules;
  const isTooLong = isLonger(value, max);
  const isSearched = text !== undefined && (!isTooLong || value.length <= maxSearched);
  if (isSearched && !text.pattern.test(value)) {
    const suggestion = context.hidden ? undefined : suggestText(value, accepts);
    return fail(value, context, key, { code: "pattern", expected: text.expected, suggestion });
  }
  const length = countCharacters(value);
  // The length of a sensitive value says something about it.
  const shown = context.hidden ? value : length;
  if (isTooLong) return fail(shown, context, key, { code: "max_length", expected: `of length at most ${max}` });
  if (length < min) return fail(shown, context, key, { code: "min_length", expected: `of length at least ${min}` });
  return format === undefined || fail(value, context, key, { code: "format", expected: format.expected });
}

/** An integer from `min` to `max`; 1.0 is one. */
export const integer =
  (min: number, max: number): Check =>
  (value, context, key) =>
    Number.isInteger(value)
      ? isWithin(value as number, context, key, min, max)
      : fail(value, context, key, { code: "type", expected: "an integer" });

/** A finite number from `min` to `max`. */
export const number =
  (min: number, max: number): Check =>
  (value, context, key) =>
    Number.isFinite(value)
      ? isWithin(value as number, context, key, min, max)
      : fail(value, context, key, { code: "type", expected: "a number" });

function isWithin(value: number, context: ValidationContext | undefined, key: Key, min: number, max: number): boolean {
  if (value < min) return fail(value, context, key, { code: "minimum", expected: `at least ${min}` });
  return value <= max || fail(value, context, key, { code: "maximum", expected: `at most ${max}` });
}

/** Further limits of a number. Accepts values of other types. */
export const limits =
  ({ above = -Infinity, below = Infinity, multipleOf }: Limits): Check =>
  (value, context, key) => {
    if (typeof value !== "number") return true;
    if (value <= above && !fail(value, context, key, { code: "exclusive_minimum", expected: `more than ${above}` })) {
      return false;
    }
    if (value >= below && !fail(value, context, key, { code: "exclusive_maximum", expected: `less than ${below}` })) {
      return false;
    }
    if (multipleOf === undefined || isMultipleOf(value, multipleOf)) return true;
    return fail(value, context, key, { code: "multiple_of", expected: `a multiple of ${multipleOf}` });
  };

interface Limits {
  readonly above?: number;
  readonly below?: number;
  readonly multipleOf?: number;
}

/** The one valid value, which has no members. */
export const constant = (value: unknown, context: ValidationContext | undefined, key: Key, only: unknown): boolean =>
  value === only || fail(value, context, key, { code: "const", expected: show(only) });

/** One of a few values without members. */
export const enumOf =
  (...known: readonly unknown[]): Check =>
  (value, context, key) =>
    known.includes(value) || failEnum(value, context, key, "enum", known);

/** Reports a value that is not one of the known ones. */
export function failEnum(
  value: unknown,
  context: ValidationContext | undefined,
  key: Key,
  code: "enum" | "unknown_tag",
  known: readonly unknown[],
): boolean {
  return fail(value, context, key, {
    code,
    expected: `one of ${known.map((one) => show(one)).join(", ")}`,
    suggestion: suggestFor(value, context, known),
  });
}

/** Null, or what another check accepts. */
export const nullable =
  (check: Check): Check =>
  (value, context, key) =>
    value === null || check(value, context, key);
