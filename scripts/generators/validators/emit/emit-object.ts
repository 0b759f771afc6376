import { propertyAccess } from "../../../emit/identifier.ts";
import { literal, stringLiteral } from "../../../emit/literal.ts";
import type { Schema } from "../../../model.ts";
import { pascalCase } from "../../names.ts";
import { isInherited, listsValues, plainReference } from "../analyze/keywords.ts";
import { describeName } from "../analyze/phrases.ts";
import { type Context, emitCall, emitNamedCheck, emitNamedCheckOrAnything, emitPureCall } from "./context.ts";
import { emitConstant, emitPattern, onlyValue } from "./emit-scalar.ts";

/** Returns the check of an object, in parts that each check some of its members. */
export function emitObject(context: Context, schema: Schema, baseName: string): string {
  const lines = [...emitListedMembers(context, schema, baseName), ...emitDependents(context, schema, baseName)];
  const isLong = lines.length > 1;
  const listed = `(members, context) =>${isLong ? "\n    " : " "}${lines.join(" &&\n    ")}`;
  const [first, second, ...more] = [
    ...(lines.length === 0 ? [] : [listed]),
    ...emitOtherMembers(context, schema, baseName),
  ];
  if (first === undefined) return context.importRuntime("anyObject");
  const others = second !== undefined && more.length > 0 ? emitPureCall(context, "allParts", second, ...more) : second;
  const args = others === undefined ? [first] : [first, others];
  return emitPureCall(context, "object", isLong ? `\n  ${args.join(",\n  ")},\n` : args.join(", "));
}

/** Returns a line for each property that is listed or required. */
function emitListedMembers(context: Context, { properties, required = [] }: Schema, baseName: string): string[] {
  const names = new Set([...(properties?.keys() ?? []), ...required]);
  return [...names].flatMap((name) => {
    const schema = properties?.get(name);
    const read = emitMember(context, name);
    const check =
      schema && emitMemberCheck(context, schema, `${baseName}${pascalCase(name)}`, read, stringLiteral(name));
    if (!required.includes(name)) return check === undefined ? [] : [`(${read} === undefined || ${check})`];
    const isPresent = () => emitCall(context.importRuntime("required"), [read, "context", stringLiteral(name)]);
    if (check === undefined) return [isPresent()];
    return [rejectsUndefined(context, schema) ? check : `(${read} === undefined ? ${isPresent()} : ${check})`];
  });
}

/** Returns an expression for a member, undefined at run time if the object has no such own member. */
function emitMember(context: Context, name: string): string {
  if (!isInherited(name)) return propertyAccess("members", name);
  return emitCall(context.importRuntime("own"), ["members", stringLiteral(name)]);
}

function emitMemberCheck(
  context: Context,
  schema: Schema,
  baseName: string,
  read: string,
  key: string,
): string | undefined {
  const target = plainReference(schema);
  const resolved = (target === undefined ? undefined : context.api.schemas.get(target)?.schema) ?? schema;
  const only = listsValues(resolved) ? onlyValue(resolved) : undefined;
  if (only !== undefined) return emitConstant(context, read, key, only);
  const check = emitNamedCheck(context, schema, baseName);
  return check && `${check}(${read}, context, ${key})`;
}

/** Whether the check of a schema reports `undefined` itself, before anything else. */
function rejectsUndefined(context: Context, schema: Schema | undefined, seen: readonly Schema[] = []): boolean {
  if (schema === undefined || seen.includes(schema)) return false;
  if (schema.never || schema.types !== undefined || schema.const !== undefined || schema.enum !== undefined)
    return true;
  const rejects = (part: Schema | undefined) => rejectsUndefined(context, part, [...seen, schema]);
  if (schema.ref !== undefined && rejects(context.api.schemas.get(schema.ref)?.schema)) return true;
  return [schema.anyOf, schema.oneOf].some((branches) => branches?.every(rejects));
}

/** Returns a line for each member that requires other members, or a further schema for the object. */
function emitDependents(context: Context, schema: Schema, baseName: string): string[] {
  const where = (name: string, check: string) => `(${emitMember(context, name)} === undefined || ${check})`;
  const others = [...(schema.dependentRequired ?? [])].map(([name, needed]) =>
    where(
      name,
      emitCall(context.importRuntime("dependentRequired"), [
        "members",
        "context",
        ...[name, ...needed].map(stringLiteral),
      ]),
    ),
  );
  const wholes = [...(schema.dependentSchemas ?? [])].flatMap(([name, dependent]) => {
    const check = emitNamedCheck(context, dependent, `${baseName}With${pascalCase(name)}`);
    return check === undefined ? [] : [where(name, `${check}(members, context)`)];
  });
  return [...others, ...wholes];
}

/** Returns parts for the number and names of members, and for members that `properties` does not list. */
function emitOtherMembers(context: Context, schema: Schema, baseName: string): string[] {
  const { minProperties, maxProperties, propertyNames, patternProperties, additionalProperties: rest } = schema;
  const known = [...(schema.properties?.keys() ?? [])];
  const isClosed = rest?.never === true;
  // VINR may add members to what it sends at any time, and rejects unknown members in what it receives.
  const closes = isClosed && context.openness === "closed";
  const member = isClosed ? undefined : emitNamedCheck(context, rest, `${baseName}Member`);
  const named = emitNamedCheck(context, propertyNames, `${baseName}Name`);
  const areAlike = known.length === 0 && patternProperties === undefined;
  const alike = areAlike ? member : undefined;
  const parts: string[] = [];
  if ([maxProperties, named, alike].some((keyword) => keyword !== undefined)) {
    const most = String(maxProperties ?? "Infinity");
    const names = named === undefined ? [] : [named, stringLiteral(describeName(propertyNames))];
    parts.push(emitPureCall(context, "everyMember", most, alike ?? "undefined", ...names));
  }
  if (minProperties !== undefined) parts.push(emitPureCall(context, "minProperties", String(minProperties)));
  if (patternProperties !== undefined || (member !== undefined && !areAlike)) {
    const patterns = [...(patternProperties ?? [])].map(([pattern, part]) => {
      const check = emitNamedCheckOrAnything(context, part, `${baseName}Matching`);
      return `[${emitPattern(schema, pattern)}, ${check}]`;
    });
    const others = closes || member !== undefined ? literal(known) : "undefined";
    parts.push(emitPureCall(context, "patternProperties", `[${patterns.join(", ")}]`, others, member ?? "undefined"));
  } else if (closes) {
    parts.push(emitPureCall(context, "noOtherProperties", ...known.map(stringLiteral)));
  }
  return parts;
}
