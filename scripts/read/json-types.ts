import type { Json, JsonType } from "../model.ts";

/** The types of JSON Schema. */
export const jsonTypes: readonly JsonType[] = ["array", "boolean", "integer", "null", "number", "object", "string"];

/** The types that a JSON value can have; an integer is a number. */
export type Kind = Exclude<JsonType, "integer">;

/** All kinds, in a fixed order. */
export const kinds: readonly Kind[] = jsonTypes.filter((type) => type !== "integer");

/** The kind of a JSON value. */
export function kindOf(value: Json): Kind {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value as "boolean" | "number" | "object" | "string";
}

/** Whether a JSON value is of a JSON Schema type. As JSON Schema defines it, 1.0 is an integer. */
export function isOfType(value: Json, type: JsonType): boolean {
  return type === "integer" ? Number.isInteger(value) : type === kindOf(value);
}
