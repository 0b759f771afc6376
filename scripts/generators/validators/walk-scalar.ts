import { literal } from "../../emit/literal.ts";
import type { Json, Schema } from "../../model.ts";
import { isOneOf, type Testable } from "./conditions.ts";
import type { Context, Subject } from "./context.ts";
import { FORMATS } from "./formats.ts";
import { isOfType, kindOf } from "./kinds.ts";
import { alternatives, counted, reportValue } from "./reports.ts";
import { MOST_COMPARED } from "./scalar.ts";
import { patternOf } from "./scalar-call.ts";
import { refuse, type Step } from "./steps.ts";

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
    const test = context.constant(`${hint}Pattern`, patternOf(schema, pattern));
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
