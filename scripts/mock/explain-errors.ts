/**
 * Explains errors of ajv in the words of the validators: ajv decides that a value is invalid, and the validators' own check of
 * the same keyword says why. So one fault has one text, wherever it is found.
 */
import type { ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { array, contains } from "../../packages/validators/src/runtime/arrays.ts";
import { distinctIssues } from "../../packages/validators/src/runtime/distinct-issues.ts";
import { deepConstant, deepEnumOf, hasDuplicates } from "../../packages/validators/src/runtime/equality.ts";
import type { Format } from "../../packages/validators/src/runtime/formats.ts";
import {
  type Check,
  fail,
  type Issue,
  type Key,
  newContext,
  type ValidationContext,
} from "../../packages/validators/src/runtime/issues.ts";
import {
  dependentRequired,
  everyMember,
  minProperties,
  noOtherProperties,
  object,
  required,
} from "../../packages/validators/src/runtime/objects.ts";
import { boundedString, integer, limits, number } from "../../packages/validators/src/runtime/scalars.ts";
import { anyOf, exactlyOneOf, never, not, ofType } from "../../packages/validators/src/runtime/unions.ts";
import { describeName, patternPhrase, typesPhrase, unionPhrase } from "../generators/validators/analyze/phrases.ts";
import type { JsonType } from "../model.ts";
import { split } from "../read/pointer.ts";

/** The keywords of a JSON Schema that an error is about; ajv has checked their types. */
interface Keywords {
  readonly type?: JsonType | readonly JsonType[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly contains?: object;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly propertyNames?: { readonly minLength?: number; readonly maxLength?: number; readonly pattern?: string };
  readonly anyOf?: readonly Branch[];
  readonly oneOf?: readonly Branch[];
}

type Branch = object & { readonly title?: string; readonly $ref?: string; readonly type?: Keywords["type"] };

/** The facts that explanations need beside the errors. */
export interface Explanations {
  /** The words of each pattern that the spec describes. */
  readonly patternMessages: ReadonlyMap<string, string>;
  readonly formats: Readonly<Record<string, Format>>;
  /** Compiles a part of a schema's document. */
  compile(part: object): ValidateFunction;
}

/** The most issues of one value, as the validators have it. */
const maxIssues = 100;

/** The issues of a value that a schema rejects, in the order of the validators: by the schema's properties, unknown ones last. */
export function findIssues(validate: ValidateFunction, value: unknown, explanations: Explanations): readonly Issue[] {
  const context = newContext(maxIssues);
  explain(validate, value, explanations, context, undefined);
  const names = Object.keys((validate.schema as Keywords).properties ?? {});
  const rank = ({ path: [name], code }: Issue) =>
    code === "unknown_property" ? names.length : names.indexOf(String(name));
  return distinctIssues(context.issues.toSorted((a, b) => rank(a) - rank(b)));
}

/** Reports what is wrong with a value that is at a place. */
function explain(
  validate: ValidateFunction,
  root: unknown,
  explanations: Explanations,
  context: ValidationContext,
  rootKey: Key,
): boolean {
  if (validate(root)) return true;
  const errors = validate.errors ?? [];
  for (const [index, error] of errors.entries()) {
    // ajv lists the errors of branches before that of their union, which explains them, and those of a condition twice.
    const isInBranch = errors.slice(index + 1).some((later) => isUnion(later) && isWithin(error, later));
    if (isInBranch || error.keyword === "if" || error.propertyName !== undefined) continue;
    const steps = stepsTo(root, error.instancePath);
    const path = rootKey === undefined ? steps : [rootKey, ...steps];
    const inside = { ...context, path: [...context.path, ...path.slice(0, -1)] };
    const check = checkOf(error, explanations);
    const count = context.issues.length;
    const wantsMore = check(error.data, inside, path.at(-1));
    if (context.issues.length === count) failPlainly(error, inside, path.at(-1));
    if (!wantsMore && context.issues.length >= context.maxIssues) return false;
  }
  return true;
}

function isUnion({ keyword }: ErrorObject): boolean {
  return keyword === "anyOf" || keyword === "oneOf";
}

function isWithin({ instancePath }: ErrorObject, outer: ErrorObject): boolean {
  return instancePath === outer.instancePath || instancePath.startsWith(`${outer.instancePath}/`);
}

/** The names and indexes from a value to a part of it. */
function stepsTo(root: unknown, pointer: string): (number | string)[] {
  let value = root;
  return split(pointer).map((name) => {
    const step = Array.isArray(value) ? Number(name) : name;
    value = (value as Readonly<Record<string, unknown>>)[name];
    return step;
  });
}

/** For a keyword that the validators see otherwise than ajv. */
function failPlainly({ data, message = "" }: ErrorObject, context: ValidationContext, key: Key): boolean {
  return fail(data, context, key, { code: "not", expected: "valid", message: `is invalid: ${message}` });
}

/** The validators' check of the keyword that an error is about, and of those that they explain with it. */
function checkOf(error: ErrorObject, explanations: Explanations): Check {
  const { keyword, params } = error;
  const schema = error.parentSchema as Keywords;
  switch (keyword) {
    case "type":
      return typeCheck(schema);
    case "enum":
      return deepEnumOf(schema.enum ?? []);
    case "const":
      return deepConstant(schema.const);
    case "required":
      return memberCheck(String(params.missingProperty), required);
    case "additionalProperties":
      return object(noOtherProperties(...Object.keys(schema.properties ?? {})));
    case "propertyNames":
      return nameCheck(String(params.propertyName), schema, explanations);
    case "dependentRequired":
    case "dependencies":
      return object((members, context) =>
        dependentRequired(members, context, String(params.property), String(params.missingProperty)),
      );
    case "false schema":
      return never;
    case "not":
      return not(() => true);
    case "anyOf":
    case "oneOf":
      return unionCheck(keyword, schema[keyword] ?? [], explanations);
    case "contains":
    case "minContains":
    case "maxContains":
      return containsCheck(schema, explanations);
    default:
      return boundsCheck(keyword, schema, explanations);
  }
}

function typeCheck({ type = [] }: Keywords): Check {
  const types = typeof type === "string" ? [type] : type;
  return ofType(types, typesPhrase(types));
}

function memberCheck(name: string, check: Check): Check {
  return object((members, context) => check(members[name], context, name));
}

function nameCheck(bad: string, { propertyNames = {} }: Keywords, { patternMessages }: Explanations): Check {
  const patternMessage = patternMessages.get(propertyNames.pattern ?? "");
  const expected = describeName({ ...propertyNames, ...(patternMessage === undefined ? {} : { patternMessage }) });
  return object(everyMember(Number.POSITIVE_INFINITY, undefined, (name) => name !== bad, expected));
}

function unionCheck(keyword: "anyOf" | "oneOf", branches: readonly Branch[], explanations: Explanations): Check {
  const words = branches.map(
    ({ title, $ref, type = [] }) => title ?? $ref?.split("/").at(-1) ?? typesPhrase([type].flat()),
  );
  const checks = branches.map((branch) => branchCheck(explanations.compile(branch), explanations));
  return keyword === "anyOf" ? anyOf(unionPhrase(words), ...checks) : exactlyOneOf(unionPhrase(words), checks);
}

function branchCheck(validate: ValidateFunction, explanations: Explanations): Check {
  return (value, context, key) =>
    context === undefined ? validate(value) : explain(validate, value, explanations, context, key);
}

function containsCheck({ contains: item, minContains = 1, maxContains }: Keywords, explanations: Explanations): Check {
  const validate = explanations.compile(item ?? {});
  return contains(minContains, maxContains ?? Number.POSITIVE_INFINITY, (value) => validate(value));
}

/** Checks of strings, numbers, arrays and objects, whose bounds belong together. */
function boundsCheck(keyword: string, schema: Keywords, { patternMessages, formats }: Explanations): Check {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern, format = "" } = schema;
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
  switch (keyword) {
    case "minimum":
    case "maximum":
      return rangeCheck(schema);
    case "exclusiveMinimum":
    case "exclusiveMaximum":
    case "multipleOf":
      return limitsCheck(schema);
    case "minItems":
    case "maxItems":
      return array(minItems, maxItems);
    case "uniqueItems":
      return array(0, Number.POSITIVE_INFINITY, undefined, hasDuplicates);
    case "minProperties":
      return object(minProperties(schema.minProperties ?? 0));
    case "maxProperties":
      return object(everyMember(schema.maxProperties ?? Number.POSITIVE_INFINITY));
    default: {
      if (format === "int32") return integer(-(2 ** 31), 2 ** 31 - 1);
      const patternMessage = patternMessages.get(pattern ?? "");
      const expected = patternPhrase(patternMessage === undefined ? {} : { patternMessage }, pattern ?? "");
      const text = pattern === undefined ? undefined : { pattern: new RegExp(pattern, "u"), expected };
      return boundedString(minLength, maxLength, text, formats[format]);
    }
  }
}

function rangeCheck({ type, minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY }: Keywords): Check {
  return type === "integer" ? integer(minimum, maximum) : number(minimum, maximum);
}

function limitsCheck({ exclusiveMinimum, exclusiveMaximum, multipleOf }: Keywords): Check {
  return limits({
    ...(exclusiveMinimum === undefined ? {} : { above: exclusiveMinimum }),
    ...(exclusiveMaximum === undefined ? {} : { below: exclusiveMaximum }),
    ...(multipleOf === undefined ? {} : { multipleOf }),
  });
}
