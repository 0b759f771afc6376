/** Whether a value is an object, and no list: an array, a `Map`, bytes or `Headers` would be read as if it were empty. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !(Symbol.iterator in value);
}
