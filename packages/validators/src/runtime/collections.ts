import { counted, fail, failRequired, failUnknown, isFull, type Trail } from "./issues.js";
import { asObject, countMembers, isArray, type Members, own } from "./values.js";

/**
 * What generated code asks of values with parts. What an object is asked for is straight code, since it is asked most;
 * its explanation runs where it was refused, so it is driven by a table of what was compared.
 */

/** Decides on a value; given a trail, reports what is wrong with it, and what it returns then says nothing. */
export type Check = (value: unknown, at?: Trail) => unknown;

/** Reports what is wrong with a value. */
export type Explainer = (value: unknown, at: Trail) => unknown;

/** What stands in a table for one property: how it is explained, or the one value that it may have; null for any. */
type Member = Explainer | boolean | number | string | null | undefined;

/** Properties by name, those first that are required. None is inherited by every object, such as `constructor`. */
export type MemberTable = { readonly [name: string]: Member };

/** Reports what is wrong with a value that should be an object. The first `required` members are. */
export function explainObject(
  value: unknown,
  at: Trail,
  members: MemberTable,
  required: number,
  closed = false,
): false {
  const object = asObject(value);
  if (object === undefined) return fail(at, value, "type", "an object");
  let absent = required;
  const last = at.path.push("") - 1;
  for (const name in members) {
    at.path[last] = name;
    explainFound(object[name], at, members[name], absent-- > 0);
  }
  at.path.pop();
  if (closed) explainUnknown(object, at, Object.keys(members));
  return false;
}

function explainUnknown(object: Members, at: Trail, known: readonly string[]): void {
  for (const name in object) {
    if (isFull(at)) break;
    if (known.includes(name)) continue;
    at.path.push(name);
    failUnknown(at, name, known);
    at.path.pop();
  }
}

/** Reports what is wrong with a property, or that a required one is absent. */
export function explainMember(object: Members, at: Trail, name: string, member: Member, required: boolean): void {
  at.path.push(name);
  explainFound(own(object, name), at, member, required);
  at.path.pop();
}

function explainFound(found: unknown, at: Trail, member: Member, required: boolean): void {
  if (found === undefined) {
    if (required) failRequired(at);
  } else if (typeof member === "function") member(found, at);
  else if (member !== null && member !== found) fail(at, found, "const", JSON.stringify(member));
}

/** An object of which nothing is asked but one member, by a name that no object inherits. */
export function holder(value: unknown, name: string, member: Check, at?: Trail): boolean {
  if (at !== undefined) return explainObject(value, at, { [name]: member }, 1);
  const object = asObject(value);
  return object !== undefined && object[name] !== undefined && member(object[name]) === true;
}

/** An object of `min` to `max` members that are alike, such as a map of texts, with names that are. */
export function record(value: unknown, min: number, max: number, at?: Trail, member?: Check, named?: Check): boolean {
  const object = asObject(value);
  if (object === undefined) return fail(at, value, "type", "an object");
  if (at !== undefined) return explainMembers(object, min, max, at, member, named);
  let count = 0;
  for (const name in object) {
    if (++count > max || named?.(name) === false || member?.(object[name]) === false) return false;
  }
  return count >= min;
}

function explainMembers(object: Members, min: number, max: number, at: Trail, member?: Check, named?: Check): false {
  const count = countMembers(object);
  if (count > max) return fail(at, count, "max_properties", `an object of at most ${counted(max, "property")}`);
  if (count < min) fail(at, count, "min_properties", `an object of at least ${counted(min, "property")}`);
  for (const name in object) {
    if (isFull(at)) break;
    at.path.push(name);
    if (named?.(name) === false) explainName(name, at, named);
    member?.(object[name], at);
    at.path.pop();
  }
  return false;
}

function explainName(name: string, at: Trail, explain: Explainer): void {
  const trial: Trail = { ...at, issues: [] };
  explain(name, trial);
  const expected = trial.issues.map((issue) => issue.expected).join(" and ");
  fail(at, name, "property_name", `a property whose name is ${expected}`, true);
}

/** Reports what is wrong with a value that should be an array of `min` to `max` items that are alike. */
export function explainArray(
  value: unknown,
  min: number,
  max: number,
  at: Trail,
  item?: Explainer,
  hasDuplicates?: (items: readonly unknown[]) => boolean,
): boolean {
  if (!isArray(value)) return fail(at, value, "type", "an array");
  const { length } = value;
  if (length > max) return fail(at, length, "max_items", `an array of at most ${counted(max, "item")}`);
  if (length < min) fail(at, length, "min_items", `an array of at least ${counted(min, "item")}`);
  for (let i = 0; item !== undefined && i < length && !isFull(at); i++) {
    at.path.push(i);
    item(value[i], at);
    at.path.pop();
  }
  return hasDuplicates?.(value) === true && fail(at, value, "unique_items", "an array without duplicates", true);
}
