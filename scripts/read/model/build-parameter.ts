/** Reads raw parameters. https://spec.openapis.org/oas/v3.1.1.html#parameter-object */

import type { Parameter } from "../../model.ts";
import { readExample } from "./build-content.ts";
import { at, member, readArray, readBoolean, readString, readStrings, report } from "./build-context.ts";
import { type Found, optional, resolveObject } from "./build-found.ts";
import { buildSchema } from "./build-schema.ts";

/** The parameters of a path item or an operation. */
export function readParameters({ raw, context }: Found): Parameter[] {
  if (!Object.hasOwn(raw, "parameters")) return [];
  const list = readArray(raw.parameters, at(context, "parameters")) ?? [];
  return list.flatMap((item, index) => {
    const found = resolveObject(item, at(context, "parameters", index));
    return (found && readParameter(found)) ?? [];
  });
}

const PLACES: readonly Parameter["in"][] = ["cookie", "header", "path", "query"];

function readParameter(found: Found): Parameter | undefined {
  const { raw, context } = found;
  const name = readString(member(raw, "name"), at(context, "name"));
  const where = PLACES.find((place) => place === member(raw, "in"));
  if (where === undefined) report(at(context, "in"), `in must be one of ${PLACES.join(", ")}`);
  if (Object.hasOwn(raw, "content")) {
    return report(at(context, "content"), "parameters with content are not supported", "describe it with schema");
  }
  if (member(raw, "allowEmptyValue") === true) {
    report(at(context, "allowEmptyValue"), "allowEmptyValue is not supported", "let the schema allow the empty string");
  }
  if (!Object.hasOwn(raw, "schema")) return report(context, "the parameter has no schema", "add one");
  const required = optional(found, "required", readBoolean) ?? false;
  if (where === "path" && !required) report(context, "a path parameter is always required", "write required: true");
  if (name === undefined || where === undefined) return undefined;
  const style = optional(found, "style", readString) ?? (where === "query" || where === "cookie" ? "form" : "simple");
  const schema = buildSchema(raw.schema, at(context, "schema"));
  return {
    place: context.placeOf(context.pointer),
    name,
    in: where,
    required,
    deprecated: optional(found, "deprecated", readBoolean) ?? false,
    description: optional(found, "description", readString),
    example: readExample(found, schema),
    style,
    explode: optional(found, "explode", readBoolean) ?? style === "form",
    excludes: optional(found, "x-excludes", readStrings) ?? [],
    schema,
  };
}

/** A parameter of the operation takes the place of the path's one of the same name and kind. */
export function mergeParameters(shared: readonly Parameter[], own: readonly Parameter[]): readonly Parameter[] {
  const isOwn = (parameter: Parameter) =>
    own.some(({ name, in: where }) => name === parameter.name && where === parameter.in);
  return [...shared.filter((parameter) => !isOwn(parameter)), ...own];
}
