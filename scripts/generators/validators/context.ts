import type { Api, Place, Schema } from "../../model.ts";
import { SpecError } from "../../read/spec-error.ts";
import type { Reading } from "./reading.ts";

/** What is at hand where a schema becomes a check. All texts are TypeScript. */
export interface Context {
  readonly api: Pick<Api, "schemas">;
  readonly reading: Reading;
  /** The check of a schema as an expression, undefined where it asks for nothing. */
  check(schema: Schema, baseName: string): string | undefined;
  /** The name of the check of a named schema. */
  named(name: string): string;
  /** The name of a constant of the module: an expression that is a name stays as it is. */
  constant(baseName: string, expression: string): string;
  /** The name under which something of the run time is imported. */
  runtime(name: RuntimeName): string;
  /** Whether the schema says the same in both readings. */
  readsAlike(schema: Schema): boolean;
  /** The same place, read as written. */
  strictly(): Context;
}

/** A call of the run time that makes a check: a bundler may leave it out where nothing uses what it makes. */
export function make(context: Context, name: RuntimeName, ...args: readonly string[]): string {
  return `/* @__PURE__ */ ${printCall(context.runtime(name), args)}`;
}

/** A call, without arguments at its end that are undefined. */
export function printCall(name: string, args: readonly string[]): string {
  const last = args.findLastIndex((arg) => arg !== "undefined");
  return `${name}(${args.slice(0, last + 1).join(", ")})`;
}

/** The name of the check of a schema, undefined where it asks for nothing. */
export function nameOf(context: Context, schema: Schema | undefined, baseName: string): string | undefined {
  const check = schema && context.check(schema, baseName);
  return check && context.constant(baseName, check);
}

/** The name of the check of a schema where one has to be: any value passes where it asks for nothing. */
export function nameOrAnything(context: Context, schema: Schema, baseName: string): string {
  return nameOf(context, schema, baseName) ?? context.runtime("anything");
}

/** What all of several checks ask as one expression; undefined where there are none. */
export function together(context: Context, checks: readonly (string | undefined)[]): string | undefined {
  const asked = checks.filter((check) => check !== undefined);
  return asked.length < 2 ? asked[0] : make(context, "allOf", ...asked);
}

/** Refuses a schema that cannot be made a validator. */
export function unsupported(place: Place, message: string, hint: string): SpecError {
  return new SpecError([{ place, message, hint }]);
}

/** Where each function of the run time stands, in `packages/validators/src/runtime/`. */
export const RUNTIME = {
  allOf: "unions",
  deepEnumOf: "equality",
  anyObject: "objects",
  anyOf: "unions",
  anything: "unions",
  array: "arrays",
  minProperties: "objects",
  isValid: "validate",
  boolean: "scalars",
  Check: "issues",
  constant: "scalars",
  contains: "arrays",
  date: "formats",
  dateTime: "formats",
  everyMember: "objects",
  email: "addresses",
  deepConstant: "equality",
  exactlyOneOf: "unions",
  ifType: "unions",
  hasDuplicates: "equality",
  hasDuplicateStrings: "equality",
  hostname: "addresses",
  integer: "scalars",
  ipv4: "addresses",
  ipv6: "addresses",
  limits: "scalars",
  patternProperties: "objects",
  dependentRequired: "objects",
  recursive: "unions",
  never: "unions",
  not: "unions",
  number: "scalars",
  object: "objects",
  enumOf: "scalars",
  noOtherProperties: "objects",
  nullable: "scalars",
  own: "values",
  parameterParser: "parameters",
  allParts: "objects",
  prefixItems: "arrays",
  required: "objects",
  sensitive: "unions",
  string: "scalars",
  tagged: "unions",
  boundedString: "scalars",
  time: "formats",
  ofType: "unions",
  unknownTag: "unions",
  uri: "addresses",
  uuid: "formats",
  validator: "validate",
  ifThenElse: "unions",
} as const;

/** Those of them that are types. */
export const RUNTIME_TYPES: ReadonlySet<string> = new Set(["Check"]);

export type RuntimeName = keyof typeof RUNTIME;
