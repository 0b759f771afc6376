import type { Schema } from "../../model.ts";
import {
  type CompareInside,
  type CompareKeyword,
  change,
  isSame,
  kindOf,
  type Pair,
  type SchemaChange,
} from "./schema-change.ts";

/** Compares `anyOf` or `oneOf`: each variant accepts more values. */
export function compareUnion(keyword: "anyOf" | "oneOf"): CompareKeyword {
  return function* (pair, inside) {
    const [before, after] = [pair.before[keyword], pair.after[keyword]];
    const kind = kindOf(before, after);
    if (kind === "modified") return yield* compareVariants(keyword, pair, inside);
    if (kind === undefined) return;
    const what = kind === "added" ? "now accepts only certain variants" : "now accepts other variants";
    yield change(pair, { keyword, kind, effect: kind === "added" ? "narrowed" : "widened", what });
  };
}

function* compareVariants(keyword: "anyOf" | "oneOf", pair: Pair, inside: CompareInside): Generator<SchemaChange> {
  const { matched, removed, added } = matchParts(pair.before[keyword] ?? [], pair.after[keyword] ?? []);
  for (const [before, after] of matched) yield* inside(before, after, pair.path);
  const part = isOpen(pair.before) ? { part: "variant" as const } : {};
  for (const variant of added) {
    const what = `gained the variant ${nameOf(variant)}`;
    yield change(pair, { keyword, kind: "added", ...part, effect: "widened", what });
  }
  for (const variant of removed) {
    const what = `lost the variant ${nameOf(variant)}`;
    yield change(pair, { keyword, kind: "removed", part: "variant", effect: "narrowed", what });
  }
}

/**
 * Whether readers let an unknown variant pass: where a discriminator tells the variants apart, as with events, or where each
 * lists values. Of any other union, clients and validators know all variants.
 */
function isOpen({ discriminator, anyOf = [], oneOf = [] }: Schema): boolean {
  const listsValues = (variant: Schema) => variant.enum !== undefined || variant.const !== undefined;
  return discriminator !== undefined || [...anyOf, ...oneOf].every(listsValues);
}

/** Each part of an `allOf` accepts fewer values. */
export function* compareAllOf(pair: Pair, inside: CompareInside): Generator<SchemaChange> {
  const { matched, removed, added } = matchParts(pair.before.allOf ?? [], pair.after.allOf ?? []);
  for (const [before, after] of matched) yield* inside(before, after, pair.path);
  for (const part of added)
    yield change(pair, {
      keyword: "allOf",
      kind: "added",
      effect: "narrowed",
      what: `must now also be ${nameOf(part)}`,
    });
  for (const part of removed) {
    const what = `no longer has to be ${nameOf(part)}`;
    yield change(pair, { keyword: "allOf", kind: "removed", effect: "widened", what });
  }
}

interface MatchedParts {
  readonly matched: readonly (readonly [Schema, Schema])[];
  readonly removed: readonly Schema[];
  readonly added: readonly Schema[];
}

/** Pairs equal parts, then those of one name; where as many are left on both sides, by their order. */
function matchParts(before: readonly Schema[], after: readonly Schema[]): MatchedParts {
  const matched: (readonly [Schema, Schema])[] = [];
  let [removed, added] = [[...before], [...after]];
  for (const isMatch of [isSame, hasOneName]) {
    for (const part of removed) {
      const other = added.find((candidate) => isMatch(part, candidate));
      if (other === undefined) continue;
      matched.push([part, other]);
      removed = removed.filter((one) => one !== part);
      added = added.filter((one) => one !== other);
    }
  }
  if (removed.length !== added.length) return { matched, removed, added };
  const rest = removed.flatMap((part, index): (readonly [Schema, Schema])[] => {
    const other = added[index];
    return other === undefined ? [] : [[part, other]];
  });
  return { matched: [...matched, ...rest], removed: [], added: [] };
}

function hasOneName(one: Schema, other: Schema): boolean {
  return (one.ref ?? one.title) !== undefined && (one.ref ?? one.title) === (other.ref ?? other.title);
}

function nameOf(variant: Schema): string {
  return `\`${variant.ref ?? variant.title ?? variant.types?.join(" or ") ?? "without a name"}\``;
}

/**
 * Whether one version is the other with null allowed beside it, in a union made for that. Such a change says nothing of the
 * keywords that moved into the union.
 */
export function findNullability({ before, after }: Pick<Pair, "after" | "before">): "lost" | "won" | undefined {
  if (isNullable(after, before)) return "won";
  return isNullable(before, after) ? "lost" : undefined;
}

function isNullable(union: Schema, value: Schema): boolean {
  const { place: _, title: __, description: ___, examples: ____, anyOf, oneOf, ...rest } = union;
  const variants = anyOf ?? oneOf ?? [];
  if (Object.keys(rest).length > 0 || variants.length !== 2) return false;
  const other = variants.find((variant) => !isNull(variant));
  return other !== undefined && variants.some(isNull) && isSame(withoutTexts(other), withoutTexts(value));
}

function isNull({ types, const: constant }: Schema): boolean {
  return (types?.length === 1 && types[0] === "null") || constant?.value === null;
}

function withoutTexts({ title: _, description: __, examples: ___, ...schema }: Schema): object {
  return schema;
}
