import { type Check, fail, inside, type Step, type Trail } from "./issues.js";
import { meantBy } from "./suggest.js";
import { asObject, type Members, own } from "./values.js";

/** Checks of objects. Each part of one decides on the members, as a check does on a value. */
export type Part = (object: Members, at?: Trail) => boolean;

/** An object, of whose members one or two parts ask something. */
export const object =
  (first: Part, second?: Part): Check =>
  (value, at, step) => {
    const members = asObject(value);
    if (members === undefined) return fail(value, at, step, "type", "an object");
    const within = inside(at, step);
    return first(members, within) && (second === undefined || second(members, within));
  };

/** Several parts as one. */
export const parts =
  (...all: readonly Part[]): Part =>
  (object, at) => {
    for (const part of all) if (!part(object, at)) return false;
    return true;
  };

/** Any object. */
export const anyObject: Check = /* @__PURE__ */ object(() => true);

/** Reports that a required member is absent, of which nothing else is asked. */
export const present = (value: unknown, at: Trail | undefined, step: Step): boolean =>
  value !== undefined || fail(value, at, step, "required", "a value");

/** No members but those of these names. */
export const only =
  (...known: readonly string[]): Part =>
  (object, at) => {
    let next = 0;
    for (const name in object) {
      // Most objects have their members in the order in which they are described.
      if (name !== known[next]) next = known.indexOf(name);
      if (
        next++ < 0 &&
        !fail(
          name,
          at,
          name,
          "unknown_property",
          "a known property",
          "is not a known property",
          meantBy(name, at, known),
        )
      )
        return false;
    }
    return true;
  };

/**
 * Members that are alike, at most `max` of them, such as those of a map of texts, with names that are. `named` decides
 * on a name, which has to be `what`.
 */
export function each(max: number, member?: Check, named?: Check, what = ""): Part {
  return (object, at) => {
    let count = 0;
    for (const name in object) {
      if (++count > max)
        return fail(Object.keys(object).length, at, undefined, "max_properties", `an object of size at most ${max}`);
      if (named?.(name) === false && !fail(name, at, name, "property_name", what, `has a name that must be ${what}`))
        return false;
      if (member?.(object[name], at, name) === false) return false;
    }
    return true;
  };
}

/** At least `min` members. */
export const atLeast =
  (min: number): Part =>
  (object, at) => {
    const { length } = Object.keys(object);
    return length >= min || fail(length, at, undefined, "min_properties", `an object of size at least ${min}`);
  };

/**
 * Members whose names match a pattern are held to its check, those that match none and are not among the known ones to
 * `rest`; where names are known and there is no `rest`, there may be no such members.
 */
export function matching(
  patterns: readonly (readonly [RegExp, Check])[],
  known?: readonly string[],
  rest?: Check,
): Part {
  const isRight = (object: Members, name: string, at: Trail | undefined) => {
    const matched = patterns.filter(([pattern]) => pattern.test(name));
    if (matched.length > 0) return matched.every(([, check]) => check(object[name], at, name));
    if (known === undefined || known.includes(name)) return true;
    return rest === undefined
      ? fail(
          name,
          at,
          name,
          "unknown_property",
          "a known property",
          "is not a known property",
          meantBy(name, at, known),
        )
      : rest(object[name], at, name);
  };
  return (object, at) => {
    for (const name in object) if (!isRight(object, name, at)) return false;
    return true;
  };
}

/** Where a member is given, others have to be. */
export const needs = (object: Members, at: Trail | undefined, name: string, ...others: readonly string[]): boolean =>
  others.every(
    (other) =>
      own(object, other) !== undefined ||
      fail(other, at, other, "dependent_required", "a value", `is required where ${name} is given`),
  );
