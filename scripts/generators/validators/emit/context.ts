import type { Api, Place, Schema } from "../../../model.ts";
import { SpecError } from "../../../read/spec-error.ts";
import type { Openness } from "../../openness.ts";
import { contentName } from "./constant-names.ts";

/** Everything that emitting a check needs. All texts are TypeScript. */
export interface Context {
  readonly api: Pick<Api, "schemas">;
  readonly openness: Openness;
  /** Returns the check of a schema as an expression, or undefined if the schema accepts every value. */
  emitCheck(schema: Schema, baseName: string): string | undefined;
  /** Returns the name of a named schema's check. */
  emitReference(name: string): string;
  /** Declares a constant of the module and returns its name. An expression that is a name stays as it is. */
  declareConstant(baseName: string, expression: string): string;
  /** Imports something of the runtime and returns its local name. */
  importRuntime(name: RuntimeName): string;
  /** Whether the schema accepts the same values open and closed. */
  isSameOpenOrClosed(schema: Schema): boolean;
  /** The same module, with everything closed. */
  closed(): Context;
}

/** Returns a runtime call that makes a check. Bundlers drop it if the check is not used. */
export function emitPureCall(context: Context, name: RuntimeName, ...args: readonly string[]): string {
  return `/* @__PURE__ */ ${emitCall(context.importRuntime(name), args)}`;
}

/** Returns a call, without trailing arguments that are `undefined`. */
export function emitCall(name: string, args: readonly string[]): string {
  const last = args.findLastIndex((arg) => arg !== "undefined");
  return `${name}(${args.slice(0, last + 1).join(", ")})`;
}

/** Declares the check of a schema and returns its name, or undefined if the schema accepts every value. */
export function emitNamedCheck(context: Context, schema: Schema | undefined, baseName: string): string | undefined {
  const check = schema && context.emitCheck(schema, baseName);
  return check && context.declareConstant(contentName(schema) ?? baseName, check);
}

/** Like {@link emitNamedCheck}, where a check is needed even if the schema accepts every value. */
export function emitNamedCheckOrAnything(context: Context, schema: Schema, baseName: string): string {
  return emitNamedCheck(context, schema, baseName) ?? context.importRuntime("anything");
}

/** Returns one check for all of several, or undefined if there are none. */
export function emitAllOf(context: Context, checks: readonly (string | undefined)[]): string | undefined {
  const defined = checks.filter((check) => check !== undefined);
  return defined.length < 2 ? defined[0] : emitPureCall(context, "allOf", ...defined);
}

/** The error for a schema that no validator can be generated for. */
export function unsupportedError(place: Place, message: string, hint: string): SpecError {
  return new SpecError([{ place, message, hint }]);
}

/** The file of each runtime function, in `packages/validators/src/runtime/`. */
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
  parameterParser: "requests/parameters",
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

/** The runtime names that are types. */
export const RUNTIME_TYPES: ReadonlySet<string> = new Set(["Check"]);

export type RuntimeName = keyof typeof RUNTIME;
