/** A copy that has the object's own properties alone: nothing that a script has put on `Object.prototype` is in it. */
export function ownProperties<T extends object>(given: T): T {
  return Object.assign(Object.create(null), given);
}

/** The same for what may be no object with properties, such as the body of a request: a list, a text, or nothing. */
export function ownData<T>(given: T): T {
  return typeof given === "object" && given !== null && !Array.isArray(given) ? ownProperties(given) : given;
}

/**
 * Reads options from their own properties only.
 *
 * @throws {TypeError} for an option that does not exist, such as one that is misspelt.
 */
export function ownOptions<T extends object>(given: T, names: readonly (keyof T & string)[]): T {
  const unknown = Object.keys(given).find((name) => !(names as readonly string[]).includes(name));
  if (unknown !== undefined) throw new TypeError(`There is no option ${unknown}; the options are ${names.join(", ")}.`);
  return ownProperties(given);
}
