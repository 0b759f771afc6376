/** A copy with only the object's own properties: nothing that a script has put on `Object.prototype` is in it. */
export function ownProperties<T extends object>(given: T): T {
  return Object.assign(Object.create(null), given);
}

/** The same for any value, such as the body of a request: a list, a text, or nothing. */
export function ownData<T>(given: T): T {
  return typeof given === "object" && given !== null && !Array.isArray(given) ? ownProperties(given) : given;
}

/** A member of what a host hands over, whose class may have it; undefined if every object has it, from `Object.prototype`. */
export function memberOf<T extends object, Name extends keyof T>(given: T, name: Name): T[Name] | undefined {
  const value = given[name];
  return value === (Object.prototype as Partial<T>)[name] ? undefined : value;
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
