/** The TypeScript type of a schema, as text. */
import { docComment } from "../../emit/comment.ts";
import { propertyName } from "../../emit/identifier.ts";
import { literal, stringLiteral } from "../../emit/literal.ts";
import type { Json, JsonType, NamedSchema, Schema } from "../../model.ts";
import type { Openness } from "../openness.ts";

/** The context of a schema that its type depends on. */
export interface TypeContext {
  /** Whether enums admit values that are not known yet. */
  readonly openness: Openness;
  readonly schemas: ReadonlyMap<string, NamedSchema>;
  /** How a named schema is written, open or closed: its name, or the type itself. */
  readonly nameFor: (name: string, openness: Openness) => string;
}

const INDENT = "  ";

/** The type of a schema. Lines after the first begin with the indent. */
export function typeOf(schema: Schema, context: TypeContext, indent = ""): string {
  if (schema.never) return "never";
  if (schema.const !== undefined) return literalType(schema.const.value);
  const parts = [
    ...(schema.ref === undefined ? [] : [context.nameFor(schema.ref, context.openness)]),
    ...(schema.enum === undefined ? [] : [enumType(schema.enum, context.openness, indent)]),
    ...(schema.allOf ?? []).map((part) => typeOf(part, context, indent)),
    ...[schema.anyOf, schema.oneOf].flatMap((variants) =>
      variants ? [variantsType(variants, schema, context, indent)] : [],
    ),
  ].filter((part) => part !== "unknown");
  const own = ownType(schema, context, indent, parts.length > 0);
  const all = [...new Set(own === undefined ? parts : [own, ...parts])];
  const [only] = all;
  if (only === undefined) return "unknown";
  return all.length === 1 ? only : all.map(wrap).join(" & ");
}

/** A type that can be written beside `&`, before `[]`, or inside a union without a change of meaning. */
function wrap(type: string): string {
  return /^[\w$]+$/.test(type) || isOneLiteral(type) ? type : `(${type})`;
}

function isOneLiteral(type: string): boolean {
  return /^"(?:[^"\\]|\\.)*"$/.test(type) || (type.startsWith("{") && closesAtEnd(type));
}

/** Whether the brace that opens a type closes at its very end. Braces inside strings and comments are escaped by depth. */
function closesAtEnd(type: string): boolean {
  let depth = 0;
  const tokens = type.matchAll(/"(?:[^"\\]|\\.)*"|\/\*[\s\S]*?\*\/|[{}]/g);
  for (const { 0: token, index } of tokens) {
    if (token === "{") depth += 1;
    if (token === "}") depth -= 1;
    if (depth === 0 && token === "}") return index === type.length - 1;
  }
  return false;
}

/** `(string & {})` keeps the known values in an editor's completion while any other string is assignable. */
function enumType(values: readonly Json[], openness: Openness, indent: string): string {
  const kinds = new Set<string>(values.map((value) => typeof value));
  const others = openness === "closed" ? [] : ["string", "number"].filter((kind) => kinds.has(kind));
  return union([...values.map(literalType), ...others.map((kind) => `(${kind} & {})`)], indent);
}

/** Members of a union, on a line each where one line would be too long. */
function union(types: readonly string[], indent: string): string {
  const line = types.join(" | ");
  if (line.length <= 90 || types.length === 1) return line;
  return types.map((type) => `\n${indent}${INDENT}| ${type}`).join("");
}

/** A type as a member of a union; a union of its own may begin with a line break and a bar. */
function variant(type: string): string {
  return type.includes(" & ") || type.startsWith("\n") ? wrap(type) : type;
}

/** `: type` or ` = type`, for a type that may begin on the next line. */
export function after(sign: string, type: string): string {
  return type.startsWith("\n") ? `${sign}${type}` : `${sign} ${type}`;
}

function literalType(value: Json): string {
  return literal(value).replaceAll('["__proto__"]', '"__proto__"');
}

function variantsType(variants: readonly Schema[], schema: Schema, context: TypeContext, indent: string): string {
  const types = variants.map((variant) => {
    const type = typeOf(variant, context, indent);
    const tags = missingTags(variant, schema, context);
    return tags.length === 0
      ? type
      : `${wrap(type)} & { ${tagProperty(schema)}: ${tags.map(stringLiteral).join(" | ")} }`;
  });
  const distinct = [...new Set(types)];
  if (distinct.includes("unknown")) return "unknown";
  return union(distinct.map(variant), indent);
}

function tagProperty(schema: Schema): string {
  return propertyName(schema.discriminator?.propertyName ?? "");
}

/** The tags by which a discriminator means a variant that does not fix its tag itself. */
function missingTags(variant: Schema, { discriminator }: Schema, { schemas }: TypeContext): string[] {
  if (discriminator === undefined || variant.ref === undefined) return [];
  const property = schemas.get(variant.ref)?.schema.properties?.get(discriminator.propertyName);
  const target = property?.ref === undefined ? property : schemas.get(property.ref)?.schema;
  if (target?.const !== undefined) return [];
  const tags = [...discriminator.mapping].filter(([, name]) => name === variant.ref).map(([tag]) => tag);
  return tags.length > 0 ? tags : [variant.ref];
}

/** The part of a type that `type` and the keywords of objects and arrays say. */
function ownType(schema: Schema, context: TypeContext, indent: string, hasOthers: boolean): string | undefined {
  if (schema.enum !== undefined) return undefined;
  const types = schema.types ?? impliedTypes(schema);
  const written = types.map((type) => oneType(type, schema, context, indent));
  // `type: object` beside a composition says nothing that the composition does not.
  if (hasOthers && types.every((type) => type === "object") && !hasMembers(schema)) return undefined;
  return written.length === 0 ? undefined : [...new Set(written)].join(" | ");
}

function hasMembers(schema: Schema): boolean {
  return [schema.properties, schema.required, schema.additionalProperties, schema.patternProperties].some(
    (keyword) => keyword !== undefined,
  );
}

function impliedTypes(schema: Schema): JsonType[] {
  if (hasMembers(schema)) return ["object"];
  return schema.items !== undefined || schema.prefixItems !== undefined ? ["array"] : [];
}

function oneType(type: JsonType, schema: Schema, context: TypeContext, indent: string): string {
  if (type === "array") return arrayType(schema, context, indent);
  if (type === "object") return objectType(schema, context, indent);
  return type === "integer" ? "number" : type;
}

/** An array that is sent is only read, so it may be `readonly`. */
function arrayType(schema: Schema, context: TypeContext, indent: string): string {
  const array = mutableArrayType(schema, context, indent);
  return context.openness === "closed" ? `readonly ${array}` : array;
}

function mutableArrayType({ items, prefixItems, minItems = 0 }: Schema, context: TypeContext, indent: string): string {
  const item = items === undefined ? "unknown" : typeOf(items, context, indent);
  if (prefixItems === undefined) return `${wrap(item)}[]`;
  const first = prefixItems.map((part, index) => {
    const type = typeOf(part, context, indent);
    return index < minItems ? type : `${wrap(type)}?`;
  });
  return `[${[...first, ...(items?.never ? [] : [`...${wrap(item)}[]`])].join(", ")}]`;
}

function objectType(schema: Schema, context: TypeContext, indent: string): string {
  const index = indexType(schema, context, indent + INDENT);
  const rest = index === "never" ? undefined : index;
  const members = memberLines(schema, context, indent + INDENT, rest);
  if (members.length === 0) return `{ [key: string]: ${index ?? "unknown"} }`;
  if (rest !== undefined)
    members.push(`${indent + INDENT}[key: string]: ${signatureType(schema, context, indent, rest)};`);
  return `{\n${members.join("\n")}\n${indent}}`;
}

/** TypeScript has no index signature for other members than the named ones, so it admits the types of those too. */
function signatureType(schema: Schema, context: TypeContext, indent: string, rest: string): string {
  const properties = [...(schema.properties ?? [])];
  const isOptional = properties.some(([name]) => !schema.required?.includes(name));
  const types = properties.map(([, property]) => typeOf(property, context, indent + INDENT));
  const all = new Set([rest, ...types, ...(isOptional ? ["undefined"] : [])]);
  return all.has("unknown") ? "unknown" : [...all].map(variant).join(" | ");
}

function indexType(schema: Schema, context: TypeContext, indent: string): string | undefined {
  const { additionalProperties, patternProperties } = schema;
  if (additionalProperties === undefined && patternProperties === undefined) return undefined;
  const rest = additionalProperties === undefined ? "unknown" : typeOf(additionalProperties, context, indent);
  const types = [...(patternProperties?.values() ?? [])].map((pattern) => typeOf(pattern, context, indent));
  const all = new Set([...types, rest]);
  if (all.has("unknown")) return "unknown";
  if (all.size > 1) all.delete("never");
  return [...all].join(" | ");
}

/** A line, or several, for each property; a required property that is not described here is as it is in another part. */
export function memberLines(schema: Schema, context: TypeContext, indent: string, rest = "unknown"): string[] {
  const properties = [...(schema.properties ?? [])].map(([name, property]) => {
    const comment = schemaComment(property, context, indent);
    const start = `${comment}${indent}${propertyName(name)}`;
    const type = typeOf(property, context, indent);
    if (schema.required?.includes(name)) return `${start}${after(":", type)};`;
    return `${start}?${after(":", optionalType(type, context.openness, indent))};`;
  });
  const undeclared = (schema.required ?? []).filter((name) => !schema.properties?.has(name));
  const required = undeclared.map((name) => {
    const property = findInParts(schema, name, context);
    const type = property === undefined ? rest : typeOf(property, context, indent);
    return `${indent}${propertyName(name)}${after(":", type)};`;
  });
  return [...properties, ...required];
}

/** A property of an object that is described by the schema's reference, or by a part of its `allOf`. */
function findInParts(schema: Schema, name: string, context: TypeContext, seen = new Set<Schema>()): Schema | undefined {
  if (seen.has(schema)) return undefined;
  seen.add(schema);
  const target = schema.ref === undefined ? undefined : context.schemas.get(schema.ref)?.schema;
  const parts = [...(target === undefined ? [] : [target]), ...(schema.allOf ?? [])];
  for (const part of parts) {
    const property = part.properties?.get(name) ?? findInParts(part, name, context, seen);
    if (property !== undefined) return property;
  }
  return undefined;
}

/**
 * The type of an optional member. Callers may pass undefined, also with TypeScript's `exactOptionalPropertyTypes`: JSON and
 * the client leave it out. What the API sends is never undefined.
 */
export function optionalType(type: string, openness: Openness, indent = ""): string {
  if (openness === "open" || type === "unknown") return type;
  return type.startsWith("\n") ? `${type}\n${indent}${INDENT}| undefined` : `${type} | undefined`;
}

/** Examples longer than this tell less in an editor's hover than they cost. */
const LONGEST_EXAMPLE = 80;

/** The doc comment of a schema; one that only refers is described by what it refers to. */
export function schemaComment(schema: Schema, context: TypeContext, indent: string): string {
  const target = schema.ref === undefined ? undefined : context.schemas.get(schema.ref)?.schema;
  const described = { ...target, ...schema };
  const [example] = described.examples ?? [];
  const exampleText = example === undefined ? undefined : JSON.stringify(example);
  return docComment(
    {
      description: [(described.description ?? described.title ?? "").trim(), ...valueLines(schema)].join("\n"),
      deprecated: described.deprecated,
      default: described.default === undefined ? undefined : JSON.stringify(described.default),
      example: exampleText !== undefined && exampleText.length <= LONGEST_EXAMPLE ? exampleText : undefined,
    },
    indent,
  );
}

function valueLines({ enumDescriptions }: Schema): string[] {
  const lines = [...(enumDescriptions ?? [])].map(([value, meaning]) => `- \`${value}\`: ${meaning}`);
  return lines.length === 0 ? [] : ["", ...lines];
}
