/**
 * Questions about plain values. All of this runs for valid values too: it allocates nothing for plain data, and lets a getter
 * or a proxy trap throw (the entry points catch it).
 */

/** An object's own members. */
export type Members = { readonly [name: string]: unknown };

/** The deepest nesting of a recursive schema, and of a body: no honest payload comes near, and the stack is finite. */
export const maxDepth = 256;

/** Whether the value is an array. `Array.isArray` would say `any[]`. */
export const isArray: (value: unknown) => value is readonly unknown[] = Array.isArray;

/** Whether the value is a JSON object: an object, but not an array. */
export const isObject = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !isArray(value);

/**
 * The value as an object whose members can be read plainly, undefined if it is not an object, or holds something
 * other than members: a `Map`, a `Blob` or a promise would be read as `{}`, and so be valid if everything is optional.
 *
 * Calling `hasOwn` before each read costs more than all other checks of a payload together. If an object inherits only
 * from `Object.prototype`, and nothing enumerable was put there, a plain read gives its own members; any other object
 * (a class instance, another realm's object) is copied first. Names that `Object.prototype` itself has are
 * read with {@link own}.
 */
export function asObject(value: unknown): Members | undefined {
  if (!isObject(value)) return undefined;
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype) return prototype && !isPlain(value) ? undefined : ownMembers(value);
  for (const _ in Object.prototype) return ownMembers(value);
  return value;
}

/** Whether an object has nothing but members, as those of JSON and of most classes: every built-in kind has a tag of its own. */
const isPlain = (value: object): boolean => tagOf(value) === "[object Object]";

/** The kind of an object, such as `[object Map]`. */
export const tagOf = (value: object): string => Object.prototype.toString.call(value);

/** A copy of an object's own members that inherits nothing. */
export const ownMembers = <T extends object>(value: T): T => Object.assign(Object.create(null), value);

/** An own member, undefined where there is none: for names that every object inherits, such as `constructor`. */
export const own = <T extends object, Name extends keyof T>(object: T, name: Name): T[Name] | undefined =>
  Object.hasOwn(object, name) ? object[name] : undefined;

/** A member of somebody else's object, whose class may have it; undefined if every object has it, from `Object.prototype`. */
export function memberOf<T extends object, Name extends keyof T>(object: T, name: Name): T[Name] | undefined {
  const value = object[name];
  return value === (Object.prototype as Partial<T>)[name] ? undefined : value;
}

/** Whether a string has more than `max` characters (code points), of which each takes one or two UTF-16 units. */
export const isLonger = (text: string, max: number): boolean =>
  text.length > max && (text.length > 2 * max || countCharacters(text) > max);

/** The length of a string in characters (code points): a surrogate pair counts once. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/**
 * Whether a number is a multiple of a step, as the decimals were written: 19.99 is a multiple of 0.01, although dividing the
 * nearest doubles leaves a remainder.
 */
export function isMultipleOf(value: number, step: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(step)) return value % step === 0;
  const quotient = value / step;
  if (Number.isInteger(quotient)) return true;
  // Too large for a double: neither number can have decimals that were rounded.
  if (!Number.isFinite(quotient)) return value % step === 0;
  return Number((Math.round(quotient) * step).toPrecision(15)) === value;
}

/** The types of JSON values; an integer is a number too. */
export type JsonType = "array" | "boolean" | "integer" | "null" | "number" | "object" | "string";

/** Whether a value is of a type. */
export function isOfType(value: unknown, type: JsonType): boolean {
  if (type === "array") return isArray(value);
  if (type === "integer") return Number.isInteger(value);
  if (type === "null") return value === null;
  if (type === "number") return Number.isFinite(value);
  return type === "object" ? asObject(value) !== undefined : typeof value === type;
}
