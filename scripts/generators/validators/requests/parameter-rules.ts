import { literal } from "../../../emit/literal.ts";
import type { Api, Json, Parameter, Schema } from "../../../model.ts";
import type { ParameterSchema } from "../../request-schemas.ts";
import { kindsOf } from "../analyze/kinds.ts";
import { flatten } from "../analyze/tagged-union.ts";
import { unsupportedError } from "../emit/context.ts";

type Schemas = Pick<Api, "schemas">;

/** The rules by which the texts of some parameters are read, as an expression. */
export function parameterRules({ parameters, part }: ParameterSchema, api: Schemas): string {
  const readers = parameters.map((parameter): Json => [parameter.name, readerOf(parameter, api)]);
  const defaults = defaultsOf(parameters);
  const exclusive = exclusionsOf(parameters);
  const rules: { [name: string]: Json } = { readers };
  if (Object.keys(defaults).length > 0) rules.defaults = defaults;
  if (exclusive.length > 0) rules.exclusive = exclusive;
  if (part === "header") rules.headers = true;
  return literal(rules);
}

/** Pairs of names that exclude each other, each once, the one first that is described first. */
function exclusionsOf(parameters: readonly Parameter[]): readonly (readonly [string, string])[] {
  const excludes = (one: Parameter, other: Parameter) => one.excludes.includes(other.name);
  return parameters.flatMap((one, i) => {
    const others = parameters.slice(i + 1).filter((other) => excludes(one, other) || excludes(other, one));
    return others.map((other) => [one.name, other.name] as const);
  });
}

/** The values of parameters that are not given. */
export function defaultsOf(parameters: readonly Parameter[]): { readonly [name: string]: Json } {
  return Object.fromEntries(
    parameters.flatMap(({ name, schema }) => (schema.default === undefined ? [] : [[name, schema.default]])),
  );
}

function readerOf(parameter: Parameter, api: Schemas): Json {
  const { schema, style, explode } = parameter;
  const kinds = kindsOf(schema, api);
  if (style === "deepObject") return { type: "text", many: "members" };
  if (kinds.includes("object") && kinds.length === 1) throw styleError(parameter, "an object");
  if (kinds.length === 1 && kinds.includes("array")) {
    const items = flatten(schema, api).parts.find((part) => part.items !== undefined)?.items;
    if (style !== "form" && style !== "simple") throw styleError(parameter, "an array");
    return { type: items === undefined ? "text" : typeOf(items, api), many: explode ? "list" : "commas" };
  }
  return { type: typeOf(schema, api) };
}

function typeOf(schema: Schema, api: Schemas): string {
  const kinds = kindsOf(schema, api);
  if (kinds.includes("string")) return "text";
  const isInteger = flatten(schema, api).parts.some(({ types }) => types?.includes("integer"));
  if (kinds.includes("number")) return isInteger ? "integer" : "number";
  return kinds.includes("boolean") ? "boolean" : "text";
}

function styleError({ place, name, style }: Parameter, what: string) {
  return unsupportedError(
    place,
    `the parameter ${name} is ${what} in the style ${style}, which is not parsed`,
    "use form",
  );
}
