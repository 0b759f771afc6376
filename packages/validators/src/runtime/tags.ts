import { failEnum, type Trail } from "./issues.js";
import { asObject } from "./values.js";

/** The value of the property, by a name that no object inherits, that tells the variants of a union apart, undefined where the value has none. */
export function tagOf(value: unknown, property: string): unknown {
  return asObject(value)?.[property];
}

/** Refuses a tag that is not known; one that is no text is not what is wrong here. */
export function failTag(value: unknown, at: Trail | undefined, property: string, known: readonly string[]): boolean {
  const tag = tagOf(value, property);
  if (at === undefined || typeof tag !== "string") return false;
  at.path.push(property);
  failEnum(at, tag, "unknown_tag", known);
  at.path.pop();
  return false;
}
