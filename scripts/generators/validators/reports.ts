import { stringLiteral } from "../../emit/literal.ts";
import type { Context } from "./context.ts";
import type { Kind } from "./kinds.ts";

/** The statement that reports a value, which the message shows. */
export function reportValue(context: Context, got: string, code: string, expected: string): string {
  return `${context.runtime("fail")}(at, ${got}, "${code}", ${stringLiteral(expected)});`;
}

/** The statement that reports a fault without showing a value. */
export function reportWhole(context: Context, code: string, expected: string): string {
  return `${context.runtime("failWhole")}(at, "${code}", ${stringLiteral(expected)});`;
}

const KIND_WORDS: Readonly<Record<Kind | "integer", string>> = {
  array: "an array",
  boolean: "a boolean",
  integer: "an integer",
  null: "null",
  number: "a number",
  object: "an object",
  string: "a string",
};

/** Kinds as a phrase: `a string, a number or null`. */
export function kindsPhrase(kinds: readonly (Kind | "integer")[]): string {
  return alternatives(kinds.map((kind) => KIND_WORDS[kind]));
}

/** Phrases joined with commas and a last `or`. */
export function alternatives(phrases: readonly string[]): string {
  const distinct = [...new Set(phrases)];
  return [distinct.slice(0, -1).join(", "), ...distinct.slice(-1)].filter((text) => text !== "").join(" or ");
}

/** A count with its noun: `1 item`, `40 items`. */
export function counted(count: number, noun: string): string {
  const plural = noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${count} ${count === 1 ? noun : plural}`;
}
