/**
 * Throws for a name that the API does not have. TypeScript finds a misspelt one first; in JavaScript, a test would otherwise
 * pass for the wrong reason.
 *
 * @param kind what has the name, such as `operation`.
 * @throws {TypeError} listing the names.
 */
export function checkName(kind: string, name: string, names: object): void {
  if (Object.hasOwn(names, name)) return;
  throw new TypeError(`The API has no ${kind} ${String(name)}. It has: ${Object.keys(names).join(", ")}.`);
}
