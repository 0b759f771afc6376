/** How parameters are written as text: one rule for the validators and the mock. */
import type { Api, Parameter, Schema } from "../model.ts";
import { kindsOf } from "./validators/analyze/kinds.ts";
import { flatten } from "./validators/analyze/tagged-union.ts";

type Schemas = Pick<Api, "schemas">;

/** The type that a text is read as. */
export type TextType = "boolean" | "integer" | "number" | "text";

/** How the text of a parameter becomes a value; `ParameterRule` of the validators' runtime says it in full. */
export interface ParameterReader {
  readonly type: TextType;
  readonly many?: "commas" | "list" | "members";
  /** The types of an object's members that are not read as `type`, by name. */
  readonly members?: ReadonlyMap<string, TextType>;
}

/** Why a parameter cannot be read from its text. */
export interface Unreadable {
  /** Follows the parameter's name. */
  readonly problem: string;
  readonly hint: string;
}

/** How a parameter is read, or why it cannot be. */
export function readerOf({ schema, style, explode, in: place }: Parameter, api: Schemas): ParameterReader | Unreadable {
  const kinds = kindsOfText(schema, api);
  const isOnly = (kind: string) => kinds.length === 1 && kinds[0] === kind;
  if (style === "deepObject") {
    return isOnly("object") ? objectReader(schema, api) : unreadable("is in the style deepObject, but no object");
  }
  if (isOnly("object")) return unreadable(`is an object in the style ${style}`, "use deepObject in the query");
  if (isOnly("array")) return listReader(schema, place === "query" && explode ? "list" : "commas", api);
  const type = textTypeOf(schema, api);
  return type === undefined ? unreadable("may be of several types, and a text does not say of which") : { type };
}

function unreadable(problem: string, hint = "give it one type; null may be beside it"): Unreadable {
  return { problem, hint };
}

function listReader(schema: Schema, many: "commas" | "list", api: Schemas): ParameterReader | Unreadable {
  const parts = partsOf(schema, api);
  const items = parts?.flatMap((part) => [
    ...(part.items === undefined ? [] : [part.items]),
    ...(part.prefixItems ?? []),
  ]);
  const types = new Set(items?.filter(({ never }) => !never).map((item) => textTypeOf(item, api)));
  if (items === undefined || types.has(undefined) || types.size > 1) {
    return unreadable("is a list whose items are not all read alike", "give its items one type, and no list or object");
  }
  // A list without a rule for its items, or without items at all.
  const [type = "text"] = types;
  return { type, many };
}

function objectReader(schema: Schema, api: Schemas): ParameterReader | Unreadable {
  const parts = partsOf(schema, api);
  if (parts === undefined || parts.some((part) => part.patternProperties ?? part.dependentSchemas ?? part.if)) {
    return unreadable("is an object whose members are not known by their names", "name them under properties");
  }
  const typeOfAll = (schemas: readonly Schema[]) => textTypeOf({ place: schema.place, allOf: schemas }, api);
  const others = parts.flatMap(({ additionalProperties: rest }) => (rest === undefined || rest.never ? [] : [rest]));
  const names = new Set(parts.flatMap(({ properties }) => [...(properties?.keys() ?? [])]));
  const type = typeOfAll(others);
  const members = new Map<string, TextType>();
  for (const name of names) {
    const member = typeOfAll(parts.flatMap(({ properties }) => properties?.get(name) ?? []));
    if (member === undefined) return unreadableMember(`the member ${name}`);
    if (member !== type) members.set(name, member);
  }
  if (type === undefined) return unreadableMember("members");
  return { type, many: "members", ...(members.size === 0 ? {} : { members }) };
}

function unreadableMember(which: string): Unreadable {
  return unreadable(`has ${which} of no or several types that a text can be`, "use a text, a number or a boolean");
}

/** The schemas that a value meets all of; undefined where it is held to one of several, apart from null. */
function partsOf(schema: Schema, api: Schemas): readonly Schema[] | undefined {
  const parts: Schema[] = [];
  for (const part of flatten(schema, api).parts) {
    parts.push(part);
    for (const variants of [part.anyOf, part.oneOf]) {
      const [only, ...others] = (variants ?? []).filter((variant) => kindsOfText(variant, api).length > 0);
      const inner = only === undefined ? [] : partsOf(only, api);
      if (inner === undefined || others.length > 0) return undefined;
      parts.push(...inner);
    }
  }
  return parts;
}

/** The kinds that a value can have which is given: null is to leave the parameter out. */
function kindsOfText(schema: Schema, api: Schemas): readonly string[] {
  return kindsOf(schema, api).filter((kind) => kind !== "null");
}

/** The type that a single text is read as; undefined if several fit, since a text does not say which of them it is. */
function textTypeOf(schema: Schema, api: Schemas): TextType | undefined {
  const [kind, ...others] = kindsOfText(schema, api);
  if (kind === undefined || others.length > 0) return acceptsAnyText(schema, api) ? "text" : undefined;
  if (kind === "number") return isWhole(schema, api) ? "integer" : "number";
  if (kind === "string") return "text";
  return kind === "boolean" ? "boolean" : undefined;
}

const SELECTIVE = [
  "enum",
  "const",
  "pattern",
  "format",
  "minLength",
  "maxLength",
  "anyOf",
  "oneOf",
  "not",
  "if",
] as const;
const STRUCTURED = [
  "items",
  "prefixItems",
  "contains",
  "properties",
  "patternProperties",
  "additionalProperties",
] as const;

/** Whether every text is valid as it is, so that nothing depends on what else it could be read as. */
function acceptsAnyText(schema: Schema, api: Schemas): boolean {
  const kinds = kindsOf(schema, api);
  const { parts } = flatten(schema, api);
  const isUntyped = parts.every(({ types }) => types === undefined);
  if (!kinds.includes("string") || (!isUntyped && (kinds.includes("array") || kinds.includes("object")))) return false;
  return parts.every((part) => [...SELECTIVE, ...STRUCTURED].every((keyword) => part[keyword] === undefined));
}

/** Whether every number that a schema accepts is an integer. */
function isWhole(schema: Schema, api: Schemas, visited: readonly Schema[] = []): boolean {
  if (visited.includes(schema)) return false;
  const isInner = (part: Schema) => isWhole(part, api, [...visited, schema]);
  const values = schema.const === undefined ? schema.enum : [schema.const.value];
  if (values?.every((value) => typeof value !== "number" || Number.isInteger(value))) return true;
  if (schema.types?.includes("integer") && !schema.types.includes("number")) return true;
  const target = schema.ref === undefined ? undefined : api.schemas.get(schema.ref);
  if ((target !== undefined && isInner(target.schema)) || schema.allOf?.some(isInner)) return true;
  return [schema.anyOf, schema.oneOf].some((variants) =>
    variants?.every((variant) => !kindsOf(variant, api).includes("number") || isInner(variant)),
  );
}
