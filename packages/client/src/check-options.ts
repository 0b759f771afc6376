import { VinrError } from "./errors.js";
import { isObject } from "./is-object.js";

/** What an option must be, in words, and whether a value is that. */
export type OptionRule = readonly [expected: string, accepts: (value: unknown) => boolean];

export type OptionRules = Readonly<Record<string, OptionRule>>;

/** The longest delay that a timer keeps; a longer one would end at once. */
const longestTimer = 2 ** 31 - 1;

const wholeNumber = (from: number, to: number): OptionRule => [
  `a whole number from ${from} to ${to}`,
  (value) => Number.isInteger(value) && from <= (value as number) && (value as number) <= to,
];

export const milliseconds = wholeNumber(1, longestTimer);

export const retryCount = wholeNumber(0, 100);

export const text: OptionRule = [
  "visible ASCII characters",
  (value) => typeof value === "string" && /^[!-~]([ -~]*[!-~])?$/.test(value),
];

export const anObject: OptionRule = ["an object", isObject];

export const aFunction: OptionRule = ["a function", (value) => typeof value === "function"];

/**
 * Refuses options that are unknown or of another type, by name: a misspelt `timeout` is found when the program starts,
 * not when a payment hangs. Values are never shown, since one of them is a key.
 *
 * @throws {VinrError} `invalid_option`
 */
export function checkOptions(owner: string, options: unknown, rules: OptionRules): void {
  if (!isObject(options)) throw invalidOption(`${owner} takes an object of options.`);
  for (const [name, value] of Object.entries(options)) {
    const rule = rules[name];
    // What every object inherits, such as `constructor`, is no rule.
    if (!rule?.[1]) {
      throw invalidOption(`${owner} has no option ${name}; there are ${Object.keys(rules).join(", ")}.`);
    }
    if (value !== undefined && !rule[1](value)) throw invalidOption(`${name} must be ${rule[0]}.`);
  }
}

export function invalidOption(message: string): VinrError {
  return new VinrError(message, { code: "invalid_option" });
}
