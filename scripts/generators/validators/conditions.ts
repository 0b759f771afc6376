import type { Context } from "./context.ts";
import type { Kind } from "./kinds.ts";

/** A type that can be told of a value without looking inside. */
export type Testable = Kind | "integer";

/** The condition that a value is of one of some types. */
export function isOneOf(context: Context, value: string, types: readonly Testable[]): string {
  return types.map((type) => positive(context, value, type)).join(" || ");
}

/** The condition that a value is of none of some types. */
export function isNoneOf(context: Context, value: string, types: readonly Testable[]): string {
  const parts = types.map((type) => negative(context, value, type));
  return parts.length === 1
    ? parts.join("")
    : parts.map((part) => (part.includes("||") ? `(${part})` : part)).join(" && ");
}

/** The condition that a value is of a type, cheap and enough to use it as one where NaN has no part. */
export function isKind(context: Context, value: string, kind: Kind): string {
  return kind === "number" ? `typeof ${value} === "number"` : positive(context, value, kind);
}

function positive(context: Context, value: string, type: Testable): string {
  if (type === "null") return `${value} === null`;
  if (type === "array") return `${context.runtime("isArray")}(${value})`;
  if (type === "object") return `${context.runtime("isObject")}(${value})`;
  if (type === "integer") return `Number.isInteger(${value})`;
  if (type === "number") return `Number.isFinite(${value})`;
  return `typeof ${value} === "${type}"`;
}

function negative(context: Context, value: string, type: Testable): string {
  if (type === "null") return `${value} !== null`;
  if (type === "integer") return `typeof ${value} !== "number" || !Number.isInteger(${value})`;
  if (type === "number") return `typeof ${value} !== "number" || !Number.isFinite(${value})`;
  if (type === "array" || type === "object") return `!${positive(context, value, type)}`;
  return `typeof ${value} !== "${type}"`;
}
