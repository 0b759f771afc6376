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

/** Describes the allowed property names in words. */
export function describeName(schema: Partial<Schema> = {}): string {
  const { minLength = 0, maxLength, pattern, enum: values } = schema;
  const most = maxLength === undefined ? "or more" : `to ${maxLength}`;
  const parts = [
    ...(minLength > 0 || maxLength !== undefined ? [`of length ${minLength} ${most}`] : []),
    ...(pattern === undefined ? [] : [patternPhrase(schema, pattern)]),
    ...(values === undefined ? [] : [`one of ${values.map((value) => JSON.stringify(value)).join(", ")}`]),
  ];
  return parts.join(" and ") || "an allowed one";
}

/** The expectation of a union by the words for its branches. */
export function unionPhrase(words: readonly string[]): string {
  return `valid as ${alternatives(words)}`;
}

/** Phrases joined with commas and a last `or`. */
export function alternatives(phrases: readonly string[]): string {
  const distinct = [...new Set(phrases)];
  return [distinct.slice(0, -1).join(", "), ...distinct.slice(-1)].filter((text) => text !== "").join(" or ");
}
