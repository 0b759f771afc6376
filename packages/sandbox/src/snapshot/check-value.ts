/** A part of a snapshot, of which nothing has been checked yet. */
export type Json = { readonly [name: string]: unknown };

/**
 * A place in a snapshot, and what is wrong there. The check of a list adds the index: place names are built only for
 * damage.
 */
export class Damage {
  readonly place: string;
  readonly problem: string;

  constructor(place: string, problem: string) {
    this.place = place;
    this.problem = problem;
  }
}

export function checkEach(owner: Json, name: string, check: (item: Json) => void): void {
  const list = owner[name];
  if (!Array.isArray(list)) throw new Damage(name, "must be an array");
  for (const [index, item] of list.entries()) {
    try {
      check(readMembers(item, ""));
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
      const place = error.place === "" ? `${name}[${index}]` : `${name}[${index}].${error.place}`;
      throw new Damage(place, error.problem);
    }
  }
}

export function readMembers(value: unknown, place: string): Json {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Json;
  throw new Damage(place, "must be an object");
}

/**
 * Checks that nothing is present that the format does not have. It would be kept, and take far more memory than the
 * bytes that are counted: twenty times as much for empty objects.
 */
export function checkNames(members: Json, names: readonly string[], place = ""): void {
  for (const name in members) {
    if (!names.includes(name) && Object.hasOwn(members, name))
      throw new Damage(place, `must have no properties but ${names.join(", ")}`);
  }
}

/**
 * The most levels of nesting. No part of a snapshot is nearly this deep, and the stack of whatever reads it is finite.
 */
const maxDepth = 32;

/** No other check sees properties that the format does not have. */
export function checkDepth(value: unknown, left = maxDepth): void {
  if (typeof value !== "object" || value === null) return;
  if (left === 0) throw new Damage("the value", `must not be nested more than ${maxDepth} levels deep`);
  if (Array.isArray(value)) {
    // By index: for an array with millions of items, `in` would create as many names.
    for (const item of value) checkDepth(item, left - 1);
    return;
  }
  // Without a list of the members: this visits everything in the snapshot.
  for (const name in value) checkDepth((value as Json)[name], left - 1);
}

/** Checks that the value is an integer from 0 to the maximum. */
export function checkCount(value: unknown, place: string, maximum = Number.MAX_SAFE_INTEGER): void {
  if (Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= maximum) return;
  throw new Damage(place, `must be an integer from 0 to ${maximum}`);
}

export function checkStatus(status: unknown, minimum: number, maximum: number): void {
  checkCount(status, "status", maximum);
  if (Number(status) < minimum) throw new Damage("status", `must be an HTTP status from ${minimum} to ${maximum}`);
}

/**
 * Checks that the value is a string that every store keeps as it is: PostgreSQL rejects U+0000, and UTF-8 has no
 * unpaired surrogates.
 */
export function checkText(value: unknown, place: string): asserts value is string {
  if (typeof value !== "string") throw new Damage(place, "must be a string");
  if (/[\0\p{Cs}]/u.test(value)) throw new Damage(place, "must have neither U+0000 nor half of a surrogate pair");
}

/** The longest text in an index, in characters: PostgreSQL rejects an index row of a few thousand bytes. */
const maxIndexed = 255;

/** Checks that the value is a text that stores look things up by. */
export function checkIndexed(value: unknown, place: string): asserts value is string {
  checkText(value, place);
  if (value.length > maxIndexed) throw new Damage(place, `must have at most ${maxIndexed} characters`);
}

/** Checks that the value is an id, such as `dlv_1` for `dlv`. */
export function checkId(value: unknown, prefix: string, place: string, longest = 50): void {
  checkText(value, place);
  const isId = value.startsWith(`${prefix}_`) && /^[a-z]+_[A-Za-z0-9]+$/.test(value);
  if (isId && value.length <= prefix.length + 1 + longest) return;
  throw new Damage(place, `must be ${prefix}_ followed by at most ${longest} letters and digits`);
}

export function checkFlag(value: unknown, place: string): void {
  if (typeof value !== "boolean") throw new Damage(place, "must be true or false");
}

export function checkOneOf(value: unknown, allowed: readonly string[], place: string): void {
  if (!allowed.some((one) => one === value)) throw new Damage(place, `must be ${allowed.join(", ")}`);
}
