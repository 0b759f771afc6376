import { VinrError } from "./errors.js";

/** One option: what it must be, in words, and whether a value is that. */
export interface OptionRule {
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
}

export type OptionRules = Readonly<Record<string, OptionRule>>;

/** The longest delay that a timer keeps; a longer one would end at once. */
const longestTimer = 2 ** 31 - 1;

export const milliseconds: OptionRule = {
  expected: `a whole number of milliseconds from 1 to ${longestTimer}`,
  accepts: (value) => isWhole(value) && value >= 1 && value <= longestTimer,
};

export const retryCount: OptionRule = {
  expected: "a whole number from 0 to 100",
  accepts: (value) => isWhole(value) && value >= 0 && value <= 100,
};

export const text: OptionRule = {
  expected: "a string that is not empty",
  accepts: (value) => typeof value === "string" && value !== "",
};

/**
 * Refuses options that are unknown or of another type, by name: a misspelt `timeout` is found when the program starts,
 * not when a payment hangs. Values are never shown, since one of them is a key.
 *
 * @throws {VinrError} `invalid_option`
 */
export function checkOptions(owner: string, options: unknown, rules: OptionRules): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw invalidOption(`${owner} takes an object of options, not ${describe(options)}.`);
  }
  for (const [name, value] of Object.entries(options)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined) {
      throw invalidOption(`${owner} has no option ${name}; there are ${Object.keys(rules).join(", ")}.`);
    }
    if (value !== undefined && !rule.accepts(value)) {
      throw invalidOption(`${name} must be ${rule.expected}, not ${describe(value)}.`);
    }
  }
}

export function invalidOption(message: string): VinrError {
  return new VinrError(message, { code: "invalid_option" });
}

function isWhole(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value);
}

/** A value's kind. Numbers are shown, since no secret is one. */
function describe(value: unknown): string {
  if (value === null || value === undefined || typeof value === "number") return String(value);
  if (Array.isArray(value)) return "an array";
  if (value === "") return "an empty string";
  return typeof value === "object" ? "an object" : `this ${typeof value}`;
}
