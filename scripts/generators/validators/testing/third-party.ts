import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { isRawObject, member } from "../../../read/model/build-context.ts";
import { fromRef, split } from "../../../read/pointer.ts";
import { SpecError } from "../../../read/spec-error.ts";
import { generateValidators } from "../index.ts";
import { modelOf } from "./compile.ts";

type Schemas = Record<string, unknown>;

/** The result of compiling a document. */
export interface Taken {
  /** The schemas that it compiles. */
  readonly schemas: Schemas;
  /** Why it rejects others: the keyword, and the whole sentence with its place. */
  readonly rejected: readonly { readonly keyword: string; readonly message: string }[];
}

/** An OpenAPI document of a package. */
export function readDocument(name: string): unknown {
  return JSON.parse(readFileSync(createRequire(import.meta.url).resolve(name), "utf8"));
}

/** The schemas of a document: those of its components, and those of its bodies, parameters and headers by number. */
export function schemasOf(document: unknown): Schemas {
  const components = isRawObject(document) ? member(document, "components") : undefined;
  const named = isRawObject(components) ? member(components, "schemas") : undefined;
  const inline = inlineSchemas(isRawObject(document) ? member(document, "paths") : undefined);
  const numbered = inline.map((schema, i) => [`Inline${i + 1}`, schema] as const);
  return { ...(isRawObject(named) ? named : {}), ...Object.fromEntries(numbered) };
}

function inlineSchemas(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(inlineSchemas);
  if (!isRawObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === "schema" ? [inner] : inlineSchemas(inner)));
}

/** Takes from some schemas what the emitter compiles: without those that it rejects, and those that refer to them. */
export function take(schemas: Schemas): Taken {
  const rest = new Map(Object.entries(schemas));
  const rejected: Taken["rejected"][number][] = [];
  for (let error = rejectionOf(rest); error !== undefined; error = rejectionOf(rest)) {
    for (const { place, message } of error.problems) {
      const [, , name = "", ...path] = split(place.pointer);
      // A rejection without a place in a schema does not help.
      if (!Object.hasOwn(schemas, name)) throw error;
      const keyword = message.startsWith("the format ") ? "format" : (path.at(-1) ?? name);
      rejected.push({ keyword, message: `${place.pointer} ${message}` });
      rest.delete(name);
    }
    for (const name of lost(rest, schemas)) rest.delete(name);
  }
  return { schemas: Object.fromEntries(rest), rejected };
}

function rejectionOf(schemas: ReadonlyMap<string, unknown>): SpecError | undefined {
  try {
    generateValidators(modelOf(Object.fromEntries(schemas), "request"));
    return undefined;
  } catch (error) {
    if (error instanceof SpecError) return error;
    throw error;
  }
}

/** The schemas that reach, by references, one that is no longer there. */
function lost(rest: ReadonlyMap<string, unknown>, all: Schemas): string[] {
  const isLost = (name: string, seen: readonly string[]): boolean =>
    !rest.has(name) ||
    referencesOf(rest.get(name)).some(
      (other) => Object.hasOwn(all, other) && !seen.includes(other) && isLost(other, [...seen, other]),
    );
  return [...rest.keys()].filter((name) => isLost(name, [name]));
}

function referencesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesOf);
  if (!isRawObject(value)) return [];
  const ref = member(value, "$ref");
  const [, , name] = typeof ref === "string" ? split(fromRef(ref) ?? "") : [];
  return [...(name === undefined ? [] : [name]), ...Object.values(value).flatMap(referencesOf)];
}
