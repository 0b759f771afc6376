import { type Check, fail, type Issue, inside, pathTo, type Step, type Trail } from "./issues.js";
import { failEnum } from "./scalars.js";
import { asObject, isOfType, type JsonType, maxDepth, ownMembers } from "./values.js";

/** Checks that are put together from others. */

/** What all of several checks accept. */
export const allOf =
  (...checks: readonly Check[]): Check =>
  (value, at, step) => {
    for (const check of checks) if (!check(value, at, step)) return false;
    return true;
  };

/** A value of one of some types, of which more may be asked. */
export const typed =
  (types: readonly JsonType[], expected: string, check?: Check): Check =>
  (value, at, step) =>
    types.some((type) => isOfType(value, type))
      ? check === undefined || check(value, at, step)
      : fail(value, at, step, "type", expected);

/** What a check asks of values of some types; any other value passes. */
export const given =
  (check: Check, ...types: readonly JsonType[]): Check =>
  (value, at, step) =>
    !types.some((type) => isOfType(value, type)) || check(value, at, step);

/** What at least one of several checks accepts. */
export const anyOf =
  (expected: string, ...branches: readonly Check[]): Check =>
  (value, at, step) =>
    branches.some((branch) => branch(value)) || failClosest(value, at, step, "any_of", expected, branches);

/**
 * What exactly one of several checks accepts. `surely` are what counts for the most, where `branches` accept what may
 * be right.
 */
export const exactlyOneOf =
  (expected: string, branches: readonly Check[], surely = branches): Check =>
  (value, at, step) => {
    const count = (checks: readonly Check[]) => checks.filter((check) => check(value)).length;
    if (count(surely) > 1) return fail(value, at, step, "one_of", `${expected}, but not as several`);
    return count(branches) > 0 || failClosest(value, at, step, "one_of", expected, branches);
  };

/**
 * Reports the faults of the branch of a union that comes closest: the one whose shallowest fault lies deepest, of
 * those the one with the fewest. Where each fails at the value itself, the union as a whole is reported.
 */
function failClosest(
  value: unknown,
  at: Trail | undefined,
  step: Step,
  code: "any_of" | "one_of",
  expected: string,
  branches: readonly Check[],
): boolean {
  if (at === undefined) return false;
  let deepest = pathTo(at, step).length;
  let closest: readonly Issue[] | undefined;
  // A union inside a branch that is tried is reported as a whole: each level more would multiply the work.
  for (const branch of at.tried ? [] : branches) {
    const issues: Issue[] = [];
    branch(value, { ...at, issues, tried: true }, step);
    const depth = Math.min(...issues.map(({ path }) => path.length));
    if (depth > deepest || (closest && depth === deepest && issues.length < closest.length)) {
      deepest = depth;
      closest = issues;
    }
  }
  if (closest === undefined) return fail(value, at, step, code, expected);
  for (const issue of closest) if (at.issues.push(issue) >= at.maxIssues) return false;
  return true;
}

/**
 * An object whose variant a member tells: what else is asked of it is asked by the variant's check, or by `otherwise`
 * where the tag is none of the known ones.
 */
export const tagged = (property: string, variants: { readonly [tag: string]: Check }, otherwise: Check): Check => {
  const checks = ownMembers(variants);
  return (value, at, step) => {
    const members = asObject(value);
    if (members === undefined) return fail(value, at, step, "type", "an object");
    const tag = members[property];
    if (typeof tag !== "string") return fail(tag, inside(at, step), property, "type", "a string");
    return (checks[tag] ?? otherwise)(value, at, step);
  };
};

/** Refuses an object for a tag that is none of the known ones. */
export const unknownTag =
  (property: string, ...known: readonly string[]): Check =>
  (value, at, step) =>
    failEnum(asObject(value)?.[property], inside(at, step), property, "unknown_tag", known);

/** What a check does not accept. */
export const not =
  (check: Check): Check =>
  (value, at, step) =>
    !check(value) || fail(value, at, step, "not", "something else: it has a form that is ruled out");

/** What the check for a case asks: of values that a condition accepts, and of those that it does not. */
export const when =
  (condition: Check, then?: Check, otherwise?: Check): Check =>
  (value, at, step) =>
    (condition(value) ? then : otherwise)?.(value, at, step) !== false;

/** Any value. */
export const anything: Check = () => true;

/** No value at all. */
export const never: Check = (value, at, step) => fail(value, at, step, "never", "absent");

/** A check whose values are never shown. */
export const secret =
  (check: Check): Check =>
  (value, at, step) =>
    check(value, at && { ...at, hidden: true }, step);

let depth = 0;

/** A check of a schema that refers to itself, up to a depth: no honest payload comes near it, and the stack has an end. */
export const nested =
  (check: Check): Check =>
  (value, at, step) => {
    if (depth > maxDepth) return fail(value, at, step, "too_deep", "nested less deeply");
    depth++;
    try {
      return check(value, at, step);
    } finally {
      depth--;
    }
  };
