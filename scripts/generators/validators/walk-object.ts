import { propertyAccess } from "../../emit/identifier.ts";
import { literal, regExpLiteral, stringLiteral } from "../../emit/literal.ts";
import type { Schema } from "../../model.ts";
import { type Context, call, checkCall, type Subject, unitOf, unsupported } from "./context.ts";
import { describeName } from "./describe.ts";
import { isInherited, keywordsOf } from "./keywords.ts";
import { pascalCase } from "./names.ts";
import { scalarHere } from "./plain.ts";
import { counted, reportValue, reportWhole } from "./reports.ts";
import { scalarFunction } from "./scalar-call.ts";
import { type Call, given, type Property, refuse, type Scalar, type Step } from "./steps.ts";
import { isClosed } from "./table.ts";

/** The steps for a value that is an object; the subject is the variable with its own members. */
export function walkObject(context: Context, schema: Schema, subject: Subject): Step[] {
  const properties = walkProperties(context, schema, subject);
  const inner = [...properties, ...walkDependents(context, schema, subject), ...walkMembers(context, schema, subject)];
  const { minProperties = 0, maxProperties } = schema;
  if (minProperties === 0 && maxProperties === undefined) return inner;
  const count = context.local("count");
  const limit = (operator: string, bound: number, code: string, words: string) =>
    refuse(
      `${count} ${operator} ${bound}`,
      reportValue(context, count, code, `${words} ${counted(bound, "property")}`),
    );
  const few = minProperties > 0 ? [limit("<", minProperties, "min_properties", "an object of at least")] : [];
  const rest = [...few, ...inner];
  return [
    { kind: "bind", name: count, value: `${context.runtime("countMembers")}(${subject.name})` },
    ...(maxProperties === undefined
      ? rest
      : [{ ...limit(">", maxProperties, "max_properties", "an object of at most"), otherwise: rest }]),
  ];
}

/** Reads a property, undefined where the object has none of its own. */
export function readProperty(context: Context, object: string, name: string): string {
  if (!isInherited(name)) return propertyAccess(object, name);
  return `${context.runtime("own")}(${object}, ${stringLiteral(name)})`;
}

/** The steps for the properties that are listed. */
export function walkProperties(context: Context, schema: Schema, { name: object, hint }: Subject): Property[] {
  const required = new Set(schema.required);
  const names = new Set([...(schema.properties?.keys() ?? []), ...required]);
  return [...names].map((name): Property => {
    const property = schema.properties?.get(name);
    const read = readProperty(context, object, name);
    const [member, step] =
      property === undefined || keywordsOf(property).length === 0
        ? ["null"]
        : walkMember(context, property, read, `${hint}${pascalCase(name)}`);
    const covered = property !== undefined && refusesUndefined(context, property);
    const explainer = context.runtime("explainMember");
    return { kind: "property", object, name, read, required: required.has(name), covered, step, member, explainer };
  });
}

/** What stands in a table for a property, and the step that decides its value. */
function walkMember(context: Context, schema: Schema, value: string, hint: string): [string, Call | Scalar] {
  const scalar = scalarHere(context, schema);
  if (scalar?.kind === "constant") {
    const text = literal(scalar.value);
    const explained = `${context.runtime("constant")}(${value}, ${text}, at)`;
    return [text, { kind: "scalar", refused: `${value} !== ${text}`, explained }];
  }
  if (scalar !== undefined) {
    const name = scalarFunction(context, schema, scalar, hint);
    return [name, { kind: "scalar", refused: `!${name}(${value})`, explained: `${name}(${value}, at)` }];
  }
  const unit = unitOf(context, schema, hint);
  return [unit.explain, call(context, unit, value)];
}

/** Whether the first thing that a schema's steps do is to refuse what is undefined. */
function refusesUndefined(context: Context, schema: Schema, seen: readonly Schema[] = []): boolean {
  if (schema.never || schema.types !== undefined || schema.const !== undefined) return true;
  const target = schema.ref === undefined ? undefined : context.api.schemas.get(schema.ref)?.schema;
  return target !== undefined && !seen.includes(target) && refusesUndefined(context, target, [...seen, target]);
}

function walkDependents(context: Context, schema: Schema, { name: object, hint }: Subject): Step[] {
  const steps: Step[] = [];
  const has = (name: string) => `${readProperty(context, object, name)} !== undefined`;
  for (const [name, needed] of schema.dependentRequired ?? []) {
    const because = stringLiteral(` where ${name} is given`);
    const report = `${context.runtime("failRequired")}(at, ${because}, "dependent_required");`;
    const body = needed.map((other): Step => {
      const absent = `${readProperty(context, object, other)} === undefined`;
      return { kind: "at", segment: stringLiteral(other), body: [refuse(absent, report)] };
    });
    steps.push(...given(has(name), body));
  }
  for (const [name, dependent] of schema.dependentSchemas ?? []) {
    const unit = unitOf(context, dependent, `${hint}With${pascalCase(name)}`);
    steps.push(...given(has(name), [call(context, unit, object)]));
  }
  return steps;
}

/** Steps for names and values that `properties` does not list, in one pass over the object's members. */
function walkMembers(context: Context, schema: Schema, { name: object, hint }: Subject): Step[] {
  const { additionalProperties, patternProperties = new Map<string, Schema>(), propertyNames } = schema;
  const name = context.local("key");
  const value = { name: context.local("member"), hint: `${hint}Member` };
  const body: Step[] = [];
  if (propertyNames !== undefined) {
    const unit = unitOf(context, propertyNames, `${hint}Name`);
    const report = reportWhole(context, "property_name", `a property whose name is ${describeName(propertyNames)}`);
    body.push(refuse(`!${checkCall(context, unit, name)}`, report));
  }
  const tests = [...patternProperties].map(([pattern, part]) => {
    const test = `${context.constant(`${hint}Pattern`, memberPattern(schema, pattern))}.test(${name})`;
    return { test, steps: context.walk(part, value) };
  });
  for (const { test, steps } of tests) body.push(...given(test, steps));
  const known = [...(schema.properties?.keys() ?? [])];
  const list = () => context.constant(`${hint}Names`, literal(known), "readonly string[]");
  const others = walkAdditional(context, additionalProperties, value, name, list);
  if (others.length > 0) {
    const unlisted: readonly Step[] =
      known.length === 0 ? others : [{ kind: "unknown", name, known, list: list(), otherwise: others }];
    body.push(...(tests.length === 0 ? unlisted : given(tests.map(({ test }) => `!${test}`).join(" && "), unlisted)));
  }
  if (body.length === 0) return [];
  const readsValues =
    (additionalProperties?.never !== true && others.length > 0) || tests.some(({ steps }) => steps[0]);
  const bind: Step = { kind: "bind", name: value.name, value: `${object}[${name}]` };
  const here = readsValues ? [bind, ...body] : body;
  return [{ kind: "members", object, name, body: [{ kind: "at", segment: name, body: here }] }];
}

function walkAdditional(
  context: Context,
  schema: Schema | undefined,
  value: Subject,
  name: string,
  list: () => string,
): readonly Step[] {
  if (schema === undefined) return [];
  if (schema.never !== true) return context.walk(schema, value);
  // What VINR sends may gain properties at any time; what it is sent may not.
  if (!isClosed(context, { place: schema.place, additionalProperties: schema })) return [];
  return [refuse(undefined, `${context.runtime("failUnknown")}(at, ${name}, ${list()});`)];
}

function memberPattern(schema: Schema, pattern: string): string {
  try {
    return regExpLiteral(pattern);
  } catch {
    throw unsupported(schema.place, `${stringLiteral(pattern)} is no regular expression`, "write it for the u flag");
  }
}
