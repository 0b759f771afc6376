import { stringLiteral } from "../../emit/literal.ts";
import type { Schema } from "../../model.ts";
import { type Context, type RuntimeName, subjectOf, unitOf } from "./context.ts";
import { duplicatesOf } from "./duplicates.ts";
import { factor } from "./factor.ts";
import { keywordsOf } from "./keywords.ts";
import { scalarHere } from "./plain.ts";
import { scalarOf } from "./scalar.ts";
import { printCall, scalarCall, scalarFunction, textFailure } from "./scalar-call.ts";
import { isSplit } from "./shape.ts";
import type { Brief, Property, Step } from "./steps.ts";
import { isClosed, tableOf } from "./table.ts";
import type { Shape, Unit } from "./unit.ts";

/** How a unit of a common form is written; its steps decide where it is not whole. */
export function briefOf(context: Context, shape: Shape, steps: readonly Step[]): Brief {
  const { schema } = context.unit;
  const { hint } = subjectOf(context.unit);
  switch (shape) {
    case "scalar":
      return wholeScalar(context, schema, hint);
    case "union":
      return factoredUnion(context, schema, hint);
    case "object":
      return explainedObject(context, schema, hint, propertiesOf(steps));
    case "holder":
      return wholeHolder(context, schema, hint);
    case "record":
      return wholeRecord(context, schema, hint);
    case "array":
      return explainedArray(context, schema, hint);
  }
}

function wholeScalar(context: Context, schema: Schema, hint: string): Brief {
  const scalar = scalarOf(schema, context.reading);
  if (scalar === undefined) throw new Error(`${context.unit.check} was taken for a scalar`);
  const call = scalarCall(context, schema, scalar, hint);
  if (!isSplit("scalar", schema)) return { kind: "whole", expression: call("value", "at"), tries: [] };
  return { kind: "explained", expression: textFailure(context, schema, scalar, hint), decision: call("value") };
}

function propertiesOf(steps: readonly Step[]): readonly Property[] {
  return steps.flatMap((step) => {
    if (step.kind === "refuse") return propertiesOf(step.otherwise);
    return step.kind === "property" ? [step] : [];
  });
}

function explainedObject(context: Context, schema: Schema, hint: string, properties: readonly Property[]): Brief {
  const required = properties.filter((property) => property.required).length;
  const table = tableOf(context, hint, properties);
  const args = ["value", "at", table, String(required), isClosed(context, schema) ? "true" : "undefined"];
  return { kind: "explained", expression: printCall(context.runtime("explainObject"), args) };
}

function wholeHolder(context: Context, { properties }: Schema, hint: string): Brief {
  const [[name, schema] = []] = properties ?? [];
  const member = memberOf(context, schema, `${hint}Member`);
  return whole(context, "holder", [stringLiteral(name ?? ""), member.name, "at"], member.tries);
}

function wholeRecord(context: Context, schema: Schema, hint: string): Brief {
  const { minProperties = 0, maxProperties = "Infinity", additionalProperties, propertyNames } = schema;
  const member = memberOf(context, additionalProperties, `${hint}Member`);
  const named = memberOf(context, propertyNames, `${hint}Name`);
  const args = [String(minProperties), String(maxProperties), "at", member.name, named.name];
  return whole(context, "record", args, [...member.tries, ...named.tries]);
}

function explainedArray(context: Context, schema: Schema, hint: string): Brief {
  const { minItems = 0, maxItems = "Infinity", items, uniqueItems } = schema;
  const duplicates = uniqueItems ? duplicatesOf(context, items) : "undefined";
  const item = memberOf(context, items, `${hint}Item`, true);
  const args = ["value", String(minItems), String(maxItems), "at", item.name, duplicates];
  return { kind: "explained", expression: printCall(context.runtime("explainArray"), args), tries: item.tries };
}

function whole(context: Context, name: RuntimeName, args: readonly string[], tries: readonly Unit[]): Brief {
  return { kind: "whole", expression: printCall(context.runtime(name), ["value", ...args]), tries };
}

/** The function that decides and explains what stands in a collection. */
function memberOf(
  context: Context,
  schema: Schema | undefined,
  hint: string,
  explains = false,
): { readonly name: string; readonly tries: readonly Unit[] } {
  if (schema === undefined || keywordsOf(schema).length === 0) return { name: "undefined", tries: [] };
  const scalar = scalarHere(context, schema);
  if (scalar !== undefined) return { name: scalarFunction(context, schema, scalar, hint), tries: [] };
  const unit = unitOf(context, schema, hint);
  if (explains || unit.check === unit.explain) return { name: unit.explain, tries: [unit] };
  const both = `at === undefined ? ${unit.check}(value) : ${unit.explain}(value, at)`;
  const head = `(value: unknown, at?: ${context.runtime("Trail")}): unknown`;
  return { name: context.constant(hint, `${head} => (${both})`), tries: [unit] };
}

function factoredUnion(context: Context, schema: Schema, hint: string): Brief {
  const factored = factor(schema, context.reading, context.api);
  if (factored === undefined) throw new Error(`${context.unit.check} was taken for a union`);
  const { property, shared, variants, unknown } = factored;
  const tags = variants.flatMap((variant) => variant.tags);
  const list = () => context.constant(`${hint}Tags`, `[${tags.map(stringLiteral).join(", ")}]`);
  const refusal = () => `${context.runtime("failTag")}(value, at, ${stringLiteral(property)}, ${list()})`;
  return {
    kind: "union",
    shared: context.part(shared, `${hint}Shared`),
    tag: `${context.runtime("tagOf")}(value, ${stringLiteral(property)})`,
    variants: variants.map(({ tags, rest }, i) => ({ tags, unit: context.part(rest, `${hint}Variant${i + 1}`) })),
    unknown: unknown === undefined ? { expression: refusal() } : context.part(unknown, `${hint}Unknown`),
  };
}
