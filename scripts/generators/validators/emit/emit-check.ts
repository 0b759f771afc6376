import type { JsonType, Schema } from "../../../model.ts";
import { isOfType, type Kind } from "../../../read/json-types.ts";
import { keywordsOf, listsValues, OBJECT_KEYWORDS, plainReference } from "../analyze/keywords.ts";
import { type Context, emitAllOf, emitPureCall } from "./context.ts";
import { emitArray } from "./emit-array.ts";
import { emitObject } from "./emit-object.ts";
import { emitNumber, emitString, emitValues, impliesTypes } from "./emit-scalar.ts";
import { emitTypes, emitUnions } from "./emit-union.ts";

/** The keywords that limit values of one kind only. */
const KEYWORDS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  string: ["minLength", "maxLength", "pattern", "format"],
  number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "format"],
  array: ["items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems"],
  object: OBJECT_KEYWORDS,
};

/** Returns the check of a schema as an expression, or undefined if the schema accepts every value. */
export function emitCheck(context: Context, schema: Schema, baseName: string): string | undefined {
  if (keywordsOf(schema).length === 0) return undefined;
  if (schema.never) return context.importRuntime("never");
  const { sensitive, ...rest } = schema;
  if (sensitive) {
    const check = emitCheck(context, rest, baseName);
    return check && emitPureCall(context, "sensitive", check);
  }
  const target = plainReference(schema);
  return target === undefined ? emitKeywords(context, schema, baseName) : emitReference(context, target, baseName);
}

/** Returns the check of a named schema. One that is only a type is checked in place, which is shorter than an import. */
function emitReference(context: Context, target: string, baseName: string): string {
  const schema = context.api.schemas.get(target)?.schema;
  const check = schema !== undefined && isBareType(context, schema) && emitCheck(context, schema, baseName);
  return check || context.emitReference(target);
}

/** Whether a schema asks for one type only. An open enum accepts every value of its type. */
function isBareType({ openness }: Context, schema: Schema): boolean {
  const [type, more] = schema.types ?? [];
  const grows = openness === "open" && (type === "string" || type === "integer" || type === "number");
  return (
    type !== undefined &&
    more === undefined &&
    schema.const === undefined &&
    listsValues(schema) &&
    (schema.enum?.every((value) => grows && isOfType(value, type)) ?? true)
  );
}

/** Checks the type first, and the other keywords only on a value of the right type. */
function emitKeywords(context: Context, schema: Schema, baseName: string): string | undefined {
  const beside = [emitValues(context, schema), ...emitBeside(context, schema, baseName)].filter(
    (check) => check !== undefined,
  );
  const kinds = (Object.keys(KEYWORDS) as Kind[]).filter((kind) => hasKeywordsFor(schema, kind));
  const emitIfKind = (kind: Kind) =>
    emitPureCall(context, "ifType", emitKind(context, schema, kind, baseName) ?? "", `"${kind}"`);
  const types = schema.types === undefined || impliesTypes(context, schema) ? undefined : distinctTypes(schema.types);
  if (types === undefined) return emitAllOf(context, [...kinds.map(emitIfKind), ...beside]);
  const [type, second] = types.filter((other) => other !== "null");
  if (type === undefined || second !== undefined) {
    const allowed = kinds.filter((kind) => types.some((other) => kindOfType(other) === kind));
    return emitTypes(context, types, emitAllOf(context, [...allowed.map(emitIfKind), ...beside]));
  }
  const check = emitKind(context, schema, kindOfType(type), baseName);
  const isNullable = types.length > 1;
  if (beside.length > 0 || (isNullable && (type === "object" || type === "array"))) {
    const inner =
      check === undefined || !hasKeywordsFor(schema, kindOfType(type)) ? undefined : emitIfKind(kindOfType(type));
    return emitTypes(context, types, emitAllOf(context, [inner, ...beside]));
  }
  return check && isNullable ? emitPureCall(context, "nullable", check) : check;
}

function distinctTypes(types: readonly JsonType[]): readonly JsonType[] {
  return types.includes("number") ? types.filter((type) => type !== "integer") : types;
}

function kindOfType(type: JsonType): Kind {
  return type === "integer" ? "number" : type;
}

function hasKeywordsFor(schema: Schema, kind: Kind): boolean {
  return keywordsOf(schema).some((keyword) => KEYWORDS[kind]?.includes(keyword));
}

/** Returns the check of a value of one kind, its type included. */
function emitKind(context: Context, schema: Schema, kind: Kind, baseName: string): string | undefined {
  switch (kind) {
    case "string":
      return emitString(context, schema);
    case "number":
      return emitNumber(context, schema);
    case "array":
      return emitArray(context, schema, baseName);
    case "object":
      return emitObject(context, schema, baseName);
    case "boolean":
      return context.importRuntime("boolean");
    case "null":
      return emitTypes(context, ["null"]);
  }
}

/** Returns the checks of other schemas that apply to the same value. */
function emitBeside(context: Context, schema: Schema, baseName: string): (string | undefined)[] {
  return [
    schema.ref === undefined ? undefined : emitReference(context, schema.ref, baseName),
    ...(schema.allOf ?? []).map((part, i) => context.emitCheck(part, `${baseName}Part${i + 1}`)),
    ...emitUnions(context, schema, baseName),
    schema.not && emitNot(context, schema.not, baseName),
    schema.if && emitCondition(context, schema.if, schema, baseName),
  ];
}

/** Closes the schema under `not`, also in an open check: an open one matches more values, so it would reject more. */
function emitNot(context: Context, schema: Schema, baseName: string): string {
  return emitPureCall(
    context,
    "not",
    context.closed().emitCheck(schema, `${baseName}Not`) ?? context.importRuntime("anything"),
  );
}

function emitCondition(context: Context, condition: Schema, schema: Schema, baseName: string): string | undefined {
  const then = schema.then && context.emitCheck(schema.then, `${baseName}Then`);
  const otherwise = schema.else && context.emitCheck(schema.else, `${baseName}Else`);
  if (then === undefined && otherwise === undefined) return undefined;
  const test = context.closed().emitCheck(condition, `${baseName}If`) ?? context.importRuntime("anything");
  return emitPureCall(context, "ifThenElse", test, then ?? "undefined", otherwise ?? "undefined");
}
