import type { Api, Place, Schema } from "../../model.ts";
import { SpecError } from "../../read/spec-error.ts";
import { plainReference } from "./keywords.ts";
import type { Reading } from "./reading.ts";
import type { Call, Step } from "./steps.ts";
import type { Unit } from "./unit.ts";

/** A value under test, by the name of the variable that holds it. */
export interface Subject {
  readonly name: string;
  /** What it is called in the description, for the names of what is made for it. */
  readonly hint: string;
}

/** What the walk over one unit has at hand. */
export interface Context {
  readonly api: Pick<Api, "schemas">;
  readonly unit: Unit;
  readonly reading: Reading;
  /** A free name for a variable. */
  local(hint: string): string;
  /** The name of a constant of the module with this value. */
  constant(hint: string, text: string, type?: string): string;
  /** The name under which a function of the run time is imported. */
  runtime(name: RuntimeName): string;
  /** The steps for a value of a schema that stands inside this unit's. */
  walk(schema: Schema, subject: Subject): Step[];
  /** The unit of a part of this unit's schema, in the reading given. */
  part(schema: Schema, hint: string, reading?: Reading): Unit;
  /** The unit of a named schema. */
  named(name: string, reading?: Reading): Unit;
  /** What a call of a unit's functions passes as depth, undefined where they take none. */
  depthFor(unit: Unit): string | undefined;
  /** Whether the schema says the same in both readings. */
  readsAlike(schema: Schema): boolean;
}

/** A unit's own value. */
export function subjectOf(unit: Unit): Subject {
  const hint = unit.check.slice("check".length);
  return { name: "value", hint: hint.charAt(0).toLowerCase() + hint.slice(1) };
}

/** The call of a unit's check as an expression. */
export function checkCall(context: Context, unit: Unit, value: string): string {
  const depth = context.depthFor(unit);
  return depth === undefined ? `${unit.check}(${value})` : `${unit.check}(${value}, ${depth})`;
}

/** Leaves a value to a unit. */
export function call(context: Context, unit: Unit, value: string): Call {
  return { kind: "call", unit, value, depth: context.depthFor(unit) };
}

/** The unit that decides a schema, which is its own or, for a plain reference, the one referred to. */
export function unitOf(context: Context, schema: Schema, hint: string, reading: Reading = context.reading): Unit {
  const target = plainReference(schema);
  return target === undefined ? context.part(schema, hint, reading) : context.named(target, reading);
}

/** Refuses a schema that cannot be made a validator. */
export function unsupported(place: Place, message: string, wayOut: string): SpecError {
  return new SpecError([{ place, message, wayOut }]);
}

/** Where each function of the run time stands, in `packages/validators/src/runtime/`. */
export const RUNTIME = {
  asObject: "values",
  boolean: "scalars",
  anyObject: "scalars",
  constant: "scalars",
  countCharacters: "values",
  countMatches: "values",
  countMembers: "values",
  equals: "equality",
  explainArray: "collections",
  explainMember: "collections",
  explainObject: "collections",
  fail: "issues",
  failClosest: "closest",
  failEnum: "issues",
  failRequired: "issues",
  failTag: "tags",
  failText: "scalars",
  failUnknown: "issues",
  failWhole: "issues",
  hasDuplicates: "equality",
  holder: "collections",
  hasDuplicateTexts: "equality",
  integer: "scalars",
  isArray: "values",
  isDate: "formats",
  isDateTime: "formats",
  isEmail: "addresses",
  isFull: "issues",
  isHostname: "addresses",
  isIpv4: "addresses",
  isIpv6: "addresses",
  isLonger: "values",
  isMultipleOf: "values",
  isObject: "values",
  isShorter: "values",
  isTime: "formats",
  isUri: "addresses",
  isUuid: "formats",
  maxDepth: "values",
  MemberTable: "collections",
  number: "scalars",
  parameterParser: "parameters",
  oneOf: "scalars",
  orNull: "scalars",
  own: "values",
  record: "collections",
  string: "scalars",
  tagOf: "tags",
  text: "scalars",
  Trail: "issues",
  validator: "validate",
} as const;

/** Those of them that are types. */
export const RUNTIME_TYPES: ReadonlySet<string> = new Set(["MemberTable", "Trail"]);

export type RuntimeName = keyof typeof RUNTIME;
