/**
 * What generated checks ask of plain values. Everything here runs on the success path: it allocates nothing for plain
 * data, and a getter or a proxy trap that throws is left to throw (the entry points catch it).
 */

/** An object's own members. */
export type Members = { readonly [name: string]: unknown };

/** Nesting of a recursive schema beyond this is refused: no honest payload comes near it, and the stack has an end. */
export const maxDepth = 256;

/** Whether the value is a JSON object: an object that is no array. */
export function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether the value is an array. `Array.isArray` would say `any[]`. */
export const isArray: (value: unknown) => value is readonly unknown[] = Array.isArray;

/**
 * The value as an object whose members can be read plainly, undefined where it is no object.
 *
 * To ask `hasOwn` before each read costs more than all other checks of a payload together. An object that inherits
 * from `Object.prototype` alone, and nothing enumerable was put there, gives its own members by a plain read; any
 * other (a class instance, another realm's object) is copied first. Names that `Object.prototype` itself has are
 * read with {@link own}.
 */
export function asObject(value: unknown): Members | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  if (Object.getPrototypeOf(value) !== Object.prototype) return ownMembers(value);
  for (const _ in Object.prototype) return ownMembers(value);
  return value as Members;
}

function ownMembers(value: object): Members {
  return Object.assign(Object.create(null), value);
}

/** An own member, undefined where there is none: for names that every object inherits, such as `constructor`. */
export function own(object: Members, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** How many members an object has. */
export function countMembers(object: Members): number {
  let count = 0;
  for (const _ in object) count++;
  return count;
}

/** Whether a text has more than `max` characters (code points). Counts only where its UTF-16 length leaves it open. */
export function isLonger(text: string, max: number): boolean {
  return text.length > max && (text.length > 2 * max || countCharacters(text) > max);
}

/** Whether a text has fewer than `min` characters (code points). */
export function isShorter(text: string, min: number): boolean {
  return text.length < min || (text.length < 2 * min && countCharacters(text) < min);
}

/** A text's length in characters (code points): a surrogate pair counts once. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/**
 * Whether a number is a whole multiple of a step, as the decimals that were written: 19.99 is a multiple of 0.01,
 * though the division of their nearest doubles leaves a rest.
 */
export function isMultipleOf(value: number, step: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(step)) return value % step === 0;
  const quotient = value / step;
  if (Number.isInteger(quotient)) return true;
  // Too large for a double: neither number can have decimals that were rounded.
  if (!Number.isFinite(quotient)) return value % step === 0;
  return Number((Math.round(quotient) * step).toPrecision(15)) === value;
}

/** How many items a check accepts. */
export function countMatches(items: readonly unknown[], check: (item: unknown) => boolean): number {
  let count = 0;
  for (let i = 0; i < items.length; i++) if (check(items[i])) count++;
  return count;
}
