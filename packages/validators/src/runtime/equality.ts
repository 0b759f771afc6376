import { type Check, fail } from "./issues.js";
import { failEnum } from "./scalars.js";
import { isArray, isObject, isOfType, type JsonType, maxDepth } from "./values.js";

/** Arrays up to this length are compared pair by pair, which allocates nothing. */
const fewItems = 12;

/** Whether two JSON values are equal by JSON Schema: members in any order, 1.0 equal to 1. */
export function equals(a: unknown, b: unknown, depth = 0): boolean {
  if (a === b) return true;
  if (depth > maxDepth) throw new RangeError("nested too deeply to compare");
  if (isArray(a)) {
    return isArray(b) && a.length === b.length && a.every((item, i) => equals(item, b[i], depth + 1));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => Object.hasOwn(b, name) && equals(a[name], b[name], depth + 1));
}

/** Whether an array of strings holds one twice. */
export const hasDuplicateStrings = (items: readonly unknown[]): boolean => new Set(items).size < items.length;

/** Whether an array holds two equal items. Takes linear time for a long array. */
export function hasDuplicates(items: readonly unknown[]): boolean {
  if (items.length > fewItems) return hasEqualItems(items);
  for (let i = 1; i < items.length; i++) {
    for (let j = 0; j < i; j++) if (equals(items[i], items[j])) return true;
  }
  return false;
}

function hasEqualItems(items: readonly unknown[]): boolean {
  const seen = new Set<unknown>();
  const texts = new Set<string>();
  for (const item of items) {
    if (typeof item === "object" && item !== null) texts.add(canonicalText(item, 0));
    else seen.add(item);
  }
  return seen.size + texts.size < items.length;
}

/** A string that two values share exactly when they are equal. */
function canonicalText(value: unknown, depth: number): string {
  if (depth > maxDepth) throw new RangeError("nested too deeply to compare");
  if (isArray(value)) return `[${value.map((item) => canonicalText(item, depth + 1)).join()}]`;
  if (!isObject(value)) return typeof value === "string" ? JSON.stringify(value) : String(value === 0 ? 0 : value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonicalText(value[name], depth + 1)}`).join()}}`;
}

/** The one valid value, which has members. */
export const deepConstant =
  (only: unknown): Check =>
  (value, context, key) =>
    equals(value, only) || fail(value, context, key, { code: "const", expected: JSON.stringify(only) });

/** One of several values, with or without members, or any value of some types. */
export const deepEnumOf =
  (values: readonly unknown[], ...types: readonly JsonType[]): Check =>
  (value, context, key) =>
    types.some((type) => isOfType(value, type)) ||
    values.some((one) => equals(one, value)) ||
    failEnum(value, context, key, "enum", values);
