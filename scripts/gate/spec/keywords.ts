/**
 * How each keyword of JSON Schema (draft 2020-12) changes what is valid when it is added, removed or modified. The table
 * names every keyword of the model: a new one does not compile until somebody decides.
 */
import { isDeepStrictEqual } from "node:util";
import type { JsonType, Schema } from "../../model.ts";
import { jsonTypes } from "../../read/json-types.ts";
import { compareEnum } from "./enums.ts";
import { compareAdditionalProperties, comparePatternProperties, compareProperties } from "./objects.ts";
import {
  type CompareInside,
  type CompareKeyword,
  change,
  type Effect,
  isSame,
  kindOf,
  type Pair,
  type SchemaChange,
  show,
} from "./schema-change.ts";
import { compareAllOf, compareUnion } from "./unions.ts";

/** `then` and `else` belong to `if`. */
type Keyword = Exclude<keyof Schema, "else" | "place" | "then">;

export const KEYWORDS: Readonly<Record<Keyword, CompareKeyword>> = {
  title: documented("title"),
  description: documented("description"),
  examples: documented("examples"),
  enumDescriptions: documented("enumDescriptions"),
  patternMessage: documented("patternMessage"),
  sensitive: documented("sensitive"),
  deprecated: compareDeprecated,
  default: compareDefault,

  // `compareSchemas` follows references and compares `false` before it asks for keywords.
  ref: () => [],
  never: () => [],

  types: compareTypes,
  enum: compareEnum,
  // Compared with `enum`: both list values.
  const: () => [],

  minLength: lowerBound("minLength"),
  maxLength: upperBound("maxLength"),
  pattern: constraint("pattern"),
  format: constraint("format"),

  minimum: lowerBound("minimum"),
  maximum: upperBound("maximum"),
  exclusiveMinimum: lowerBound("exclusiveMinimum"),
  exclusiveMaximum: upperBound("exclusiveMaximum"),
  multipleOf: compareMultipleOf,

  items: inner("items", "[]"),
  prefixItems: comparePrefixItems,
  contains: compareContains,
  // An array without the keyword has to contain one such item.
  minContains: lowerBound("minContains", 1),
  maxContains: upperBound("maxContains"),
  minItems: lowerBound("minItems", 0),
  maxItems: upperBound("maxItems"),
  uniqueItems: compareUniqueItems,

  properties: compareProperties,
  patternProperties: comparePatternProperties,
  additionalProperties: compareAdditionalProperties,
  propertyNames: inner("propertyNames", "(name)"),
  required: compareRequired,
  minProperties: lowerBound("minProperties", 0),
  maxProperties: upperBound("maxProperties"),
  dependentRequired: compareDependentRequired,
  dependentSchemas: compareDependentSchemas,

  allOf: compareAllOf,
  anyOf: compareUnion("anyOf"),
  oneOf: compareUnion("oneOf"),
  not: opaque("not", ({ not }) => not),
  if: opaque("if", (schema) => schema.if && [schema.if, schema.then, schema.else]),
  discriminator: compareDiscriminator,
};

/** A keyword that no value's validity depends on. */
function documented(keyword: Keyword): CompareKeyword {
  return function* (pair) {
    const kind = kindOf(pair.before[keyword], pair.after[keyword]);
    if (kind === undefined || isDeepStrictEqual(pair.before[keyword], pair.after[keyword])) return;
    yield change(pair, {
      keyword,
      kind,
      effect: "documented",
      what: kind === "removed" ? `no longer has ${keyword}` : `now has another ${keyword}`,
    });
  };
}

/** A keyword whose every modification may accept and reject other values. */
function constraint(keyword: "format" | "pattern"): CompareKeyword {
  return function* (pair) {
    const [before, after] = [pair.before[keyword], pair.after[keyword]];
    const kind = kindOf(before, after);
    if (kind === undefined || before === after) return;
    const effect: Effect = kind === "added" ? "narrowed" : kind === "removed" ? "widened" : "changed";
    yield change(pair, { keyword, kind, effect, what: movedFrom(keyword, before, after) });
  };
}

/** A keyword that is not looked into: any difference may accept and reject other values. */
function opaque(keyword: string, read: (schema: Schema) => unknown): CompareKeyword {
  return function* (pair) {
    const [before, after] = [read(pair.before), read(pair.after)];
    const kind = kindOf(before, after);
    if (kind === undefined || isSame(before, after)) return;
    yield change(pair, { keyword, kind, effect: "changed", what: `now has another \`${keyword}\`` });
  };
}

/** A tag that is added to the mapping together with its variant is reported as the variant. */
function* compareDiscriminator(pair: Pair): Generator<SchemaChange> {
  const [before, after] = [pair.before.discriminator, pair.after.discriminator];
  const kind = kindOf(before, after);
  if (kind === undefined || isSame(before, after)) return;
  const isOther = ([tag, name]: [string, string]) => after?.mapping.get(tag) !== name;
  const isExtended = before?.propertyName === after?.propertyName && ![...(before?.mapping ?? [])].some(isOther);
  const added = [...(after?.mapping ?? [])].filter(([tag]) => before?.mapping.has(tag) !== true);
  if (isExtended && added.every(([, name]) => !hasVariant(pair.before, name))) return;
  const effect = isExtended ? "documented" : "changed";
  yield change(pair, { keyword: "discriminator", kind, effect, what: "now selects its variants in another way" });
}

function hasVariant({ oneOf = [], anyOf = [] }: Schema, name: string): boolean {
  return [...oneOf, ...anyOf].some(({ ref }) => ref === name);
}

function upperBound(keyword: Bound): CompareKeyword {
  return bound(keyword, Number.POSITIVE_INFINITY, (before, after) => after < before);
}

/** `absent`: the bound that counts where the keyword is absent. */
function lowerBound(keyword: Bound, absent = Number.NEGATIVE_INFINITY): CompareKeyword {
  return bound(keyword, absent, (before, after) => after > before);
}

type Bound = {
  [K in Keyword]: Schema[K] extends number | undefined ? K : never;
}[Keyword];

function bound(keyword: Bound, absent: number, isNarrower: (before: number, after: number) => boolean): CompareKeyword {
  return function* (pair) {
    const [before, after] = [pair.before[keyword], pair.after[keyword]];
    const kind = kindOf(before, after);
    if (kind === undefined || (before ?? absent) === (after ?? absent)) return;
    const effect = isNarrower(before ?? absent, after ?? absent) ? "narrowed" : "widened";
    yield change(pair, { keyword, kind, effect, what: movedFrom(keyword, before, after) });
  };
}

function movedFrom(keyword: string, before: unknown, after: unknown): string {
  if (before === undefined) return `now has the ${keyword} ${show(after)}`;
  if (after === undefined) return `no longer has the ${keyword} ${show(before)}`;
  return `has the ${keyword} ${show(after)} instead of ${show(before)}`;
}

function* compareMultipleOf(pair: Pair): Generator<SchemaChange> {
  const [before, after] = [pair.before.multipleOf, pair.after.multipleOf];
  const kind = kindOf(before, after);
  if (kind === undefined || before === after) return;
  const divides = (one: number | undefined, other: number | undefined) =>
    one === undefined || (other !== undefined && Number.isInteger(other / one));
  const effect = divides(before, after) ? "narrowed" : divides(after, before) ? "widened" : "changed";
  yield change(pair, { keyword: "multipleOf", kind, effect, what: movedFrom("multipleOf", before, after) });
}

function* compareUniqueItems(pair: Pair): Generator<SchemaChange> {
  const [before = false, after = false] = [pair.before.uniqueItems, pair.after.uniqueItems];
  if (before === after) return;
  const what = after ? "no longer allows duplicate items" : "now allows duplicate items";
  const kind = after ? "added" : "removed";
  yield change(pair, { keyword: "uniqueItems", kind, effect: after ? "narrowed" : "widened", what });
}

function* compareTypes(pair: Pair): Generator<SchemaChange> {
  const [before, after] = [typesOf(pair.before), typesOf(pair.after)];
  const gained = after.filter((type) => !before.includes(type));
  const lost = before.filter((type) => !after.includes(type));
  if (gained.length === 0 && lost.length === 0) return;
  const effect = lost.length === 0 ? "widened" : gained.length === 0 ? "narrowed" : "changed";
  const [from, to] = [pair.before, pair.after].map(({ types }) => types?.join(" or ") ?? "any type");
  const kind = kindOf(pair.before.types, pair.after.types) ?? "modified";
  yield change(pair, { keyword: "type", kind, effect, what: `changed its type from ${from} to ${to}` });
}

/** Every integer is a number. */
function typesOf({ types = jsonTypes }: Schema): readonly JsonType[] {
  return types.includes("number") ? [...new Set([...types, "integer" as const])] : types;
}

/** A keyword that holds one schema for all parts of a kind. */
function inner(keyword: "items" | "propertyNames", step: string): CompareKeyword {
  return function* (pair, inside) {
    const [before, after] = [pair.before[keyword], pair.after[keyword]];
    if (before !== undefined && after !== undefined) return yield* inside(before, after, [...pair.path, step]);
    const kind = kindOf(before, after);
    if (kind === undefined) return;
    const what = kind === "added" ? `now has rules for its ${keyword}` : `no longer has rules for its ${keyword}`;
    yield change(pair, { keyword, kind, effect: kind === "added" ? "narrowed" : "widened", what });
  };
}

function* comparePrefixItems(pair: Pair, inside: CompareInside): Generator<SchemaChange> {
  const [before = [], after = []] = [pair.before.prefixItems, pair.after.prefixItems];
  for (const [index, item] of before.entries()) {
    const other = after[index];
    if (other !== undefined) yield* inside(item, other, [...pair.path, `[${index}]`]);
  }
  if (before.length === after.length) return;
  const effect = effectOfLength(pair, after.length > before.length);
  const kind = kindOf(pair.before.prefixItems, pair.after.prefixItems) ?? "modified";
  const what = `has rules for its first ${after.length} items instead of ${before.length}`;
  yield change(pair, { keyword: "prefixItems", kind, effect, what });
}

/** An item that gets a rule of its own may be anything no longer; where no other items are allowed, it is allowed now. */
function effectOfLength({ before, after }: Pair, isLonger: boolean): Effect {
  const rests = [before.items, after.items];
  if (rests.every((rest) => rest === undefined)) return isLonger ? "narrowed" : "widened";
  if (rests.every((rest) => rest?.never === true)) return isLonger ? "widened" : "narrowed";
  return "changed";
}

/** With `maxContains`, an item that counts more easily rejects more: its effect is not certain then. */
function* compareContains(pair: Pair, inside: CompareInside): Generator<SchemaChange> {
  const [before, after] = [pair.before.contains, pair.after.contains];
  const kind = kindOf(before, after);
  if (kind === undefined) return;
  if (before !== undefined && after !== undefined) {
    const isBounded = pair.before.maxContains !== undefined || pair.after.maxContains !== undefined;
    const changes = [...inside(before, after, [...pair.path, "(contains)"])];
    yield* isBounded ? changes.map((one) => ({ ...one, effect: uncertain(one.effect) })) : changes;
    return;
  }
  const what = kind === "added" ? "must now contain certain items" : "no longer has to contain certain items";
  yield change(pair, { keyword: "contains", kind, effect: kind === "added" ? "narrowed" : "widened", what });
}

function uncertain(effect: Effect): Effect {
  return effect === "documented" ? effect : "changed";
}

function* compareRequired(pair: Pair): Generator<SchemaChange> {
  const [before = [], after = []] = [pair.before.required, pair.after.required];
  for (const name of after.filter((one) => !before.includes(one))) {
    const path = [...pair.path, name];
    yield change(pair, { keyword: "required", kind: "added", effect: "narrowed", path, what: "is now required" });
  }
  for (const name of before.filter((one) => !after.includes(one) && hasProperty(pair, one))) {
    const path = [...pair.path, name];
    const what = "is no longer required";
    yield change(pair, { keyword: "required", kind: "removed", effect: "widened", path, what });
  }
}

/** A property that was removed altogether is reported as such. */
function hasProperty({ before, after }: Pair, name: string): boolean {
  return after.properties?.has(name) === true || before.properties?.has(name) !== true;
}

function* compareDependentRequired(pair: Pair): Generator<SchemaChange> {
  const [before, after] = [pair.before.dependentRequired, pair.after.dependentRequired];
  for (const name of new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])) {
    const [old = [], now = []] = [before?.get(name), after?.get(name)];
    const path = [...pair.path, name];
    for (const other of now.filter((one) => !old.includes(one))) {
      const what = `now requires \`${other}\` beside it`;
      yield change(pair, { keyword: "dependentRequired", kind: "added", effect: "narrowed", path, what });
    }
    for (const other of old.filter((one) => !now.includes(one))) {
      const what = `no longer requires \`${other}\` beside it`;
      yield change(pair, { keyword: "dependentRequired", kind: "removed", effect: "widened", path, what });
    }
  }
}

function* compareDependentSchemas(pair: Pair, inside: CompareInside): Generator<SchemaChange> {
  const [before, after] = [pair.before.dependentSchemas, pair.after.dependentSchemas];
  for (const name of new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])) {
    const [old, now] = [before?.get(name), after?.get(name)];
    if (old !== undefined && now !== undefined) yield* inside(old, now, [...pair.path, `(with ${name})`]);
    else {
      const [kind, effect] = old === undefined ? (["added", "narrowed"] as const) : (["removed", "widened"] as const);
      const what = kind === "added" ? "now requires more of its object" : "no longer requires more of its object";
      yield change(pair, { keyword: "dependentSchemas", kind, effect, path: [...pair.path, name], what });
    }
  }
}

function* compareDeprecated(pair: Pair): Generator<SchemaChange> {
  const [before = false, after = false] = [pair.before.deprecated, pair.after.deprecated];
  if (before === after) return;
  const what = after ? "is deprecated" : "is no longer deprecated";
  yield change(pair, { keyword: "deprecated", kind: after ? "added" : "removed", effect: "documented", what });
}

/** A default does not constrain values, but the same request means something else. */
function* compareDefault(pair: Pair): Generator<SchemaChange> {
  const [before, after] = [pair.before.default, pair.after.default];
  const kind = kindOf(before, after);
  if (kind === undefined || isDeepStrictEqual(before, after)) return;
  const what = `defaults to ${show(after)} instead of ${show(before)}: the same request means something else`;
  yield change(pair, { keyword: "default", kind, effect: "documented", what });
}
