import { literalKey, stringLiteral } from "../../../emit/literal.ts";
import type { Schema } from "../../../model.ts";
import type { Kind } from "../../../read/json-types.ts";
import { commonShape } from "../analyze/common-shape.ts";
import { keywordsOf } from "../analyze/keywords.ts";
import { kindsOf } from "../analyze/kinds.ts";
import { typesPhrase, unionPhrase } from "../analyze/phrases.ts";
import { splitUnion } from "../analyze/split-union.ts";
import { type TaggedUnion, tagsOf } from "../analyze/tagged-union.ts";
import { branchName, variantName } from "./constant-names.ts";
import { type Context, emitAllOf, emitNamedCheckOrAnything, emitPureCall } from "./context.ts";

/** A union, or a part of one whose branches accept the same kinds of values. */
interface Union {
  readonly schema: Schema;
  readonly branches: readonly Schema[];
  /** `oneOf`: exactly one branch must match. */
  readonly exclusive: boolean;
  readonly baseName: string;
}

/** Returns the checks for `anyOf` and `oneOf`. */
export function emitUnions(context: Context, schema: Schema, baseName: string): (string | undefined)[] {
  const { anyOf, oneOf } = schema;
  return [
    anyOf && emitByKind(context, { schema, branches: anyOf, exclusive: false, baseName }),
    oneOf && emitByKind(context, { schema, branches: oneOf, exclusive: true, baseName }),
  ];
}

/** Tells branches for different kinds of values, such as an object or null, apart by the kind of the value. */
function emitByKind(context: Context, union: Union): string | undefined {
  const groups = groupByKind(context, union.branches);
  if (groups.length < 2) return emitUnion(context, union);
  const checks = groups.map(({ kinds, branches }) => {
    if (branches.length === 1 && branches.every(isBareKind)) return undefined;
    const check = emitUnion(context, { ...union, branches });
    return check && emitPureCall(context, "ifType", check, ...kinds.map(stringLiteral));
  });
  const kinds = groups.flatMap((group) => group.kinds);
  return emitTypes(context, kinds, emitAllOf(context, checks));
}

/** Returns the check of a value's type, with an optional check of the values of that type. */
export function emitTypes(context: Context, types: readonly (Kind | "integer")[], more?: string): string {
  const list = `[${types.map(stringLiteral).join(", ")}]`;
  return emitPureCall(context, "ofType", list, stringLiteral(typesPhrase(types)), more ?? "undefined");
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

/** Whether a branch asks for its kind only, which is known once the kind has selected the branch. */
function isBareKind(schema: Schema): boolean {
  const [keyword, more] = keywordsOf(schema);
  return keyword === "types" && more === undefined && !schema.types?.includes("integer");
}

function emitUnion(context: Context, union: Union): string | undefined {
  const [only, second] = union.branches;
  if (only !== undefined && second === undefined) return context.emitCheck(only, `${union.baseName}Value`);
  const tagged = tagsOf(union.schema, union.branches, context.api);
  return tagged === undefined ? emitBranches(context, union) : emitTagged(context, union, tagged);
}

/** Checks the variant that the tag names, and no other: its issues are the ones to report. */
function emitTagged(context: Context, { branches, baseName }: Union, tagged: TaggedUnion): string | undefined {
  const split = splitUnion(tagged, context.openness, context.api);
  if (split !== undefined) {
    const { shared, variants, unknown } = split;
    return emitAllOf(context, [
      shared && context.emitCheck(shared, baseName),
      emitByTag(context, baseName, tagged.property, variants, unknown),
    ]);
  }
  const [first, ...others] = branches;
  const isOpen = context.openness === "open" && first !== undefined;
  // An unknown variant is checked against what all known variants have in common.
  const unknown = isOpen ? commonShape([first, ...others], tagged.property, context.api) : undefined;
  const variants = tagged.branches.map((branch) => ({ tags: branch.tags, rest: branch.schema }));
  return emitByTag(context, baseName, tagged.property, variants, unknown);
}

function emitByTag(
  context: Context,
  baseName: string,
  property: string,
  variants: readonly { readonly tags: readonly string[]; readonly rest: Schema }[],
  unknown: Schema | undefined,
): string {
  const entries = variants.flatMap(({ tags, rest }, i) => {
    const check = emitNamedCheckOrAnything(context, rest, variantName(baseName, tags, i));
    return tags.map((tag) => `\n  ${literalKey(tag)}: ${check},`);
  });
  const tags = variants.flatMap((variant) => variant.tags.map(stringLiteral));
  const otherwise =
    unknown === undefined
      ? emitPureCall(context, "unknownTag", stringLiteral(property), ...tags)
      : emitNamedCheckOrAnything(context, unknown, `unknown${baseName.charAt(0).toUpperCase()}${baseName.slice(1)}`);
  return emitPureCall(context, "tagged", stringLiteral(property), `{${entries.join("")}\n}`, otherwise);
}

/** Tries every branch, since nothing tells them apart. */
function emitBranches(context: Context, { branches, baseName, exclusive }: Union): string {
  const options = (here: Context) =>
    branches.map((schema, i) => emitNamedCheckOrAnything(here, schema, branchName(baseName, schema, i)));
  const words = branches.map(
    (branch) => branch.title ?? branch.ref ?? typesPhrase(kindsOf(branch, context.api).slice(0, 3)),
  );
  const expected = stringLiteral(unionPhrase(words));
  if (!exclusive) return emitPureCall(context, "anyOf", expected, ...options(context));
  // Open branches overlap more: at most one may match closed, at least one has to match open.
  const isAlike = branches.every((schema) => context.isSameOpenOrClosed(schema));
  const strictBranches = isAlike ? "undefined" : `[${options(context.closed()).join(", ")}]`;
  return emitPureCall(context, "exactlyOneOf", expected, `[${options(context).join(", ")}]`, strictBranches);
}
