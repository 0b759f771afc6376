import type { Json, Place } from "../../model.ts";
import { fromRef, join, lookUp, unescapeSegment } from "../pointer.ts";
import type { Problem } from "../spec-error.ts";

/** The place of a builder in the bundled document, and where it reports problems. */
export interface BuildContext {
  readonly document: unknown;
  readonly pointer: string;
  readonly placeOf: (pointer: string) => Place;
  /** Collects a problem; building goes on, so that all are shown together. */
  readonly report: (problem: Problem) => void;
  /** Pointers of the references that are being resolved in place, outermost first. */
  readonly resolving: readonly string[];
}

export type RawObject = Readonly<Record<string, unknown>>;

/** The context of a member of the object or array that a context points at. */
export function at(context: BuildContext, ...segments: (number | string)[]): BuildContext {
  return { ...context, pointer: join(context.pointer, ...segments) };
}

/** Reports a problem at the context's place. */
export function report(context: BuildContext, message: string, hint?: string): undefined {
  const place = context.placeOf(context.pointer);
  context.report(hint === undefined ? { place, message } : { place, message, hint });
}

/** The target of a `$ref` and its place; reports a reference that leads nowhere or back to itself. */
export function follow(ref: unknown, context: BuildContext): { value: unknown; context: BuildContext } | undefined {
  const pointer = typeof ref === "string" ? fromRef(ref) : undefined;
  if (pointer === undefined) {
    return report(context, `$ref ${String(ref)} is not a local JSON pointer`, "write #/components/schemas/Name");
  }
  const value = lookUp(context.document, pointer);
  if (value === undefined) {
    return report(context, `$ref ${String(ref)} leads to nothing`, "correct the name, or add what it names");
  }
  if (context.resolving.includes(pointer)) {
    const hint = "move the schema to components/schemas and refer to it there";
    return report(context, `$ref ${String(ref)} comes back to itself`, hint);
  }
  return { value, context: { ...context, pointer, resolving: [...context.resolving, pointer] } };
}

/** The keyword or member that a context points at, for messages. */
export function nameOf({ pointer }: BuildContext): string {
  return unescapeSegment(pointer.slice(pointer.lastIndexOf("/") + 1));
}

export function isRawObject(value: unknown): value is RawObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A member of an object, own properties only. */
export function member(value: RawObject, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

export function readObject(value: unknown, context: BuildContext): RawObject | undefined {
  return isRawObject(value) ? value : report(context, `${nameOf(context)} must be an object`);
}

export function readArray(value: unknown, context: BuildContext): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : report(context, `${nameOf(context)} must be an array`);
}

export function readString(value: unknown, context: BuildContext): string | undefined {
  return typeof value === "string" ? value : report(context, `${nameOf(context)} must be a string`);
}

export function readBoolean(value: unknown, context: BuildContext): boolean | undefined {
  return typeof value === "boolean" ? value : report(context, `${nameOf(context)} must be true or false`);
}

export function readNumber(value: unknown, context: BuildContext): number | undefined {
  return typeof value === "number" ? value : report(context, `${nameOf(context)} must be a number`);
}

export function readCount(value: unknown, context: BuildContext): number | undefined {
  if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
  return report(context, `${nameOf(context)} must be a whole number, 0 or more`);
}

export function readStrings(value: unknown, context: BuildContext): readonly string[] | undefined {
  if (!Array.isArray(value) || !value.every((item) => typeof item === "string")) {
    return report(context, `${nameOf(context)} must be an array of strings`);
  }
  if (new Set(value).size < value.length) return report(context, `${nameOf(context)} names something twice`);
  return value;
}

/** A member of the spec that is JSON by construction: `load-spec` lets nothing else in. */
export function asJson(value: unknown): Json {
  return value as Json;
}
