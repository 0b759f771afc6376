import type { JsonType, Schema } from "../../model.ts";
import { checkArray } from "./check-array.ts";
import { checkObject } from "./check-object.ts";
import { checkNumber, checkString, checkValues, tellsTypes } from "./check-scalar.ts";
import { checkTypes, checkUnions } from "./check-union.ts";
import { type Context, make, together } from "./context.ts";
import { keywordsOf, listsValues, OBJECT_KEYWORDS, plainReference } from "./keywords.ts";
import { isOfType, type Kind } from "./kinds.ts";

/** The keywords that ask something of values of one kind alone. */
const KEYWORDS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  string: ["minLength", "maxLength", "pattern", "format"],
  number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "format"],
  array: ["items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems"],
  object: OBJECT_KEYWORDS,
};

/** The check of a schema as an expression, undefined where it asks for nothing. */
export function checkOf(context: Context, schema: Schema, baseName: string): string | undefined {
  if (keywordsOf(schema).length === 0) return undefined;
  if (schema.never) return context.runtime("never");
  const { sensitive, ...rest } = schema;
  if (sensitive) {
    const check = checkOf(context, rest, baseName);
    return check && make(context, "sensitive", check);
  }
  const target = plainReference(schema);
  return target === undefined ? checkKeywords(context, schema, baseName) : checkReference(context, target, baseName);
}

/** Where another schema is no more than a type, a call of its module would be longer than the check. */
function checkReference(context: Context, target: string, baseName: string): string {
  const schema = context.api.schemas.get(target)?.schema;
  const check = schema !== undefined && isBareType(context, schema) && checkOf(context, schema, baseName);
  return check || context.named(target);
}

/** Whether a schema asks for nothing but one type; an enum that may grow does not. */
function isBareType({ reading }: Context, schema: Schema): boolean {
  const [type, more] = schema.types ?? [];
  const grows = reading === "open" && (type === "string" || type === "integer" || type === "number");
  return (
    type !== undefined &&
    more === undefined &&
    schema.const === undefined &&
    listsValues(schema) &&
    (schema.enum?.every((value) => grows && isOfType(value, type)) ?? true)
  );
}

/** The type first; everything else where the type is right. */
function checkKeywords(context: Context, schema: Schema, baseName: string): string | undefined {
  const beside = [checkValues(context, schema), ...checkBeside(context, schema, baseName)].filter(
    (check) => check !== undefined,
  );
  const kinds = (Object.keys(KEYWORDS) as Kind[]).filter((kind) => asksOf(schema, kind));
  const inKind = (kind: Kind) => make(context, "ifType", checkKind(context, schema, kind, baseName) ?? "", `"${kind}"`);
  const types = schema.types === undefined || tellsTypes(context, schema) ? undefined : distinctTypes(schema.types);
  if (types === undefined) return together(context, [...kinds.map(inKind), ...beside]);
  const [type, second] = types.filter((other) => other !== "null");
  if (type === undefined || second !== undefined) {
    const allowed = kinds.filter((kind) => types.some((other) => kindOfType(other) === kind));
    return checkTypes(context, types, together(context, [...allowed.map(inKind), ...beside]));
  }
  const check = checkKind(context, schema, kindOfType(type), baseName);
  const isNullable = types.length > 1;
  if (beside.length > 0 || (isNullable && (type === "object" || type === "array"))) {
    const inner = check === undefined || !asksOf(schema, kindOfType(type)) ? undefined : inKind(kindOfType(type));
    return checkTypes(context, types, together(context, [inner, ...beside]));
  }
  return check && isNullable ? make(context, "nullable", check) : check;
}

function distinctTypes(types: readonly JsonType[]): readonly JsonType[] {
  return types.includes("number") ? types.filter((type) => type !== "integer") : types;
}

function kindOfType(type: JsonType): Kind {
  return type === "integer" ? "number" : type;
}

function asksOf(schema: Schema, kind: Kind): boolean {
  return keywordsOf(schema).some((keyword) => KEYWORDS[kind]?.includes(keyword));
}

/** The check of a value of one kind, its type with it. */
function checkKind(context: Context, schema: Schema, kind: Kind, baseName: string): string | undefined {
  switch (kind) {
    case "string":
      return checkString(context, schema);
    case "number":
      return checkNumber(context, schema);
    case "array":
      return checkArray(context, schema, baseName);
    case "object":
      return checkObject(context, schema, baseName);
    case "boolean":
      return context.runtime("boolean");
    case "null":
      return checkTypes(context, ["null"]);
  }
}

/** What other schemas ask of the same value. */
function checkBeside(context: Context, schema: Schema, baseName: string): (string | undefined)[] {
  return [
    schema.ref === undefined ? undefined : checkReference(context, schema.ref, baseName),
    ...(schema.allOf ?? []).map((part, i) => context.check(part, `${baseName}Part${i + 1}`)),
    ...checkUnions(context, schema, baseName),
    schema.not && checkNot(context, schema.not, baseName),
    schema.if && checkCondition(context, schema.if, schema, baseName),
  ];
}

/** What must not be is read as written, in an open reading too: to read it openly would refuse more. */
function checkNot(context: Context, schema: Schema, baseName: string): string {
  return make(context, "not", context.strictly().check(schema, `${baseName}Not`) ?? context.runtime("anything"));
}

function checkCondition(context: Context, condition: Schema, schema: Schema, baseName: string): string | undefined {
  const then = schema.then && context.check(schema.then, `${baseName}Then`);
  const otherwise = schema.else && context.check(schema.else, `${baseName}Else`);
  if (then === undefined && otherwise === undefined) return undefined;
  const test = context.strictly().check(condition, `${baseName}If`) ?? context.runtime("anything");
  return make(context, "ifThenElse", test, then ?? "undefined", otherwise ?? "undefined");
}
