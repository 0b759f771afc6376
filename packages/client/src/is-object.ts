/** Tells whether a value is an object, and not iterable: lists, maps, bytes and `Headers` would read as empty. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !(Symbol.iterator in value);
}

/** The same for what is sent as JSON, where a promise, a `Blob` or a response would be `{}`, and so a capture of everything. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && Object.prototype.toString.call(value) === "[object Object]";
}
