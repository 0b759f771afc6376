import { VinrError } from "../errors/errors.js";
import { isObject } from "../is-object.js";
import { hasMember } from "./own-properties.js";

/** The values that an option accepts: in words, to follow "must be", and as a predicate. */
export type OptionRule = readonly [expected: string, accepts: (value: unknown) => boolean];

export type OptionRules = Readonly<Record<string, OptionRule>>;

/** The longest delay that timers support, in milliseconds; a longer one would fire at once. */
const longestTimer = 2 ** 31 - 1;

const wholeNumber = (from: number, to: number): OptionRule => [
  `a whole number from ${from} to ${to}`,
  (value) => Number.isInteger(value) && from <= (value as number) && (value as number) <= to,
];

export const milliseconds = wholeNumber(1, longestTimer);

export const retryCount = wholeNumber(0, 100);

export const bytes = wholeNumber(1, Number.MAX_SAFE_INTEGER);

export const visibleText: OptionRule = [
  "a string of visible ASCII characters",
  (value) => typeof value === "string" && /^[!-~]([ -~]*[!-~])?$/.test(value),
];

export const trueOrFalse: OptionRule = ["true or false", (value) => typeof value === "boolean"];

export const anObject: OptionRule = ["an object", isObject];

export const aFunction: OptionRule = ["a function", (value) => typeof value === "function"];

/**
 * Checks that options are known and of the right type, so that a misspelt `timeout` is found when the program starts
 * rather than when a payment hangs. Messages never show values, because one of them is a key. Returns a copy of the options
 * that inherits nothing; what their class has, such as an accessor, is among them.
 *
 * @throws {VinrError} `invalid_option`, naming the option that is unknown or of the wrong type.
 */
export function checkOptions<T extends object>(owner: string, options: T, rules: OptionRules): T {
  if (!isObject(options)) throw createOptionError(`${owner} must be an object.`);
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(rules, name));
  if (unknown !== undefined) {
    throw createOptionError(`${owner} has no option ${unknown}. Its options are ${Object.keys(rules).join(", ")}.`);
  }
  const checked = Object.create(null);
  for (const [name, [expected, accepts]] of Object.entries(rules)) {
    if (!hasMember(options, name)) continue;
    const value: unknown = options[name as keyof T];
    if (value !== undefined && !accepts(value)) throw createOptionError(`The option ${name} must be ${expected}.`);
    checked[name] = value;
  }
  return checked;
}

/** Creates the error for an option that is unknown, of the wrong type, or unsafe. */
export function createOptionError(message: string, docUrl?: string): VinrError {
  return new VinrError(message, { code: "invalid_option", ...(docUrl && { docUrl }) });
}
