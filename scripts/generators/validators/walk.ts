import type { Schema } from "../../model.ts";
import { isKind, isNoneOf, type Testable } from "./conditions.ts";
import { type Context, call, checkCall, type Subject, subjectOf, unitOf } from "./context.ts";
import { keywordsOf, OBJECT_KEYWORDS, plainReference } from "./keywords.ts";
import { isOfType, type Kind } from "./kinds.ts";
import { kindsPhrase, reportValue, reportWhole } from "./reports.ts";
import { type Scalar, scalarOf } from "./scalar.ts";
import { scalarCall } from "./scalar-call.ts";
import { given, refuse, type Step } from "./steps.ts";
import { callFor, walkArray } from "./walk-array.ts";
import { walkObject } from "./walk-object.ts";
import { walkNumber, walkString, walkValues } from "./walk-scalar.ts";
import { walkUnions } from "./walk-union.ts";

const STRING_KEYWORDS = ["minLength", "maxLength", "pattern", "format"];
const NUMBER_KEYWORDS = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "format"];
const ARRAY_KEYWORDS = ["items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems"];
/** The steps of a unit: its own schema, for the parameter of its functions. */
export function walkUnit(context: Context): Step[] {
  const { unit } = context;
  const subject = subjectOf(unit);
  const steps = walkHere(context, unit.schema, subject);
  if (!unit.named || !unit.counted) return steps;
  const deep = reportWhole(context, "too_deep", "nested less deeply");
  return [refuse(`depth > ${context.runtime("maxDepth")}`, deep, steps)];
}

/** The steps for a value of a schema inside a unit's: an object is left to a unit of its own. */
export function walkPart(context: Context, schema: Schema, subject: Subject): Step[] {
  const keywords = keywordsOf(schema);
  if (keywords.length === 0) return [];
  if (plainReference(schema) === undefined && !keywords.some((keyword) => OBJECT_KEYWORDS.includes(keyword))) {
    return walkHere(context, schema, subject);
  }
  return [callFor(context, schema, subject.name, subject.hint)];
}

function walkHere(context: Context, schema: Schema, subject: Subject): Step[] {
  const scalar = schema.sensitive ? undefined : scalarOf(schema, context.reading);
  if (scalar !== undefined) return [scalarStep(context, schema, scalar, subject)];
  if (schema.never) return [refuse(undefined, reportWhole(context, "never", "absent"))];
  const beside: Step[] = [
    ...(schema.ref === undefined ? [] : [call(context, context.named(schema.ref), subject.name)]),
    ...walkApplicators(context, schema, subject),
  ];
  const steps = walkTyped(context, schema, subject, beside);
  return schema.sensitive && steps.length > 0 ? [{ kind: "secret", body: steps }] : steps;
}

function scalarStep(context: Context, schema: Schema, scalar: Scalar, { name, hint }: Subject): Step {
  const print = scalarCall(context, schema, scalar, hint);
  const call = print(name);
  return { kind: "scalar", refused: call.includes("||") ? `!(${call})` : `!${call}`, explained: print(name, "at") };
}

/** The type first; everything else where the type is right. */
function walkTyped(context: Context, schema: Schema, subject: Subject, beside: readonly Step[]): Step[] {
  const types = typesToTest(schema);
  const values = walkValues(context, schema, subject);
  const object = hasAny(schema, OBJECT_KEYWORDS) && allows(types, "object") ? context.local("object") : undefined;
  const bind: Step[] =
    object === undefined
      ? []
      : [{ kind: "bind", name: object, value: `${context.runtime("asObject")}(${subject.name})` }];
  const isObject = (text: string) => (object === undefined ? text : `${object} ${text} undefined`);
  const groups: [Kind, Step[]][] = [
    ["string", hasAny(schema, STRING_KEYWORDS) ? walkString(context, schema, subject) : []],
    ["number", hasAny(schema, NUMBER_KEYWORDS) ? walkNumber(context, schema, subject) : []],
    ["array", hasAny(schema, ARRAY_KEYWORDS) ? walkArray(context, schema, subject) : []],
    ["object", object === undefined ? [] : walkObject(context, schema, { ...subject, name: object })],
  ];
  const applying = groups.filter(([kind, steps]) => steps.length > 0 && allows(types, kind));
  const test = (kind: Kind) =>
    kind === "object" && object !== undefined ? isObject("!==") : isKind(context, subject.name, kind);
  if (types === undefined) {
    return [...bind, ...applying.flatMap(([kind, steps]) => given(test(kind), steps)), ...values, ...beside];
  }
  const single = types.length === 1;
  const inner = applying.flatMap(([kind, steps]) => (single ? steps : given(test(kind), steps)));
  const plain = types.filter((type) => type !== "object" || object === undefined);
  const none = [
    ...(plain.length === 0 ? [] : [isNoneOf(context, subject.name, plain)]),
    ...(plain.length === types.length ? [] : [isObject("===")]),
  ];
  const wrong =
    none.length > 1 ? none.map((part) => (part.includes("||") ? `(${part})` : part)).join(" && ") : none.join("");
  const report = reportValue(context, subject.name, "type", kindsPhrase(types));
  return [...bind, refuse(wrong, report, [...inner, ...values, ...beside])];
}

/** The types to test, undefined where none has to be: a constant's own type is tested with it. */
function typesToTest(schema: Schema): readonly Testable[] | undefined {
  const { types, const: constant } = schema;
  if (types === undefined) return undefined;
  const scalar = constant !== undefined && (typeof constant.value !== "object" || constant.value === null);
  if (scalar && types.some((type) => isOfType(constant.value, type))) return undefined;
  return types.includes("number") ? types.filter((type) => type !== "integer") : types;
}

function allows(types: readonly Testable[] | undefined, kind: Kind): boolean {
  return types === undefined || types.includes(kind) || (kind === "number" && types.includes("integer"));
}

function hasAny(schema: Schema, keywords: readonly string[]): boolean {
  return keywordsOf(schema).some((keyword) => keywords.includes(keyword));
}

/** `allOf`, unions, `not` and `if`: each part is a unit of its own and answers for the whole value. */
function walkApplicators(context: Context, schema: Schema, subject: Subject): Step[] {
  const { name, hint } = subject;
  const steps = (schema.allOf ?? []).map((part, i) => callFor(context, part, name, `${hint}Part${i + 1}`));
  steps.push(...walkUnions(context, schema, subject));
  if (schema.not !== undefined) {
    // What must not be is read as written, in an open reading too: to read it openly would refuse more.
    const unit = unitOf(context, schema.not, `${hint}Not`, "strict");
    const report = reportWhole(context, "not", "something else: it has a form that is ruled out");
    steps.push(refuse(checkCall(context, unit, name), report));
  }
  if (schema.if !== undefined && (schema.then !== undefined || schema.else !== undefined)) {
    const unit = unitOf(context, schema.if, `${hint}If`, "strict");
    const branch = (part: Schema | undefined, word: string) =>
      part === undefined || keywordsOf(part).length === 0 ? [] : [callFor(context, part, name, `${hint}${word}`)];
    const then = branch(schema.then, "Then");
    const otherwise = branch(schema.else, "Else");
    if (then.length + otherwise.length > 0) {
      steps.push({ kind: "choose", cases: [{ when: checkCall(context, unit, name), steps: then }], otherwise });
    }
  }
  return steps;
}
