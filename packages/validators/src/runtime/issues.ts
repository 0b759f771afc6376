import { suggest } from "./suggest.js";

/** What is wrong, in one stable word: branch on this, never on a message. */
export type IssueCode =
  | "any_of"
  | "const"
  | "contains"
  | "dependent_required"
  | "enum"
  | "exclusive_maximum"
  | "exclusive_minimum"
  | "format"
  | "max_contains"
  | "max_items"
  | "max_length"
  | "max_properties"
  | "maximum"
  | "min_contains"
  | "min_items"
  | "min_length"
  | "min_properties"
  | "minimum"
  | "multiple_of"
  | "never"
  | "not"
  | "one_of"
  | "pattern"
  | "property_name"
  | "required"
  | "too_deep"
  | "type"
  | "unique_items"
  | "unknown_property"
  | "unknown_tag"
  | "unreadable";

/** One thing that is wrong with a value. */
export interface Issue {
  /** Where, as names and indexes from the value's root. */
  readonly path: readonly (number | string)[];
  /** Where, as a JSON pointer (RFC 6901), such as `/data/0/amount`. */
  readonly pointer: string;
  readonly code: IssueCode;
  /** What would be right, such as `at least 1`. */
  readonly expected: string;
  /** A sentence that stands alone, such as `amount must be at least 1, got 0`. A sensitive value is never in it. */
  readonly message: string;
  /** The known name or value that was most likely meant. */
  readonly suggestion?: string;
}

/** Where an explanation stands, and what it has found. */
export interface Trail {
  readonly path: (number | string)[];
  readonly issues: Issue[];
  readonly maxIssues: number;
  /** Above zero inside a sensitive value. */
  hidden: number;
  /** How many unions are being tried out, one inside the other. */
  readonly trials: number;
}

/** Stands for a value that has nothing to show. */
const nothing: unique symbol = Symbol();

/** Whether no further issue is wanted. */
export function isFull(at: Trail): boolean {
  return at.issues.length >= at.maxIssues;
}

/** Reports that the value here is not what it must be. */
export function fail(at: Trail, got: unknown, code: IssueCode, expected: string): void {
  report(at, code, expected, `must be ${expected}${gotText(at, got)}`);
}

/** Reports a value that is none of the known ones. */
export function failEnum(at: Trail, got: unknown, code: IssueCode, known: readonly unknown[]): void {
  const shown = known.slice(0, 20).map(show).join(", ");
  const expected = known.length > 20 ? `one of ${shown}, … (${known.length} in all)` : `one of ${shown}`;
  const names = known.filter((value) => typeof value === "string");
  const meant = typeof got === "string" && at.hidden === 0 ? suggest(got, names) : undefined;
  report(at, code, expected, `must be ${expected}${gotText(at, got)}`, meant, meant && JSON.stringify(meant));
}

/** Reports that a required property is absent. */
export function failRequired(at: Trail, because = "", code: IssueCode = "required"): void {
  report(at, code, "a value", `is required${because}`);
}

/** Reports that the property here is not a known one. */
export function failUnknown(at: Trail, name: string, known: readonly string[]): void {
  report(at, "unknown_property", "no such property", "is not a known property", suggest(name, known));
}

/** Reports a fault of a collection as a whole, which says nothing of its value. */
export function failWhole(at: Trail, code: IssueCode, expected: string): void {
  fail(at, nothing, code, expected);
}

/** Reports that no answer was had: a getter or a proxy threw, or the value changed while it was read. */
export function failUnreadable(at: Trail): void {
  report(at, "unreadable", "a readable value", "could not be read: a getter or proxy threw, or gave no stable value");
}

function report(at: Trail, code: IssueCode, expected: string, what: string, suggestion?: string, meant = suggestion) {
  if (isFull(at)) return;
  const hint = meant === undefined ? "" : `; did you mean ${meant}?`;
  const path = at.path.slice();
  const message = `${placeOf(path)} ${what}${hint}`;
  const issue = { path, pointer: pointerOf(path), code, expected, message };
  at.issues.push(suggestion === undefined ? issue : { ...issue, suggestion });
}

function pointerOf(path: readonly (number | string)[]): string {
  let pointer = "";
  for (const step of path) {
    pointer += `/${typeof step === "string" ? step.replaceAll("~", "~0").replaceAll("/", "~1") : step}`;
  }
  return pointer;
}

/** A path as people write it: `data[0].amount`, `metadata["order no"]`. Long ones lose their middle. */
function placeOf(path: readonly (number | string)[]): string {
  if (path.length === 0) return "the value";
  if (path.length > 20) return `${placeOf(path.slice(0, 10))}…${placeOf(path.slice(-10))}`;
  let place = "";
  for (const step of path) {
    if (typeof step === "string" && /^[A-Za-z_$][\w$]{0,60}$/.test(step)) place += place === "" ? step : `.${step}`;
    else place += `[${show(step)}]`;
  }
  return place;
}

function gotText(at: Trail, got: unknown): string {
  if (got === nothing) return "";
  return at.hidden > 0 ? `, got ${kindOf(got)}` : `, got ${show(got)}`;
}

function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  if (value === null || typeof value === "number" || typeof value === "boolean") return String(value);
  return kindOf(value);
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === "object") return Array.isArray(value) ? "an array" : "an object";
  return `a ${typeof value}`;
}
