/**
 * Reads a raw Schema Object into the model, keyword by keyword: each is in the model, a known annotation, or a problem
 * that names its place. https://spec.openapis.org/oas/v3.1.1.html#schema-object
 */

import type { Discriminator, JsonType, Place, Schema } from "../../model.ts";
import { jsonTypes } from "../json-types.ts";
import { findBacktracking } from "../patterns/find-backtracking.ts";
import { fromRef, join, lookUp, split } from "../pointer.ts";
import type { Problem } from "../spec-error.ts";
import {
  asJson,
  at,
  type BuildContext,
  follow,
  isRawObject,
  member,
  nameOf,
  readArray,
  readBoolean,
  readCount,
  readNumber,
  readObject,
  readString,
  readStrings,
  report,
} from "./build-context.ts";
import { checkSchema } from "./check-schema.ts";

type Reader = (value: unknown, context: BuildContext) => Partial<Schema>;

/** Keywords that say nothing about which values are valid, or that `$ref`s alone reach. */
const ANNOTATIONS = new Set(
  `$comment $defs contentEncoding contentMediaType example externalDocs readOnly writeOnly xml`.split(/\s+/),
);

/** The alternative to each keyword that is not supported. */
export const KEYWORD_HINTS: ReadonlyMap<string, string> = new Map([
  ["nullable", 'in OpenAPI 3.1 write type: [string, "null"]'],
  ["definitions", "use $defs, or a schema under components"],
  ["dependencies", "use dependentRequired or dependentSchemas"],
  ["unevaluatedProperties", "use additionalProperties on a schema that lists all its properties"],
  ["unevaluatedItems", "use items and prefixItems"],
  ["$dynamicRef", "use $ref to a schema under components"],
  ["$recursiveRef", "use $ref to a schema under components"],
  ["$anchor", "use $ref with a JSON pointer"],
  ["$id", "use $ref with a JSON pointer"],
]);

/**
 * A context for a schema without a spec, such as a test's: its own document, from whose root its `$ref`s count.
 * Problems are collected in the array.
 */
export function schemaContext(
  document: unknown,
  problems: Problem[],
  placeOf?: (pointer: string) => Place,
): BuildContext {
  return {
    document,
    pointer: "",
    placeOf: placeOf ?? ((pointer) => ({ pointer, line: 1 })),
    report: (problem) => problems.push(problem),
    resolving: [],
  };
}

/** Reads the schema that the context points at. Reports problems; the result is then incomplete. */
export function buildSchema(raw: unknown, context: BuildContext): Schema {
  const place = context.placeOf(context.pointer);
  if (raw === true) return { place };
  if (raw === false) return { place, never: true };
  if (!isRawObject(raw)) {
    report(context, "a schema must be an object, true or false");
    return { place };
  }
  const read = Object.entries(raw).map(([keyword, value]) => readKeyword(keyword, value, at(context, keyword)));
  const own = Object.assign({ place }, ...read) as Schema;
  for (const [keyword, message, hint] of checkSchema(own)) report(at(context, keyword), message, hint);
  const inner = Object.hasOwn(raw, "$ref") ? readInPlace(raw.$ref, at(context, "$ref")) : undefined;
  return inner === undefined ? own : { ...own, allOf: [...(own.allOf ?? []), inner] };
}

function readKeyword(keyword: string, value: unknown, context: BuildContext): Partial<Schema> {
  const reader = READERS.get(keyword);
  if (reader !== undefined) return reader(value, context);
  if (!ANNOTATIONS.has(keyword) && !keyword.startsWith("x-")) {
    report(
      context,
      `unsupported keyword ${keyword}`,
      KEYWORD_HINTS.get(keyword) ?? "remove it, or write the rule another way",
    );
  }
  return {};
}

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["$ref", readRef],
  ["$schema", readDialect],
  ["type", (value, context) => defined("types", readTypes(value, context))],
  ["const", (value) => ({ const: { value: asJson(value) } })],
  ["default", (value) => ({ default: asJson(value) })],
  ["pattern", (value, context) => defined("pattern", readPattern(value, context))],
  ["discriminator", (value, context) => defined("discriminator", readDiscriminator(value, context))],
  ["dependentRequired", (value, context) => defined("dependentRequired", readMap(value, context, readStringsOrNone))],
  ...simple(readString, "title", "description", "format"),
  ...simple(readBoolean, "deprecated", "uniqueItems"),
  ...simple(readNumber, "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
  ...simple(readCount, "minLength", "maxLength", "minItems", "maxItems", "minContains", "maxContains"),
  ...simple(readCount, "minProperties", "maxProperties"),
  ...simple(readStrings, "required"),
  ...simple(readValues, "enum", "examples"),
  ...simple(buildSchema, "items", "contains", "additionalProperties", "propertyNames", "not", "if", "then", "else"),
  ["x-pattern-message", (value, context) => defined("patternMessage", readString(value, context))],
  ["x-sensitive", (value, context) => defined("sensitive", readBoolean(value, context))],
  ["x-enumDescriptions", (value, context) => defined("enumDescriptions", readMap(value, context, readText))],
  ...simple(readSchemas, "prefixItems", "allOf", "anyOf", "oneOf"),
  ...simple(readSchemaMap, "properties", "dependentSchemas"),
  ...simple(readPatternMap, "patternProperties"),
]);

/** The keywords of JSON Schema and OpenAPI that are read: each bears on what is valid, or is shown. */
export const SUPPORTED_KEYWORDS: readonly string[] = [...READERS.keys()].filter((keyword) => !keyword.startsWith("x-"));

/** Keywords that keep their name in the model and share a reader. */
function simple<T>(
  read: (value: unknown, context: BuildContext) => T | undefined,
  ...keywords: (keyof Schema)[]
): [string, Reader][] {
  return keywords.map((keyword) => [keyword, (value, context) => defined(keyword, read(value, context))]);
}

function defined(key: keyof Schema, value: unknown): Partial<Schema> {
  return value === undefined ? {} : { [key]: value };
}

/** `#/components/schemas/X` is kept as a name. */
function readRef(value: unknown): Partial<Schema> {
  const pointer = typeof value === "string" ? fromRef(value) : undefined;
  return defined("ref", pointer === undefined ? undefined : componentName(pointer));
}

/** Any other local reference is read in place. Its siblings apply beside it, so the two are not merged. */
function readInPlace(ref: unknown, context: BuildContext): Schema | undefined {
  const target = follow(ref, context);
  if (target === undefined || componentName(target.context.pointer) !== undefined) return undefined;
  return buildSchema(target.value, target.context);
}

/** `Payment` for `/components/schemas/Payment`, undefined for anything deeper or elsewhere. */
export function componentName(pointer: string): string | undefined {
  const [first, second, name, ...rest] = split(pointer);
  return first === "components" && second === "schemas" && rest.length === 0 ? name : undefined;
}

function readDialect(value: unknown, context: BuildContext): Partial<Schema> {
  checkDialect(value, context);
  return {};
}

/** Draft 2020-12 and OpenAPI 3.1's own dialect mean the same by every keyword that is supported. */
export function checkDialect(value: unknown, context: BuildContext): void {
  const dialect = String(value);
  if (dialect === "https://json-schema.org/draft/2020-12/schema") return;
  if (/^https:\/\/spec\.openapis\.org\/oas\/3\.1\/dialect\/(base|[\d-]+)$/.test(dialect)) return;
  report(context, `unsupported dialect ${dialect}`, "write schemas in JSON Schema draft 2020-12");
}

function readTypes(value: unknown, context: BuildContext): readonly JsonType[] | undefined {
  const types: readonly unknown[] = Array.isArray(value) ? value : [value];
  const known = types.filter((type): type is JsonType => jsonTypes.some((known) => known === type));
  if (known.length === 0 || known.length < types.length || new Set(known).size < known.length) {
    return report(context, `type must be one or several of ${jsonTypes.join(", ")}, each once`);
  }
  return known;
}

function readPattern(value: unknown, context: BuildContext): string | undefined {
  const pattern = readString(value, context);
  try {
    if (pattern !== undefined) new RegExp(pattern, "u");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return report(context, `not a regular expression of ECMA-262 with the u flag: ${reason}`, "correct the pattern");
  }
  const slow = pattern === undefined ? undefined : judgePattern(pattern);
  return slow === undefined ? pattern : report(context, `the pattern ${pattern} ${slow}`, AGAINST_BACKTRACKING);
}

/** The findings for each pattern: a spec repeats the few that it has, and the search takes long. */
const judged = new Map<string, string | undefined>();

function judgePattern(pattern: string): string | undefined {
  if (!judged.has(pattern)) judged.set(pattern, findBacktracking(pattern));
  return judged.get(pattern);
}

const AGAINST_BACKTRACKING =
  "start it with ^, let no two loops side by side take the same characters, and look neither around nor back";

function readValues(value: unknown, context: BuildContext): Schema["enum"] {
  return readArray(value, context)?.map(asJson);
}

function readText(value: unknown, context: BuildContext): string {
  return readString(value, context) ?? "";
}

function readStringsOrNone(value: unknown, context: BuildContext): readonly string[] {
  return readStrings(value, context) ?? [];
}

function readSchemas(value: unknown, context: BuildContext): readonly Schema[] | undefined {
  const list = readArray(value, context);
  if (list?.length === 0) return report(context, `${nameOf(context)} must hold at least one schema`);
  return list?.map((item, index) => buildSchema(item, at(context, index)));
}

function readSchemaMap(value: unknown, context: BuildContext): ReadonlyMap<string, Schema> | undefined {
  return readMap(value, context, buildSchema);
}

function readPatternMap(value: unknown, context: BuildContext): ReadonlyMap<string, Schema> | undefined {
  const all = readMap(value, context, (schema, inner) => {
    const pattern = readPattern(nameOf(inner), inner);
    return pattern === undefined ? undefined : buildSchema(schema, inner);
  });
  return all && new Map([...all].filter(isPresent));
}

function readMap<T>(
  value: unknown,
  context: BuildContext,
  read: (value: unknown, context: BuildContext) => T,
): ReadonlyMap<string, T> | undefined {
  const object = readObject(value, context);
  return object && new Map(Object.entries(object).map(([key, inner]) => [key, read(inner, at(context, key))] as const));
}

function readDiscriminator(value: unknown, context: BuildContext): Discriminator | undefined {
  const object = readObject(value, context);
  const propertyName = object && readString(member(object, "propertyName"), at(context, "propertyName"));
  if (object === undefined || propertyName === undefined) return undefined;
  const mapping = readMap(member(object, "mapping") ?? {}, at(context, "mapping"), readMappingTarget);
  return { propertyName, mapping: new Map([...(mapping ?? [])].filter(isPresent)) };
}

/** A mapping names a schema either as `#/components/schemas/Card` or as `Card`. */
function readMappingTarget(value: unknown, context: BuildContext): string | undefined {
  const target = readString(value, context);
  if (target === undefined) return undefined;
  const pointer = fromRef(target);
  const name = pointer === undefined ? target : componentName(pointer);
  if (name !== undefined && lookUp(context.document, join("/components/schemas", name)) !== undefined) return name;
  return report(
    context,
    `the discriminator maps to ${target}, which is not a schema of components`,
    "correct the name",
  );
}

function isPresent<T>(entry: [string, T | undefined]): entry is [string, T] {
  return entry[1] !== undefined;
}
