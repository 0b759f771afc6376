import { literal, regExpLiteral, stringLiteral } from "../../emit/literal.ts";
import type { Json, Schema } from "../../model.ts";
import { isOneOf, type Testable } from "./conditions.ts";
import { type Context, type RuntimeName, type Subject, unsupported } from "./context.ts";
import { isOfType, kindOf } from "./kinds.ts";
import { alternatives, counted, reportValue } from "./reports.ts";
import { refuse, type Step } from "./steps.ts";

/** Formats of strings that are checked. */
const FORMATS: ReadonlyMap<string, { readonly check: RuntimeName; readonly expected: string }> = new Map([
  ["date", { check: "isDate", expected: "a date such as 2026-04-15" }],
  ["date-time", { check: "isDateTime", expected: "an RFC 3339 date-time such as 2026-04-15T10:30:00Z" }],
  ["email", { check: "isEmail", expected: "an email address" }],
  ["hostname", { check: "isHostname", expected: "a host name" }],
  ["ipv4", { check: "isIpv4", expected: "an IPv4 address" }],
  ["ipv6", { check: "isIpv6", expected: "an IPv6 address" }],
  ["time", { check: "isTime", expected: "an RFC 3339 time such as 10:30:00Z" }],
  ["uri", { check: "isUri", expected: "an absolute URI" }],
  ["uuid", { check: "isUuid", expected: "a UUID" }],
]);

/** Formats that JSON Schema defines and that are not checked: to pass over them would be silence. */
const UNCHECKED = new Set(
  `duration idn-email idn-hostname iri iri-reference json-pointer regex relative-json-pointer uri-reference
  uri-template`.split(/\s+/),
);

/** Refuses formats that would be passed over. A name that JSON Schema does not define is a note to people. */
export function checkFormat(schema: Schema): void {
  if (schema.format === undefined || !UNCHECKED.has(schema.format)) return;
  throw unsupported(
    schema.place,
    `the format ${stringLiteral(schema.format)} has no check`,
    `say it with "pattern", or use one of ${[...FORMATS.keys()].join(", ")}`,
  );
}

/** The steps for a value that is a string. A length is settled before a pattern runs. */
export function walkString(context: Context, schema: Schema, { name, hint }: Subject): Step[] {
  const { minLength = 0, maxLength, pattern, format } = schema;
  const steps: Step[] = [];
  const characters = () => `${context.runtime("countCharacters")}(${name})`;
  if (minLength > 0) {
    const when = minLength === 1 ? `${name}.length < 1` : `${context.runtime("isShorter")}(${name}, ${minLength})`;
    const expected = `at least ${counted(minLength, "character")} long`;
    steps.push(refuse(when, reportValue(context, characters(), "min_length", expected)));
  }
  if (pattern !== undefined) {
    const test = context.constant(`${hint}Pattern`, patternLiteral(schema, pattern));
    steps.push(refuse(`!${test}.test(${name})`, reportValue(context, name, "pattern", `text that matches ${pattern}`)));
  }
  const known = format === undefined ? undefined : FORMATS.get(format);
  if (known !== undefined) {
    const when = `!${context.runtime(known.check)}(${name})`;
    steps.push(refuse(when, reportValue(context, name, "format", known.expected)));
  }
  if (maxLength === undefined) return steps;
  const expected = `at most ${counted(maxLength, "character")} long`;
  const when = `${context.runtime("isLonger")}(${name}, ${maxLength})`;
  return [refuse(when, reportValue(context, characters(), "max_length", expected), steps)];
}

function patternLiteral(schema: Schema, pattern: string): string {
  try {
    return regExpLiteral(pattern);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw unsupported(schema.place, `the pattern is no regular expression: ${why}`, "write it for the u flag");
  }
}

/** The steps for a value that is a number. */
export function walkNumber(context: Context, schema: Schema, { name }: Subject): Step[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = schema;
  const steps: Step[] = [];
  const limit = (operator: string, bound: number | undefined, code: string, words: string) => {
    if (bound === undefined) return;
    steps.push(refuse(`${name} ${operator} ${literal(bound)}`, reportValue(context, name, code, `${words} ${bound}`)));
  };
  limit("<", minimum, "minimum", "at least");
  limit(">", maximum, "maximum", "at most");
  limit("<=", exclusiveMinimum, "exclusive_minimum", "more than");
  limit(">=", exclusiveMaximum, "exclusive_maximum", "less than");
  if (multipleOf !== undefined) {
    const when = `!${context.runtime("isMultipleOf")}(${name}, ${multipleOf})`;
    steps.push(refuse(when, reportValue(context, name, "multiple_of", `a multiple of ${multipleOf}`)));
  }
  if (format === "int32") {
    const when = `${name} !== (${name} | 0)`;
    steps.push(refuse(when, reportValue(context, name, "format", "an integer of 32 bits")));
  }
  if (format === "int64" && !schema.types?.includes("integer")) {
    steps.push(refuse(`!Number.isInteger(${name})`, reportValue(context, name, "format", "an integer")));
  }
  return steps;
}

/** Up to this many values are compared one by one; more are looked up. */
const MOST_COMPARED = 16;

/** The steps for `const` and `enum`, whatever the value's type. */
export function walkValues(context: Context, schema: Schema, subject: Subject): Step[] {
  const steps: Step[] = [];
  if (schema.const !== undefined) {
    const { value } = schema.const;
    const report = reportValue(context, subject.name, "const", shown(value));
    steps.push(refuse(differsFrom(context, value, subject), report));
  }
  // Beside a constant an enum says nothing new, or the model was refused for contradicting itself.
  if (schema.enum === undefined || schema.const !== undefined) return steps;
  const values = schema.enum.filter((value) => schema.types?.some((type) => isOfType(value, type)) ?? true);
  const when =
    context.reading === "open" ? openEnum(context, schema, values, subject) : closedEnum(context, values, subject);
  if (when === undefined) return steps;
  const list = literal(values);
  const known = values.length > MOST_COMPARED ? context.constant(`${subject.hint}Values`, list) : list;
  return [...steps, refuse(when, `${context.runtime("failEnum")}(at, ${subject.name}, "enum", ${known});`)];
}

function closedEnum(context: Context, values: readonly Json[], subject: Subject): string {
  if (values.length === 0) return "true";
  if (values.length > MOST_COMPARED && values.every((value) => typeof value !== "object" || value === null)) {
    const list = context.constant(`${subject.hint}Values`, literal(values));
    const set = context.constant(`${subject.hint}Set`, `/* @__PURE__ */ new Set(${list})`, "ReadonlySet<unknown>");
    return `!${set}.has(${subject.name})`;
  }
  return values.map((value) => differsFrom(context, value, subject)).join(" && ");
}

/**
 * An enum that may grow: a string passes where the values hold a string, a number where they hold a number. Undefined
 * where the schema's types say all of that already.
 */
function openEnum(context: Context, schema: Schema, values: readonly Json[], subject: Subject): string | undefined {
  const kinds = (["string", "number"] as const).filter((kind) => values.some((value) => kindOf(value) === kind));
  const listed = values.filter((value) => !kinds.some((kind) => kind === kindOf(value)));
  const covered = (type: string) =>
    kinds.some((kind) => kind === type || (kind === "number" && type === "integer")) ||
    (type === "null" && listed.includes(null)) ||
    (type === "boolean" && listed.includes(true) && listed.includes(false));
  if (schema.types?.every(covered)) return undefined;
  const types: readonly Testable[] = kinds;
  const parts = types.map((type) => `!(${isOneOf(context, subject.name, [type])})`);
  return [...parts, ...listed.map((value) => differsFrom(context, value, subject))].join(" && ") || "true";
}

function differsFrom(context: Context, value: Json, { name, hint }: Subject): string {
  if (typeof value !== "object" || value === null) return `${name} !== ${literal(value)}`;
  const constant = context.constant(`${hint}Value`, literal(value), "unknown");
  return `!${context.runtime("equals")}(${name}, ${constant})`;
}

function shown(value: Json): string {
  const text = JSON.stringify(value);
  return alternatives([text.length > 120 ? `${text.slice(0, 120)}…` : text]);
}
