/** Tells whether a value is a plain record: lists, maps, bytes and `Headers`, which are iterable, would read as empty. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !(Symbol.iterator in value);
}
