import type { JsonType, Schema } from "../../../model.ts";

const WORDS: Readonly<Record<JsonType, string>> = {
  array: "an array",
  boolean: "a boolean",
  integer: "an integer",
  null: "null",
  number: "a number",
  object: "an object",
  string: "a string",
};

/** Types as a phrase: `a string, a number or null`. */
export function typesPhrase(types: readonly JsonType[]): string {
  return alternatives(types.map((type) => WORDS[type]));
}

/** The strings that match a pattern: in the spec's own words where it has them. */
export function patternPhrase({ patternMessage }: Pick<Schema, "patternMessage">, pattern: string): string {
  return patternMessage ?? `text that matches ${pattern}`;
}

/** Phrases joined with commas and a last `or`. */
export function alternatives(phrases: readonly string[]): string {
  const distinct = [...new Set(phrases)];
  return [distinct.slice(0, -1).join(", "), ...distinct.slice(-1)].filter((text) => text !== "").join(" or ");
}
