import { type Check, enter, fail, type Issue, type Key, pathTo, type ValidationContext } from "./issues.js";
import { failEnum } from "./scalars.js";
import { asObject, isOfType, type JsonType, maxDepth, ownMembers } from "./values.js";

/** Checks made of other checks. */

/** A value that all of several checks accept. */
export const allOf =
  (...checks: readonly Check[]): Check =>
  (value, context, key) => {
    for (const check of checks) if (!check(value, context, key)) return false;
    return true;
  };

/** A value of one of several types, which a further check may restrict. */
export const ofType =
  (types: readonly JsonType[], expected: string, check?: Check): Check =>
  (value, context, key) =>
    types.some((type) => isOfType(value, type))
      ? check === undefined || check(value, context, key)
      : fail(value, context, key, { code: "type", expected });

/** Checks values of some types. Accepts values of other types. */
export const ifType =
  (check: Check, ...types: readonly JsonType[]): Check =>
  (value, context, key) =>
    !types.some((type) => isOfType(value, type)) || check(value, context, key);

/** A value that at least one of several checks accepts. */
export const anyOf =
  (expected: string, ...branches: readonly Check[]): Check =>
  (value, context, key) =>
    branches.some((branch) => branch(value)) ||
    failClosest(value, context, key, { code: "any_of", expected }, branches);

/**
 * A value that exactly one of several checks accepts. Where `branches` are open, and so may accept too much, `strictBranches` tell
 * whether more than one matches.
 */
export const exactlyOneOf =
  (expected: string, branches: readonly Check[], strictBranches = branches): Check =>
  (value, context, key) => {
    const count = (checks: readonly Check[]) => checks.filter((check) => check(value)).length;
    if (count(strictBranches) > 1) {
      return fail(value, context, key, { code: "one_of", expected: `${expected}, but not as several` });
    }
    return count(branches) > 0 || failClosest(value, context, key, { code: "one_of", expected }, branches);
  };

interface UnionRule {
  readonly code: "any_of" | "one_of";
  readonly expected: string;
}

/**
 * Reports the issues of the closest branch of a union: the one whose shallowest issue is deepest, and of those the one with
 * the fewest. If every branch fails at the value itself, it reports the union as a whole.
 */
function failClosest(
  value: unknown,
  context: ValidationContext | undefined,
  key: Key,
  rule: UnionRule,
  branches: readonly Check[],
): boolean {
  if (context === undefined) return false;
  let deepest = pathTo(context, key).length;
  let closest: readonly Issue[] | undefined;
  // A union inside a branch on trial is reported as a whole: each level more would multiply the work.
  for (const branch of context.isTrial ? [] : branches) {
    const issues: Issue[] = [];
    branch(value, { ...context, issues, isTrial: true }, key);
    const depth = Math.min(...issues.map(({ path }) => path.length));
    if (depth > deepest || (closest && depth === deepest && issues.length < closest.length)) {
      deepest = depth;
      closest = issues;
    }
  }
  if (closest === undefined) return fail(value, context, key, rule);
  for (const issue of closest) if (context.issues.push(issue) >= context.maxIssues) return false;
  return true;
}

/**
 * An object whose variant is named by a property, its tag. The variant's check validates the rest, or `otherwise` if the
 * tag is not known.
 */
export function tagged(property: string, variants: { readonly [tag: string]: Check }, otherwise: Check): Check {
  const checks = ownMembers(variants);
  return (value, context, key) => {
    const members = asObject(value);
    if (members === undefined) return fail(value, context, key, { code: "type", expected: "an object" });
    const tag = members[property];
    if (typeof tag !== "string") {
      return fail(tag, enter(context, key), property, { code: "type", expected: "a string" });
    }
    return (checks[tag] ?? otherwise)(value, context, key);
  };
}

/** Rejects an object whose tag is not known. */
export const unknownTag =
  (property: string, ...known: readonly string[]): Check =>
  (value, context, key) =>
    failEnum(asObject(value)?.[property], enter(context, key), property, "unknown_tag", known);

/** A value that a check does not accept. */
export const not =
  (check: Check): Check =>
  (value, context, key) =>
    !check(value) ||
    fail(value, context, key, { code: "not", expected: "something else: it has a form that is ruled out" });

/** `then` checks values that the condition accepts, `otherwise` the others. */
export const ifThenElse =
  (condition: Check, then?: Check, otherwise?: Check): Check =>
  (value, context, key) =>
    (condition(value) ? then : otherwise)?.(value, context, key) !== false;

/** Any value. */
export const anything: Check = () => true;

/** No value at all. */
export const never: Check = (value, context, key) => fail(value, context, key, { code: "never", expected: "absent" });

/** A check of a sensitive value, which messages never show. */
export const sensitive =
  (check: Check): Check =>
  (value, context, key) =>
    check(value, context && { ...context, hidden: true }, key);

let depth = 0;

/** The check of a schema that refers to itself. Its depth is limited: no honest payload comes near, and the stack is finite. */
export const recursive =
  (check: Check): Check =>
  (value, context, key) => {
    if (depth > maxDepth) return fail(value, context, key, { code: "too_deep", expected: "nested less deeply" });
    depth++;
    try {
      return check(value, context, key);
    } finally {
      depth--;
    }
  };
