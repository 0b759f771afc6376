import { propertyAccess } from "../../emit/identifier.ts";
import { literal, stringLiteral } from "../../emit/literal.ts";
import type { Schema } from "../../model.ts";
import { compare, onlyValue, patternOf } from "./check-scalar.ts";
import { type Context, make, nameOf, nameOrAnything, printCall } from "./context.ts";
import { isInherited, listsValues, plainReference } from "./keywords.ts";
import { pascalCase } from "./names.ts";

/** The check of an object: what each part asks of its members. */
export function checkObject(context: Context, schema: Schema, baseName: string): string {
  const lines = [...listedMembers(context, schema, baseName), ...dependents(context, schema, baseName)];
  const isLong = lines.length > 1;
  const listed = `(members, at) =>${isLong ? "\n    " : " "}${lines.join(" &&\n    ")}`;
  const [first, second, ...more] = [
    ...(lines.length === 0 ? [] : [listed]),
    ...otherMembers(context, schema, baseName),
  ];
  if (first === undefined) return context.runtime("anyObject");
  const others = second !== undefined && more.length > 0 ? make(context, "allParts", second, ...more) : second;
  const args = others === undefined ? [first] : [first, others];
  return make(context, "object", isLong ? `\n  ${args.join(",\n  ")},\n` : args.join(", "));
}

/** A line for each property that is listed or required. */
function listedMembers(context: Context, { properties, required = [] }: Schema, baseName: string): string[] {
  const names = new Set([...(properties?.keys() ?? []), ...required]);
  return [...names].flatMap((name) => {
    const schema = properties?.get(name);
    const read = readMember(context, name);
    const check = schema && memberCheck(context, schema, `${baseName}${pascalCase(name)}`, read, stringLiteral(name));
    if (!required.includes(name)) return check === undefined ? [] : [`(${read} === undefined || ${check})`];
    const present = () => printCall(context.runtime("required"), [read, "at", stringLiteral(name)]);
    if (check === undefined) return [present()];
    return [refusesUndefined(context, schema) ? check : `(${read} === undefined ? ${present()} : ${check})`];
  });
}

/** Reads a member, undefined where the object has none of its own. */
function readMember(context: Context, name: string): string {
  if (!isInherited(name)) return propertyAccess("members", name);
  return printCall(context.runtime("own"), ["members", stringLiteral(name)]);
}

function memberCheck(
  context: Context,
  schema: Schema,
  baseName: string,
  read: string,
  step: string,
): string | undefined {
  const target = plainReference(schema);
  const asked = (target === undefined ? undefined : context.api.schemas.get(target)?.schema) ?? schema;
  const only = listsValues(asked) ? onlyValue(asked) : undefined;
  if (only !== undefined) return compare(context, read, step, only);
  const check = nameOf(context, schema, baseName);
  return check && `${check}(${read}, at, ${step})`;
}

/** Whether what a schema asks refuses undefined before all else. */
function refusesUndefined(context: Context, schema: Schema | undefined, seen: readonly Schema[] = []): boolean {
  if (schema === undefined || seen.includes(schema)) return false;
  if (schema.never || schema.types !== undefined || schema.const !== undefined || schema.enum !== undefined)
    return true;
  const refuses = (part: Schema | undefined) => refusesUndefined(context, part, [...seen, schema]);
  if (schema.ref !== undefined && refuses(context.api.schemas.get(schema.ref)?.schema)) return true;
  return [schema.anyOf, schema.oneOf].some((branches) => branches?.every(refuses));
}

/** A line for each member that asks for others, or more of the whole object. */
function dependents(context: Context, schema: Schema, baseName: string): string[] {
  const where = (name: string, check: string) => `(${readMember(context, name)} === undefined || ${check})`;
  const others = [...(schema.dependentRequired ?? [])].map(([name, needed]) =>
    where(
      name,
      printCall(context.runtime("dependentRequired"), ["members", "at", ...[name, ...needed].map(stringLiteral)]),
    ),
  );
  const wholes = [...(schema.dependentSchemas ?? [])].flatMap(([name, dependent]) => {
    const check = nameOf(context, dependent, `${baseName}With${pascalCase(name)}`);
    return check === undefined ? [] : [where(name, `${check}(members, at)`)];
  });
  return [...others, ...wholes];
}

/** Parts for the number and the names of members, and for those that `properties` does not list. */
function otherMembers(context: Context, schema: Schema, baseName: string): string[] {
  const { minProperties, maxProperties, propertyNames, patternProperties, additionalProperties: rest } = schema;
  const known = [...(schema.properties?.keys() ?? [])];
  const isClosed = rest?.never === true;
  // What VINR sends may gain members at any time; what it is sent may not.
  const closes = isClosed && context.reading === "strict";
  const member = isClosed ? undefined : nameOf(context, rest, `${baseName}Member`);
  const named = nameOf(context, propertyNames, `${baseName}Name`);
  const areAlike = known.length === 0 && patternProperties === undefined;
  const alike = areAlike ? member : undefined;
  const parts: string[] = [];
  if ([maxProperties, named, alike].some((asked) => asked !== undefined)) {
    const most = String(maxProperties ?? "Infinity");
    const names = named === undefined ? [] : [named, stringLiteral(describeName(propertyNames))];
    parts.push(make(context, "everyMember", most, alike ?? "undefined", ...names));
  }
  if (minProperties !== undefined) parts.push(make(context, "minProperties", String(minProperties)));
  if (patternProperties !== undefined || (member !== undefined && !areAlike)) {
    const patterns = [...(patternProperties ?? [])].map(([pattern, part]) => {
      const check = nameOrAnything(context, part, `${baseName}Matching`);
      return `[${patternOf(schema, pattern)}, ${check}]`;
    });
    const others = closes || member !== undefined ? literal(known) : "undefined";
    parts.push(make(context, "patternProperties", `[${patterns.join(", ")}]`, others, member ?? "undefined"));
  } else if (closes) {
    parts.push(make(context, "noOtherProperties", ...known.map(stringLiteral)));
  }
  return parts;
}

/** What is asked of a property's name, in words. */
function describeName({ minLength = 0, maxLength, pattern, enum: values }: Partial<Schema> = {}): string {
  const most = maxLength === undefined ? "or more" : `to ${maxLength}`;
  const parts = [
    ...(minLength > 0 || maxLength !== undefined ? [`of length ${minLength} ${most}`] : []),
    ...(pattern === undefined ? [] : [`text that matches ${pattern}`]),
    ...(values === undefined ? [] : [`one of ${values.map((value) => JSON.stringify(value)).join(", ")}`]),
  ];
  return parts.join(" and ") || "an allowed one";
}
