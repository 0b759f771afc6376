import type { Api, Schema } from "../../../model.ts";
import type { Openness } from "../../openness.ts";
import { canonical, commonShape } from "./common-shape.ts";
import { keywordsOf, listsValues } from "./keywords.ts";
import type { TaggedUnion } from "./tagged-union.ts";

/** A tagged union taken apart: what all variants ask alike, and what each asks beside it. The tag is in none of them. */
export interface SplitUnion {
  /** Undefined where they ask nothing alike. */
  readonly shared: Schema | undefined;
  /** Variants with the same rules besides their tags are grouped. */
  readonly variants: readonly { readonly tags: readonly string[]; readonly rest: Schema }[];
  /** The check of an unknown variant, besides the shared rules; undefined if unknown variants are invalid. */
  readonly unknown: Schema | undefined;
}

/**
 * Takes apart a union whose branches are plain objects that stay open: only then do parts of them add up to the whole.
 * Undefined for any other.
 */
export function splitUnion(tagged: TaggedUnion, openness: Openness, api: Pick<Api, "schemas">): SplitUnion | undefined {
  const { property } = tagged;
  const variants = tagged.branches.map((branch) => ({ tags: branch.tags, object: plainObject(branch.schema, api) }));
  const objects = variants.flatMap(({ object }) => object ?? []);
  const [first, ...others] = objects;
  if (first === undefined || objects.length < variants.length) return undefined;
  const isShared = (name: string) => name !== property && others.every((other) => asksAlike(first, other, name));
  const isOwn = (name: string) => name !== property && !isShared(name);
  const rests = new Map<string, { tags: string[]; rest: Schema }>();
  for (const { tags, object } of variants) {
    if (object === undefined || !isTag(object.properties?.get(property), api)) return undefined;
    const rest = part(object, isOwn);
    const known = rests.get(canonical(rest));
    if (known === undefined) rests.set(canonical(rest), { tags: [...tags], rest });
    else known.tags.push(...tags);
  }
  const shared = part(first, isShared);
  return {
    shared: shared.properties?.size === 0 ? undefined : shared,
    variants: [...rests.values()],
    unknown: openness === "open" ? part(commonShape([first, ...others], property, api), isOwn) : undefined,
  };
}

/** The object that a branch asks for, where that is all it asks. */
function plainObject(branch: Schema, api: Pick<Api, "schemas">): Schema | undefined {
  const keywords = keywordsOf(branch);
  const target = branch.ref === undefined ? undefined : api.schemas.get(branch.ref)?.schema;
  if (target !== undefined) return keywords.length === 1 && target !== branch ? plainObject(target, api) : undefined;
  const isPlain = keywords.every((keyword) => ["types", "properties", "required"].includes(keyword));
  return isPlain ? branch : undefined;
}

function asksAlike(one: Schema, other: Schema, name: string): boolean {
  const [mine, theirs] = [one, other].map((schema) => schema.properties?.get(name));
  const alike = mine !== undefined && theirs !== undefined && canonical(mine) === canonical(theirs);
  return alike && one.required?.includes(name) === other.required?.includes(name);
}

function isTag(schema: Schema | undefined, api: Pick<Api, "schemas">): boolean {
  if (schema === undefined) return false;
  const target = schema.ref === undefined ? undefined : api.schemas.get(schema.ref)?.schema;
  if (target !== undefined) return keywordsOf(schema).length === 1 && isTag(target, api);
  return listsValues(schema);
}

function part(object: Schema, isWanted: (name: string) => boolean): Schema {
  const { place } = object;
  const wanted = [...(object.properties ?? [])].filter(([name]) => isWanted(name));
  return { place, types: ["object"], properties: new Map(wanted), required: object.required?.filter(isWanted) ?? [] };
}
