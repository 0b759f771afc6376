/** Types and bounds in words, such as `integer, 1 to 999,999,999,999` or `string, up to 500 characters`. */
import type { Api, Schema } from "../../scripts/model.ts";
import { resolveSchema } from "./resolve-schema.ts";

type Schemas = Api["schemas"];

/** The type of a schema with its bounds. */
export function describeType(schema: Schema, schemas: Schemas): string {
  const resolved = resolveSchema(schema, schemas).schema;
  return [typeName(resolved, schemas), ...bounds(resolved)].join(", ");
}

/** Formats as people name them. How wide an integer is says less than its bounds, which the type has. */
const formats: ReadonlyMap<string, string | undefined> = new Map([
  ["date", "date (YYYY-MM-DD)"],
  ["date-time", "date and time (RFC 3339)"],
  ["uri", "URL"],
  ["int32", undefined],
  ["int64", undefined],
]);

/** A format in words; a name that is not known stays as it is. */
export function describeFormat(format: string | undefined): string | undefined {
  return format === undefined || !formats.has(format) ? format : formats.get(format);
}

function typeName(schema: Schema, schemas: Schemas): string {
  const types = schema.types ?? impliedTypes(schema);
  if (types.length === 0) return schema.oneOf || schema.anyOf ? "one of several types" : "any value";
  return types.map((type) => (type === "array" ? arrayName(schema, schemas) : type)).join(" or ");
}

function impliedTypes({ properties, items, const: constant, enum: values }: Schema): readonly string[] {
  if (properties) return ["object"];
  if (items) return ["array"];
  const known = constant === undefined ? (values ?? []) : [constant.value];
  return [...new Set(known.map((value) => (value === null ? "null" : typeof value)))];
}

function arrayName({ items }: Schema, schemas: Schemas): string {
  if (items === undefined) return "array";
  const { name, schema } = resolveSchema(items, schemas);
  return `array of ${name ?? typeName(schema, schemas)}`;
}

function bounds(schema: Schema): string[] {
  const { minLength, maxLength, minItems, maxItems, minProperties, maxProperties, multipleOf, uniqueItems } = schema;
  return [
    numberRange(schema),
    count(minLength, maxLength, "character", "characters"),
    count(minItems, maxItems, "item", "items"),
    uniqueItems === true ? "no duplicates" : undefined,
    count(minProperties, maxProperties, "entry", "entries"),
    multipleOf === undefined ? undefined : `a multiple of ${format(multipleOf)}`,
  ].filter((bound) => bound !== undefined);
}

function numberRange({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema): string | undefined {
  if (minimum !== undefined && maximum !== undefined) return `${format(minimum)} to ${format(maximum)}`;
  const lower = exclusiveMinimum === undefined ? before("at least ", minimum) : `more than ${format(exclusiveMinimum)}`;
  const upper = exclusiveMaximum === undefined ? before("at most ", maximum) : `less than ${format(exclusiveMaximum)}`;
  return [lower, upper].filter((bound) => bound !== undefined).join(", ") || undefined;
}

function count(least = 0, most: number | undefined, one: string, many: string): string | undefined {
  const unit = (number: number): string => `${format(number)} ${number === 1 ? one : many}`;
  if (most === undefined) return least === 0 ? undefined : `at least ${unit(least)}`;
  if (least === most) return unit(most);
  return least === 0 ? `up to ${unit(most)}` : `${format(least)} to ${unit(most)}`;
}

const before = (words: string, number: number | undefined): string | undefined =>
  number === undefined ? undefined : words + format(number);

const format = (number: number): string => number.toLocaleString("en-US", { maximumFractionDigits: 20 });
