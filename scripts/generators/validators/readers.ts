import { literal } from "../../emit/literal.ts";
import type { Api, Json, Parameter, Schema } from "../../model.ts";
import { unsupported } from "./context.ts";
import { kindsOf } from "./kinds.ts";
import type { ParameterSchema } from "./request-schemas.ts";
import { flatten } from "./tags.ts";

type Schemas = Pick<Api, "schemas">;

/** Parameters that every list has and that exclude each other. */
const EXCLUSIVE = ["starting_after", "ending_before"] as const;

/** The rules by which the texts of some parameters are read, as an expression. */
export function parameterRules({ parameters, part }: ParameterSchema, api: Schemas): string {
  const readers = parameters.map((parameter): Json => [parameter.name, readerOf(parameter, api)]);
  const defaults = defaultsOf(parameters);
  const hasBoth = EXCLUSIVE.every((name) => parameters.some((parameter) => parameter.name === name));
  const rules: { [name: string]: Json } = { readers };
  if (Object.keys(defaults).length > 0) rules.defaults = defaults;
  if (hasBoth && part === "query") rules.exclusive = [EXCLUSIVE];
  if (part === "header") rules.headers = true;
  return literal(rules);
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
  if (kinds.includes("object") && kinds.length === 1) throw refuseStyle(parameter, "an object");
  if (kinds.length === 1 && kinds.includes("array")) {
    const items = flatten(schema, api).parts.find((part) => part.items !== undefined)?.items;
    if (style !== "form" && style !== "simple") throw refuseStyle(parameter, "an array");
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

function refuseStyle({ place, name, style }: Parameter, what: string) {
  return unsupported(place, `the parameter ${name} is ${what} in the style ${style}, which is not parsed`, "use form");
}
