import { type Check, enter, fail, type Key, missing, type ValidationContext } from "./issues.js";
import { suggestFor } from "./suggest.js";
import { asObject, isObject, type Members, own, tagOf } from "./values.js";

/** Checks of objects. A part checks an object's members as a check does a value. */
export type Part = (object: Members, context?: ValidationContext) => boolean;

/** An object whose members one or two parts check. */
export const object =
  (first: Part, second?: Part): Check =>
  (value, context, key) => {
    const members = asObject(value);
    if (members === undefined) return failObject(value, context, key);
    const inside = enter(context, key);
    return first(members, inside) && (second === undefined || second(members, inside));
  };

function failObject(value: unknown, context: ValidationContext | undefined, key: Key): boolean {
  const expected = "an object";
  // To say that it must be an object, and that it is one, would help nobody.
  const rule = isObject(value) ? { message: `must be a plain object, got ${tagOf(value)}` } : {};
  return fail(value, context, key, { code: "type", expected, ...rule });
}

/** Several parts as one. */
export const allParts =
  (...parts: readonly Part[]): Part =>
  (object, context) => {
    for (const part of parts) if (!part(object, context)) return false;
    return true;
  };

/** Any object. */
export const anyObject: Check = /* @__PURE__ */ object(() => true);

/** A required member without any other rule. */
export const required = (value: unknown, context: ValidationContext | undefined, key: Key): boolean =>
  value !== undefined || fail(value, context, key, missing);

function failUnknown(name: string, context: ValidationContext | undefined, known: readonly string[]): boolean {
  return fail(name, context, name, {
    code: "unknown_property",
    expected: "a known property",
    message: "is not a known property",
    suggestion: suggestFor(name, context, known),
  });
}

/** No members except those of the given names: `additionalProperties: false`. One that is undefined is absent, as in JSON. */
export function noOtherProperties(...known: readonly string[]): Part {
  const names = new Set(known);
  return (object, context) => {
    for (const name in object) {
      if (!names.has(name) && object[name] !== undefined && !failUnknown(name, context, known)) return false;
    }
    return true;
  };
}

/** How many members are not undefined. */
const countMembers = (object: Members): number => Object.values(object).filter((value) => value !== undefined).length;

/**
 * At most `max` members, all valid by `member`, such as those of a map of strings. `nameCheck` checks their names, which
 * must be `expected`.
 */
export function everyMember(max: number, member?: Check, nameCheck?: Check, expected = ""): Part {
  return (object, context) => {
    let count = 0;
    for (const name in object) {
      const value = object[name];
      if (value === undefined) continue;
      count++;
      if (count > max) {
        return fail(countMembers(object), context, undefined, {
          code: "max_properties",
          expected: `an object of size at most ${max}`,
        });
      }
      if (nameCheck?.(name) === false) {
        const message = `has a name that must be ${expected}`;
        if (!fail(name, context, name, { code: "property_name", expected, message })) return false;
      }
      if (member?.(value, context, name) === false) return false;
    }
    return true;
  };
}

/** At least `min` members. */
export const minProperties =
  (min: number): Part =>
  (object, context) => {
    const count = countMembers(object);
    if (count >= min) return true;
    return fail(count, context, undefined, {
      code: "min_properties",
      expected: `an object of size at least ${min}`,
    });
  };

/**
 * Members whose names match a pattern are checked by its check; those that match none and are not known, by `rest`. If
 * names are known and there is no `rest`, other members are not allowed.
 */
export function patternProperties(
  patterns: readonly (readonly [RegExp, Check])[],
  known?: readonly string[],
  rest?: Check,
): Part {
  const isValidMember = (object: Members, name: string, context: ValidationContext | undefined): boolean => {
    const matched = patterns.filter(([pattern]) => pattern.test(name));
    if (matched.length > 0) return matched.every(([, check]) => check(object[name], context, name));
    if (known === undefined || known.includes(name)) return true;
    return rest === undefined ? failUnknown(name, context, known) : rest(object[name], context, name);
  };
  return (object, context) => {
    for (const name in object) {
      if (object[name] !== undefined && !isValidMember(object, name, context)) return false;
    }
    return true;
  };
}

/** Members that are required because another is present. */
export const dependentRequired = (
  object: Members,
  context: ValidationContext | undefined,
  name: string,
  ...others: readonly string[]
): boolean =>
  others.every(
    (other) =>
      own(object, other) !== undefined ||
      fail(other, context, other, {
        code: "dependent_required",
        expected: "a value",
        message: `is required if ${name} is given`,
      }),
  );
