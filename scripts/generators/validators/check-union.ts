import { literalKey, stringLiteral } from "../../emit/literal.ts";
import type { Schema } from "../../model.ts";
import { commonShape } from "./common-shape.ts";
import { type Context, make, nameOrAnything, together } from "./context.ts";
import { factor } from "./factor.ts";
import { keywordsOf } from "./keywords.ts";
import { type Kind, kindsOf } from "./kinds.ts";
import { type TaggedUnion, tagsOf } from "./tags.ts";
import { alternatives, typesPhrase } from "./words.ts";

/** A union, or a part of one whose branches accept the same kinds of values. */
interface Union {
  readonly schema: Schema;
  readonly branches: readonly Schema[];
  /** `oneOf`: exactly one branch must match. */
  readonly exclusive: boolean;
  readonly baseName: string;
}

/** The checks for `anyOf` and `oneOf`. */
export function checkUnions(context: Context, schema: Schema, baseName: string): (string | undefined)[] {
  const { anyOf, oneOf } = schema;
  return [
    anyOf && checkKinds(context, { schema, branches: anyOf, exclusive: false, baseName }),
    oneOf && checkKinds(context, { schema, branches: oneOf, exclusive: true, baseName }),
  ];
}

/** Branches for different kinds of values (an object or null) are told apart by the value's own kind. */
function checkKinds(context: Context, union: Union): string | undefined {
  const groups = groupByKind(context, union.branches);
  if (groups.length < 2) return checkAlike(context, union);
  const checks = groups.map(({ kinds, branches }) => {
    if (branches.length === 1 && branches.every(isBareKind)) return undefined;
    const check = checkAlike(context, { ...union, branches });
    return check && make(context, "ifType", check, ...kinds.map(stringLiteral));
  });
  const kinds = groups.flatMap((group) => group.kinds);
  return checkTypes(context, kinds, together(context, checks));
}

/** The check of a value's type, and what else is asked of values of that type. */
export function checkTypes(context: Context, types: readonly (Kind | "integer")[], more?: string): string {
  const list = `[${types.map(stringLiteral).join(", ")}]`;
  return make(context, "ofType", list, stringLiteral(typesPhrase(types)), more ?? "undefined");
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

/** Whether a branch asks for nothing but its kind, which is settled where that has chosen the branch. */
function isBareKind(schema: Schema): boolean {
  const [keyword, more] = keywordsOf(schema);
  return keyword === "types" && more === undefined && !schema.types?.includes("integer");
}

function checkAlike(context: Context, union: Union): string | undefined {
  const [only, second] = union.branches;
  if (only !== undefined && second === undefined) return context.check(only, `${union.baseName}Value`);
  const tagged = tagsOf(union.schema, union.branches, context.api);
  return tagged === undefined ? checkBranches(context, union) : checkTagged(context, union, tagged);
}

/** The variant is the one that the tag names: its faults are the ones to report, and no other is tried. */
function checkTagged(context: Context, { branches, baseName }: Union, tagged: TaggedUnion): string | undefined {
  const factored = factor(tagged, context.reading, context.api);
  if (factored !== undefined) {
    const { shared, variants, unknown } = factored;
    return together(context, [
      shared && context.check(shared, baseName),
      byTag(context, baseName, tagged.property, variants, unknown),
    ]);
  }
  const [first, ...others] = branches;
  const isOpen = context.reading === "open" && first !== undefined;
  // A variant that is not known yet is held to what all known ones share.
  const unknown = isOpen ? commonShape([first, ...others], tagged.property, context.api) : undefined;
  const variants = tagged.branches.map((branch) => ({ tags: branch.tags, rest: branch.schema }));
  return byTag(context, baseName, tagged.property, variants, unknown);
}

function byTag(
  context: Context,
  baseName: string,
  property: string,
  variants: readonly { readonly tags: readonly string[]; readonly rest: Schema }[],
  unknown: Schema | undefined,
): string {
  const entries = variants.flatMap(({ tags, rest }, i) => {
    const check = nameOrAnything(context, rest, `${baseName}Variant${i + 1}`);
    return tags.map((tag) => `\n  ${literalKey(tag)}: ${check},`);
  });
  const tags = variants.flatMap((variant) => variant.tags.map(stringLiteral));
  const otherwise =
    unknown === undefined
      ? make(context, "unknownTag", stringLiteral(property), ...tags)
      : nameOrAnything(context, unknown, `${baseName}Unknown`);
  return make(context, "tagged", stringLiteral(property), `{${entries.join("")}\n}`, otherwise);
}

/** Branches that nothing tells apart are all tried. */
function checkBranches(context: Context, { branches, baseName, exclusive }: Union): string {
  const options = (here: Context) =>
    branches.map((schema, i) => nameOrAnything(here, schema, `${baseName}Option${i + 1}`));
  const words = branches.map(
    (branch) => branch.title ?? branch.ref ?? typesPhrase(kindsOf(branch, context.api).slice(0, 3)),
  );
  const expected = stringLiteral(`valid as ${alternatives(words)}`);
  if (!exclusive) return make(context, "anyOf", expected, ...options(context));
  // An open reading lets each branch accept more than it says: no two may match as written, one has to openly.
  const isAlike = branches.every((schema) => context.readsAlike(schema));
  const surely = isAlike ? "undefined" : `[${options(context.strictly()).join(", ")}]`;
  return make(context, "exactlyOneOf", expected, `[${options(context).join(", ")}]`, surely);
}
