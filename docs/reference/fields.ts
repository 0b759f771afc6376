/** Lists of fields as the pages show them: plain data, which `Fields.astro` renders. */
import type { Api, Header, Json, Parameter, Schema } from "../../scripts/model.ts";
import { href, kebab, schemaSlug } from "./addresses.ts";
import { describeFormat, describeType } from "./describe-type.ts";
import { resolveSchema } from "./resolve-schema.ts";

type Schemas = Api["schemas"];

export interface SchemaLink {
  readonly name: string;
  readonly href: string;
}

/** A value that an enum allows. */
export interface EnumValue {
  readonly value: string;
  readonly meaning: string | undefined;
}

/** A member of a union. */
export interface Option {
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly type: string;
  readonly schema: SchemaLink | undefined;
  /** The values of the discriminator's property that select this member; none without a discriminator. */
  readonly tags: readonly string[];
}

/** Facts about a value, whether or not it is a field of something. */
export interface ValueFacts {
  /** In words, with its bounds. */
  readonly type: string;
  /** The page of the schema, or of an array's items. */
  readonly schema: SchemaLink | undefined;
  /** In words; undefined where it only says how wide an integer is. */
  readonly format: string | undefined;
  readonly pattern: string | undefined;
  /** The strings that match the pattern, in words that follow "must be". */
  readonly patternMessage: string | undefined;
  readonly description: string | undefined;
  /** Default, example and constant, each as JSON without the quotes of a string. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly values: readonly EnumValue[];
  readonly options: readonly Option[];
  /** The property that selects one of the options; undefined without a discriminator. */
  readonly discriminator: string | undefined;
  /** The keys and values of a map. */
  readonly entries:
    | { readonly keys: string; readonly values: string; readonly schema: SchemaLink | undefined }
    | undefined;
}

export interface Field extends ValueFacts {
  readonly name: string;
  /** The anchor on the page. */
  readonly id: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  /** The fields of an object, or of an array's items. */
  readonly fields: readonly Field[];
}

/** How many objects are shown inside each other; deeper ones are a link away. */
const MAX_DEPTH = 3;

/** The fields of an object schema, and of the objects in it. Anchors begin with the prefix. */
export function listFields(schema: Schema, prefix: string, schemas: Schemas, path: readonly string[] = []): Field[] {
  const { name, schema: resolved } = resolveSchema(schema, schemas);
  const required = new Set(resolved.required);
  const inside = [...path, name ?? ""];
  return [...(resolved.properties ?? [])].map(([key, property]) => {
    const id = `${prefix}-${anchor(key)}`;
    const field = describeField(key, property, id, required.has(key), schemas);
    return { ...field, fields: listNested(property, id, schemas, inside) };
  });
}

/** The parameters of a request, or the headers of a response. */
export function listParameters(parameters: Iterable<Header | Parameter>, prefix: string, schemas: Schemas): Field[] {
  return [...parameters].map(({ name, required, deprecated, description, example, schema }) => {
    const id = `${prefix}-${anchor(name)}`;
    const field = describeField(name, schema, id, required, schemas, example);
    const own = { description: description ?? field.description, deprecated: deprecated || field.deprecated };
    return { ...field, ...own, fields: listNested(schema, id, schemas, []) };
  });
}

function describeField(
  name: string,
  raw: Schema,
  id: string,
  required: boolean,
  schemas: Schemas,
  example?: Json,
): Omit<Field, "fields"> {
  const deprecated = resolveSchema(raw, schemas).schema.deprecated ?? false;
  return { name, id, required, deprecated, ...describeValue(raw, schemas, example) };
}

/**
 * Describes what the fields of an object do not say: that it may also be null, that it is one of several, or that it has more
 * entries. Undefined for an object that is no more than its fields.
 */
export function describeBeside(raw: Schema, schemas: Schemas): ValueFacts | undefined {
  const value = describeValue(raw, schemas);
  if (value.type === "object" && value.options.length === 0 && value.entries === undefined) return undefined;
  return { ...value, facts: [] };
}

/** Describes a value by its schema; the example replaces the schema's own. */
export function describeValue(raw: Schema, schemas: Schemas, example?: Json): ValueFacts {
  const { name, schema } = resolveSchema(raw, schemas);
  const itemName = schema.items && resolveSchema(schema.items, schemas).name;
  return {
    type: describeType(raw, schemas),
    schema: linkTo(name ?? itemName),
    format: describeFormat(schema.format),
    pattern: schema.pattern,
    patternMessage: schema.patternMessage,
    description: schema.description,
    facts: listFacts(schema, example),
    values: listValues(schema, schemas),
    options: listOptions(schema, schemas),
    discriminator: unionOf(schema, schemas).discriminator?.propertyName,
    entries: describeEntries(schema, schemas),
  };
}

function listNested(raw: Schema, id: string, schemas: Schemas, path: readonly string[]): Field[] {
  const { schema } = resolveSchema(raw, schemas);
  const object = schema.properties === undefined ? schema.items : raw;
  if (object === undefined) return [];
  const { name } = resolveSchema(object, schemas);
  if (path.length > MAX_DEPTH || (name !== undefined && path.includes(name))) return [];
  return listFields(object, id, schemas, path);
}

function listFacts({ default: preset, const: constant, examples }: Schema, example?: Json): ValueFacts["facts"] {
  const shown = example ?? examples?.[0];
  return [
    ...(constant === undefined ? [] : [{ label: "Always", value: print(constant.value) }]),
    ...(preset === undefined ? [] : [{ label: "Default", value: print(preset) }]),
    ...(shown === undefined || constant !== undefined ? [] : [{ label: "Example", value: print(shown) }]),
  ];
}

function listValues(schema: Schema, schemas: Schemas): EnumValue[] {
  const ofItems = schema.items && resolveSchema(schema.items, schemas).schema;
  const { enum: values = [], enumDescriptions } = schema.enum === undefined && ofItems ? ofItems : schema;
  return values.map((value) => ({ value: print(value), meaning: enumDescriptions?.get(print(value)) }));
}

/** The union that a value is, or that the items of an array are; otherwise the schema itself. */
function unionOf(schema: Schema, schemas: Schemas): Schema {
  const { oneOf, anyOf, items } = schema;
  if ((oneOf ?? anyOf ?? []).length > 0 || items === undefined) return schema;
  return unionOf(resolveSchema(items, schemas).schema, schemas);
}

function listOptions(schema: Schema, schemas: Schemas): Option[] {
  const union = unionOf(schema, schemas);
  return (union.oneOf ?? union.anyOf ?? []).map((option) => {
    const { name, schema: resolved } = resolveSchema(option, schemas);
    const itemName = resolved.items && resolveSchema(resolved.items, schemas).name;
    const { title, description } = name === undefined ? resolved : {};
    const tags = listTags(name, resolved, union);
    return { title, description, type: describeType(option, schemas), schema: linkTo(name ?? itemName), tags };
  });
}

/** The tags of a union's member: those that the discriminator maps to it, or the constant that it fixes, or its name. */
function listTags(name: string | undefined, member: Schema, { discriminator }: Schema): string[] {
  if (discriminator === undefined || name === undefined) return [];
  const mapped = [...discriminator.mapping].filter(([, target]) => target === name).map(([tag]) => tag);
  if (mapped.length > 0) return mapped;
  const fixed = member.properties?.get(discriminator.propertyName)?.const;
  return [fixed === undefined ? name : print(fixed.value)];
}

function describeEntries({ additionalProperties, propertyNames }: Schema, schemas: Schemas): ValueFacts["entries"] {
  if (additionalProperties === undefined || additionalProperties.never === true) return undefined;
  const keys = propertyNames === undefined ? "string" : describeType(propertyNames, schemas);
  const { name } = resolveSchema(additionalProperties, schemas);
  return { keys, values: describeType(additionalProperties, schemas), schema: linkTo(name) };
}

const linkTo = (name: string | undefined): SchemaLink | undefined =>
  name === undefined ? undefined : { name, href: href(schemaSlug(name)) };

const anchor = (name: string): string => kebab(name).replace(/[^a-z0-9_]+/g, "-");

const print = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));
