import type { ParameterRule, ParameterRules } from "../../../../packages/validators/src/runtime/requests/parameters.ts";
import type { Api, Json, Parameter } from "../../../model.ts";
import { readerOf } from "../../parameter-reader.ts";
import type { ParameterSchema } from "../../request-schemas.ts";

type Schemas = Pick<Api, "schemas">;

/** The rules by which the texts of some parameters are read. */
export function rulesOf({ parameters, part }: ParameterSchema, api: Schemas): ParameterRules & Json {
  const defaults = defaultsOf(parameters);
  const exclusive = exclusionsOf(parameters);
  return {
    readers: parameters.map((parameter) => [parameter.name, ruleOf(parameter, api)] as const),
    ...(Object.keys(defaults).length > 0 ? { defaults } : {}),
    ...(exclusive.length > 0 ? { exclusive } : {}),
    ...(part === "header" ? { headers: true } : {}),
  };
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

function ruleOf(parameter: Parameter, api: Schemas): ParameterRule & Json {
  const reader = readerOf(parameter, api);
  if ("problem" in reader) throw new TypeError(`the parameter ${parameter.name} was to be rejected before`);
  const { members, ...rule } = reader;
  return members === undefined ? rule : { ...rule, members: Object.fromEntries(members) };
}
