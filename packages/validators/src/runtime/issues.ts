import { suggest } from "./suggest.js";

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

/** Where an explanation stands, and what it has found. */
export interface Trail {
  readonly path: (number | string)[];
  readonly issues: Issue[];
  readonly maxIssues: number;
  /** Above zero inside a sensitive value. */
  hidden: number;
  /** How many unions are being tried out, one inside the other. */
  readonly trials: number;
  /** Whether the value that is looked at may be null too. */
  readonly orNull: boolean;
}

/** Whether no further issue is wanted. */
export function isFull(at: Trail): boolean {
  return at.issues.length >= at.maxIssues;
}

/** Of a longer way to a value, a message tells the end. */
const longestPlace = 200;

/** Reports, where there is a trail, that a value is not what it must be. `whole`: there is nothing to show of it. */
export function fail(at: Trail | undefined, got: unknown, code: IssueCode, expected: string, whole = false): false {
  return at !== undefined && report(at, code, expected, `must be ${expected}${whole ? "" : gotText(at, got)}`);
}

/** Reports a value that is none of the known ones. */
export function failEnum(at: Trail | undefined, got: unknown, code: IssueCode, known: readonly unknown[]): false {
  if (at === undefined) return false;
  const shown = known.slice(0, 20).map(show).join(", ");
  const expected = `one of ${shown}${known.length > 20 ? `, … (${known.length} in all)` : ""}`;
  const names = known.filter((value) => typeof value === "string");
  const meant = typeof got === "string" && at.hidden === 0 ? suggest(got, names) : undefined;
  return report(at, code, expected, `must be ${expected}${gotText(at, got)}`, meant, show);
}

/** Reports that a required property is absent. */
export function failRequired(at: Trail, because = "", code: IssueCode = "required"): false {
  return report(at, code, "a value", `is required${because}`);
}

/** Reports that the property here is not a known one. */
export function failUnknown(at: Trail, name: string, known: readonly string[]): false {
  return report(at, "unknown_property", "no such property", "is not a known property", suggest(name, known));
}

/** Reports a fault of a collection as a whole, which says nothing of its value. */
export function failWhole(at: Trail, code: IssueCode, expected: string): false {
  return fail(at, at, code, expected, true);
}

/** Reports that no answer was had: a getter or a proxy threw, or the value changed while it was read. */
export function failUnreadable(at: Trail): void {
  report(at, "unreadable", "a readable value", "could not be read");
}

function report(
  at: Trail,
  code: IssueCode,
  expected: string,
  what: string,
  suggestion?: string,
  quote: (meant: string) => string = String,
): false {
  if (isFull(at)) return false;
  const path = at.path.slice();
  let pointer = "";
  let place = "";
  for (const step of path) {
    const isName = typeof step === "string" && /^[A-Za-z_$][\w$-]{0,60}$/.test(step);
    pointer += `/${isName ? step : String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`;
    // As people write it: `data[0].amount`, `metadata["order no"]`.
    place += isName ? `${place && "."}${step}` : `[${show(step)}]`;
  }
  const message = `${place.length > longestPlace ? `…${place.slice(-longestPlace)}` : place || "the value"} ${what}`;
  // Not a copy with one member more: that costs more than all the rest.
  at.issues.push(
    suggestion === undefined
      ? { path, pointer, code, expected, message }
      : { path, pointer, code, expected, message: `${message}; did you mean ${quote(suggestion)}?`, suggestion },
  );
  return false;
}

function gotText(at: Trail, got: unknown): string {
  return `, got ${at.hidden > 0 ? kindOf(got) : show(got)}`;
}

function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : kindOf(value);
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === "object") return Array.isArray(value) ? "an array" : "an object";
  return `a ${typeof value}`;
}

/** A count with its noun: `1 item`, `40 items`. */
export function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`.replace("ys", "ies")}`;
}
