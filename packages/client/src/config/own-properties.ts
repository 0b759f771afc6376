/**
 * Copies an object's own properties into one that inherits nothing: what another library adds to `Object.prototype` is not an
 * option, least of all a `baseUrl` to send the key to.
 */
export function ownProperties<T extends object>(options: T | undefined): T {
  return Object.assign(Object.create(null), options);
}

/** The options of a request, with properties of their own alone: of a body that is undefined, Node looks for an inherited one. */
export function ownInit<T extends { readonly body?: unknown }>(init: T): T {
  return ownProperties({ ...init, body: init.body ?? null });
}

/** Whether an object has a property, itself or by its class, that not every object has. */
export function hasMember(given: object, name: string): boolean {
  for (let one: object | null = given; one !== null && one !== Object.prototype; one = Object.getPrototypeOf(one)) {
    if (Object.hasOwn(one, name)) return true;
  }
  return false;
}

/** A property of somebody else's object, whose class may have it; undefined if every object has it, from `Object.prototype`. */
export function memberOf<T extends object, Name extends keyof T>(given: T, name: Name): T[Name] | undefined {
  const value = given[name];
  return value === (Object.prototype as Partial<T>)[name] ? undefined : value;
}
