import { isArray, isObject, ownMembers } from "./values.js";

/**
 * The rule that failed, in one stable word: branch on this, never on a message.
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
 * One thing wrong with a value.
 *
 * @example
 * ```ts
 * function report({ pointer, code, message }: Issue): void {
 *   console.error(pointer, code, message); // /amount minimum amount must be at least 1, got 0
 * }
 * ```
 */
export interface Issue {
  /** Property names and item indexes from the root to the value. */
  readonly path: readonly (number | string)[];
  /** The same path as a JSON pointer (RFC 6901), such as `/data/0/amount`. */
  readonly pointer: string;
  readonly code: IssueCode;
  /** The valid values in words, such as `at least 1`. */
  readonly expected: string;
  /** A complete sentence, such as `amount must be at least 1, got 0`. It never shows a sensitive value. */
  readonly message: string;
  /** The known name or value that was most likely meant. */
  readonly suggestion?: string;
}

/** The property name or item index of a value inside its parent; undefined for the value that was passed in. */
export type Key = number | string | undefined;

/** Where a check reports to, and how. */
export interface ValidationContext {
  /** The path to the object or array whose members are being checked. */
  readonly path: readonly (number | string)[];
  readonly issues: Issue[];
  readonly maxIssues: number;
  /** Whether the value is sensitive: messages never show it. */
  readonly hidden: boolean;
  /** Whether a branch of a union is being tried. */
  readonly isTrial: boolean;
}

/** The context of the value that was passed in. */
export const newContext = (maxIssues: number): ValidationContext => ({
  path: [],
  issues: [],
  maxIssues,
  hidden: false,
  isTrial: false,
});

/**
 * Decides whether a value is valid. Without a context it stops at the first issue and returns false. With a context it
 * reports every issue, and returns whether to go on: one function both decides and explains.
 */
export type Check = (value: unknown, context?: ValidationContext, key?: Key) => boolean;

/** A rule that a value failed. */
export interface FailedRule {
  readonly code: IssueCode;
  /** The valid values in words, such as `at least 1`. */
  readonly expected: string;
  /** The message after the place. Default: `must be <expected>, got <the value>`. */
  readonly message?: string;
  /** The known name or value that was most likely meant. */
  readonly suggestion?: string | undefined;
}

/** Messages show the end of a long path and the beginning of a long string. */
const maxPlaceLength = 200;
const maxValueLength = 60;

/**
 * Reports an issue, and returns whether to go on: never without a context, and with one while more issues are wanted. An
 * undefined value is reported as missing, whatever rule it failed.
 */
export function fail(value: unknown, context: ValidationContext | undefined, key: Key, rule: FailedRule): boolean {
  if (context === undefined) return false;
  const { code, expected, message, suggestion } = ownMembers(value === undefined ? missing : rule);
  const path = pathTo(context, key);
  const words = message ?? `must be ${expected}, got ${show(value, context.hidden)}`;
  const hint = suggestion === undefined ? "" : `; did you mean ${suggestion}?`;
  const issue: Issue = {
    path,
    pointer: path.map((step) => `/${escapePointer(step)}`).join(""),
    code,
    expected,
    message: onOneLine(`${describePath(path)} ${words}${hint}`),
  };
  return context.issues.push(suggestion === undefined ? issue : { ...issue, suggestion }) < context.maxIssues;
}

/** Characters that would end a line of a log, drive a terminal, or turn the direction of the text. */
const control = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** A text that may have parts of a request, fit for a log: the replacement character stands for each control character. */
export const onOneLine = (text: string): string => text.replace(control, "\uFFFD");

/** A required value that is absent. */
export const missing: FailedRule = { code: "required", expected: "a value", message: "is required" };

/** RFC 6901. */
function escapePointer(step: number | string): string {
  return String(step).replaceAll("~", "~0").replaceAll("/", "~1");
}

/** A path as people write it: `data[0].amount`, `metadata["order no"]`. */
function describePath(path: readonly (number | string)[]): string {
  let place = "";
  for (const step of path) {
    const isName = typeof step === "string" && /^[A-Za-z_$][\w$-]{0,60}$/.test(step);
    if (isName) place += place === "" ? step : `.${step}`;
    else place += `[${show(step)}]`;
  }
  return place.slice(-maxPlaceLength) || "the value";
}

/** The path to a value: the context's, and one step more where the value is a member. */
export const pathTo = ({ path }: ValidationContext, key: Key): readonly (number | string)[] =>
  key === undefined ? path : [...path, key];

/** The context for the members of a value. */
export const enter = (context: ValidationContext | undefined, key: Key): ValidationContext | undefined =>
  context && { ...context, path: pathTo(context, key) };

/** A value as messages show it: by its type where it has members or is sensitive. */
export function show(value: unknown, hidden = false): string {
  if (isArray(value)) return "an array";
  if (isObject(value)) return "an object";
  if (typeof value === "function") return "a function";
  if (hidden) return value === null ? "null" : `a ${typeof value}`;
  if (typeof value === "bigint") return `${value}n, a bigint`;
  if (typeof value !== "string") return String(value);
  return JSON.stringify(value.length > maxValueLength ? `${value.slice(0, maxValueLength)}…` : value);
}
