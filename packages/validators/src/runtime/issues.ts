import { isArray, isObject } from "./values.js";

/**
 * What is wrong, in one stable word: branch on this, never on a message.
 *
 * @example
 * ```ts
 * const codes = new Set<IssueCode>(["required", "unknown_property"]);
 * ```
 */
export type IssueCode =
  | "any_of"
  | "const"
  | "contains"
  | "dependent_required"
  | "enum"
  | "exclusive"
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
  | "repeated"
  | "required"
  | "too_deep"
  | "type"
  | "unique_items"
  | "unknown_property"
  | "unknown_tag"
  | "unreadable";

/**
 * One thing that is wrong with a value.
 *
 * @example
 * ```ts
 * function report({ pointer, code, message }: Issue): void {
 *   console.error(pointer, code, message); // /amount minimum amount must be at least 1, got 0
 * }
 * ```
 */
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

/** A property's name or an item's index; undefined where it is the value itself that is looked at. */
export type Step = number | string | undefined;

/** What has been found wrong so far, and where the explanation stands. */
export interface Trail {
  /** The way to the object or array whose parts are looked at. */
  readonly path: readonly (number | string)[];
  readonly issues: Issue[];
  readonly maxIssues: number;
  /** Whether the value is sensitive: it is never shown. */
  readonly hidden?: boolean;
  /** Whether a branch of a union is being tried out. */
  readonly tried?: boolean;
}

/**
 * Decides on a value. Without a trail it tells whether the value is right, at the first fault. With one it reports all
 * faults, and tells whether to go on: what is asked of a value is written once, for the decision and the explanation.
 */
export type Check = (value: unknown, at?: Trail, step?: Step) => boolean;

/** Of a longer way to a value, a message shows the end; of a longer text, the beginning. */
const longestPlace = 200;
const longestShown = 60;

/**
 * Reports that a value is not what it must be, where there is a trail, and tells whether to go on: without a trail never,
 * with one while more issues are wanted. An absent value is reported as that, whatever it must be.
 *
 * `words` are what the message says instead of `must be …, got …`, `meant` is the known name or value that was most
 * likely meant.
 */
export function fail(
  got: unknown,
  at: Trail | undefined,
  step: Step,
  code: IssueCode,
  expected: string,
  words?: string,
  meant?: string,
): boolean {
  if (at === undefined) return false;
  if (got === undefined) return fail(null, at, step, "required", "a value", "is required");
  const path = pathTo(at, step);
  let pointer = "";
  let place = "";
  for (const step of path) {
    const isName = typeof step === "string" && /^[A-Za-z_$][\w$-]{0,60}$/.test(step);
    pointer += `/${isName ? step : String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`;
    // As people write it: `data[0].amount`, `metadata["order no"]`.
    place += isName ? `${place && "."}${step}` : `[${show(step)}]`;
  }
  const message = `${place.slice(-longestPlace) || "the value"} ${words ?? `must be ${expected}, got ${show(got, at.hidden)}`}`;
  const issue: Writable<Issue> = { path, pointer, code, expected, message };
  if (meant) {
    issue.message += `; did you mean ${words ? meant : show(meant)}?`;
    issue.suggestion = meant;
  }
  return at.issues.push(issue) < at.maxIssues;
}

type Writable<T> = { -readonly [key in keyof T]: T[key] };

/** The way to a value: the trail's, and one step more where it is a part. */
export const pathTo = ({ path }: Trail, step: Step): readonly (number | string)[] =>
  step === undefined ? path : [...path, step];

/** The trail for the parts of a value. */
export const inside = (at: Trail | undefined, step: Step): Trail | undefined => at && { ...at, path: pathTo(at, step) };

/** A value as a message shows it: by its kind where it has parts or is not to be seen. */
export function show(value: unknown, hidden = false): string {
  if (isArray(value)) return "an array";
  if (isObject(value)) return "an object";
  if (hidden || typeof value === "function") return `a ${value && typeof value}`;
  if (typeof value !== "string") return String(value);
  return JSON.stringify(value.length > longestShown ? `${value.slice(0, longestShown)}…` : value);
}
