import type { Schema } from "../../model.ts";
import { type Context, call, checkCall, type Subject, unitOf } from "./context.ts";
import { duplicatesOf } from "./duplicates.ts";
import { keywordsOf } from "./keywords.ts";
import { scalarHere } from "./plain.ts";
import { counted, reportValue, reportWhole } from "./reports.ts";
import { given, refuse, type Step } from "./steps.ts";
import type { Unit } from "./unit.ts";

/** The steps for a value that is an array. Its length is settled before any item is looked at. */
export function walkArray(context: Context, schema: Schema, subject: Subject): Step[] {
  const { minItems = 0, maxItems } = schema;
  const inner = [
    ...walkPrefix(context, schema, subject),
    ...walkItems(context, schema, subject),
    ...walkContains(context, schema, subject),
  ];
  if (schema.uniqueItems === true) {
    const when = `${duplicatesOf(context, schema.items)}(${subject.name})`;
    inner.push(refuse(when, reportWhole(context, "unique_items", "an array without duplicates")));
  }
  const length = `${subject.name}.length`;
  const limit = (operator: string, bound: number, code: string, words: string) =>
    refuse(`${length} ${operator} ${bound}`, reportValue(context, length, code, `${words} ${counted(bound, "item")}`));
  const few = minItems > 0 ? [limit("<", minItems, "min_items", "an array of at least")] : [];
  if (maxItems === undefined) return [...few, ...inner];
  return [{ ...limit(">", maxItems, "max_items", "an array of at most"), otherwise: [...few, ...inner] }];
}

function walkPrefix(context: Context, { prefixItems = [] }: Schema, { name, hint }: Subject): Step[] {
  return prefixItems.flatMap((schema, i) => {
    const item = { name: context.local(`${hint}${i}`), hint: `${hint}${i}` };
    const steps = context.walk(schema, item);
    if (steps.length === 0) return [];
    const bind: Step = { kind: "bind", name: item.name, value: `${name}[${i}]` };
    return given(`${name}.length > ${i}`, [{ kind: "at", segment: String(i), body: [bind, ...steps] }]);
  });
}

function walkItems(context: Context, { items, prefixItems = [] }: Schema, { name, hint }: Subject): Step[] {
  if (items === undefined) return [];
  const index = context.local("i");
  const item = { name: context.local("item"), hint: `${hint}Item` };
  // An array of the common form explains its items by a function: what is not one call is one's own unit.
  const isCalled = context.unit.shape === "array" && keywordsOf(items).length > 0;
  const isOwnUnit = isCalled && scalarHere(context, items) === undefined;
  const body = isOwnUnit ? [callFor(context, items, item.name, item.hint)] : context.walk(items, item);
  if (body.length === 0) return [];
  return [{ kind: "items", array: name, start: prefixItems.length, index, item: item.name, body }];
}

/** An open reading counts what may match for the least, and what certainly matches for the most. */
function walkContains(context: Context, schema: Schema, { name, hint }: Subject): Step[] {
  const { contains, minContains = 1, maxContains } = schema;
  if (contains === undefined) return [];
  const count = (unit: Unit) => {
    const check = unit.counted ? `(item) => ${checkCall(context, unit, "item")}` : unit.check;
    return `${context.runtime("countMatches")}(${name}, ${check})`;
  };
  const steps: Step[] = [];
  if (minContains > 0) {
    const unit = unitOf(context, contains, `${hint}Contains`);
    const expected = `an array with at least ${counted(minContains, "item")} of the kind asked for`;
    const when = `${count(unit)} < ${minContains}`;
    steps.push(refuse(when, reportWhole(context, minContains === 1 ? "contains" : "min_contains", expected)));
  }
  if (maxContains !== undefined) {
    const unit = unitOf(context, contains, `${hint}Contains`, "strict");
    const expected = `an array with at most ${counted(maxContains, "item")} of the kind asked for`;
    steps.push(refuse(`${count(unit)} > ${maxContains}`, reportWhole(context, "max_contains", expected)));
  }
  return steps;
}

/** Leaves a value to the unit of a schema. */
export function callFor(context: Context, schema: Schema, value: string, hint: string): Step {
  return call(context, unitOf(context, schema, hint), value);
}
