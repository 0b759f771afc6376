import { literal, stringLiteral } from "../../emit/literal.ts";
import type { Schema } from "../../model.ts";
import { commonShape } from "./common-shape.ts";
import { isOneOf } from "./conditions.ts";
import { type Context, call, checkCall, type Subject, unitOf } from "./context.ts";
import { keywordsOf } from "./keywords.ts";
import { type Kind, kindsOf } from "./kinds.ts";
import { alternatives, kindsPhrase, reportValue, reportWhole } from "./reports.ts";
import { refuse, type Step } from "./steps.ts";
import { type TaggedUnion, tagsOf } from "./tags.ts";
import type { Unit } from "./unit.ts";
import { readProperty } from "./walk-object.ts";

/** A union, or a part of one whose branches accept the same kinds of values. */
interface Union {
  readonly schema: Schema;
  readonly branches: readonly Schema[];
  /** `oneOf`: exactly one branch must match. */
  readonly exclusive: boolean;
  readonly subject: Subject;
  /** How the branches' units are called. */
  readonly hint: string;
}

/** The steps for `anyOf` and `oneOf`. */
export function walkUnions(context: Context, schema: Schema, subject: Subject): Step[] {
  const { anyOf, oneOf } = schema;
  const steps: Step[] = [];
  const union = (branches: readonly Schema[], exclusive: boolean) =>
    walkKinds(context, { schema, branches, exclusive, subject, hint: subject.hint });
  if (anyOf !== undefined) steps.push(...union(anyOf, false));
  if (oneOf !== undefined) steps.push(...union(oneOf, true));
  return steps;
}

/** Branches for different kinds of values (an object or null) are told apart by the value's own kind. */
function walkKinds(context: Context, union: Union): Step[] {
  const groups = groupByKind(context, union.branches);
  if (groups.length < 2) return walkAlike(context, union);
  const { name } = union.subject;
  const cases = groups.map(({ kinds, branches }) => ({
    when: isOneOf(context, name, kinds),
    steps: branches.length === 1 && branches.every(isBareKind) ? [] : walkAlike(context, { ...union, branches }),
  }));
  const expected = kindsPhrase(groups.flatMap(({ kinds }) => kinds));
  return [{ kind: "choose", cases, otherwise: [refuse(undefined, reportValue(context, name, "type", expected))] }];
}

interface Group {
  readonly kinds: readonly Kind[];
  readonly branches: readonly Schema[];
}

/** Groups no two of which accept a value of the same kind. */
function groupByKind(context: Context, branches: readonly Schema[]): readonly Group[] {
  let groups: readonly Group[] = [];
  for (const branch of branches) {
    const kinds = kindsOf(branch, context.api);
    if (kinds.length === 0) continue;
    const meets = (group: Group) => group.kinds.some((kind) => kinds.includes(kind));
    const met = groups.filter(meets);
    const merged = {
      kinds: [...new Set([...met.flatMap((group) => group.kinds), ...kinds])],
      branches: [...met.flatMap((group) => group.branches), branch],
    };
    groups = [...groups.filter((group) => !meets(group)), merged];
  }
  return groups;
}

function walkAlike(context: Context, union: Union): Step[] {
  const [only, second] = union.branches;
  if (only !== undefined && second === undefined) {
    return [call(context, unitOf(context, only, `${union.hint}Value`), union.subject.name)];
  }
  const tagged = tagsOf(union.schema, union.branches, context.api);
  return tagged === undefined ? walkBranches(context, union) : walkTags(context, union, tagged);
}

/** Whether a branch asks for nothing but its kind, which is settled where that has chosen the branch. */
function isBareKind(schema: Schema): boolean {
  const [keyword, more] = keywordsOf(schema);
  return (
    keyword === "types" && more === undefined && !schema.types?.some((type) => type === "integer" || type === "number")
  );
}

/** The variant is the one that the tag names: its faults are the ones to report, and no other is tried. */
function walkTags(context: Context, union: Union, { property, branches }: TaggedUnion): Step[] {
  const { name } = union.subject;
  const object = context.local("tagged");
  const tag = context.local("tag");
  const cases = branches.map(({ schema, tags }, i) => ({
    values: tags.map(stringLiteral),
    steps: [call(context, unitOf(context, schema, `${union.hint}Variant${i + 1}`), name)],
  }));
  const otherwise =
    context.reading === "open" ? openTag(context, union, property) : [strictTag(context, property, tag, branches)];
  return [
    { kind: "bind", name: object, value: `${context.runtime("asObject")}(${name})` },
    refuse(`${object} === undefined`, reportValue(context, name, "type", "an object"), [
      { kind: "bind", name: tag, value: readProperty(context, object, property) },
      { kind: "switch", on: tag, cases, otherwise },
    ]),
  ];
}

function strictTag(context: Context, property: string, tag: string, branches: TaggedUnion["branches"]): Step {
  const tags = literal(branches.flatMap((branch) => branch.tags));
  const unknown = refuse(undefined, `${context.runtime("failEnum")}(at, ${tag}, "unknown_tag", ${tags});`);
  const required = refuse(`${tag} === undefined`, `${context.runtime("failRequired")}(at);`, [unknown]);
  return { kind: "at", segment: stringLiteral(property), body: [required] };
}

/** A variant that is not known yet is held to what all known ones share. */
function openTag(context: Context, union: Union, property: string): Step[] {
  const [first, ...others] = union.branches;
  if (first === undefined) return [];
  const shape = commonShape([first, ...others], property, context.api);
  return [call(context, context.part(shape, `${union.hint}Unknown`), union.subject.name)];
}

/** Branches that nothing tells apart are all tried. */
function walkBranches(context: Context, union: Union): Step[] {
  const { branches, hint, subject } = union;
  const unit = (schema: Schema, i: number, reading = context.reading) =>
    unitOf(context, schema, `${hint}Option${i + 1}`, reading);
  const options = branches.map((schema, i) => unit(schema, i));
  const any = options.map((option) => checkCall(context, option, subject.name)).join(" || ") || "false";
  const code = union.exclusive ? "one_of" : "any_of";
  const names = describeBranches(context, branches);
  const least = {
    ...refuse(`!(${any})`, reportClosest(context, subject.name, options, code, `valid as ${names}`)),
    tries: options,
  };
  if (!union.exclusive) return [least];
  // An open reading lets each branch accept more than it says: no two may match as written, one has to openly.
  const alike = branches.every((schema) => context.readsAlike(schema));
  const count = branches
    .map((schema, i) => `Number(${checkCall(context, unit(schema, i, "strict"), subject.name)})`)
    .join(" + ");
  const matches = context.local("matches");
  const several = reportWhole(context, "one_of", `valid as only one of ${names}, not as several`);
  return [
    { kind: "bind", name: matches, value: count || "0" },
    refuse(`${matches} > 1`, several),
    alike ? { ...least, when: `${matches} < 1` } : least,
  ];
}

/** The statement that reports the faults of the branch that comes closest, or of the union as a whole. */
function reportClosest(
  context: Context,
  value: string,
  options: readonly Unit[],
  code: string,
  expected: string,
): string {
  const list = options.map(({ explain }) => explain).join(", ");
  const depth = options.map((option) => context.depthFor(option)).find((text) => text !== undefined) ?? "0";
  return `${context.runtime("failClosest")}(at, ${value}, [${list}], ${depth}, "${code}", ${stringLiteral(expected)});`;
}

function describeBranches(context: Context, branches: readonly Schema[]): string {
  return alternatives(
    branches.map((branch) => branch.title ?? branch.ref ?? kindsPhrase(kindsOf(branch, context.api).slice(0, 3))),
  );
}
