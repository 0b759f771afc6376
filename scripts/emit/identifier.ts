import type { Api, NamedSchema } from "../model.ts";
import { SpecError } from "../read/spec-error.ts";
import { stringLiteral } from "./literal.ts";

/** Words that no declaration may be called, and the global types that generated code relies on. */
const TAKEN = new Set(
  `any arguments as async await bigint boolean break case catch class const constructor continue debugger declare
  default delete do else enum eval export extends false finally for function get if implements import in infer
  instanceof interface intrinsic is keyof let module namespace never new null number object of package private
  protected public readonly require return set static string super switch symbol this throw true try type typeof
  undefined unique unknown using var void while with yield NaN Infinity
  Array Boolean Date Error Function JSON Map Math Number Object Omit Partial Pick Promise Readonly ReadonlyArray Record
  RegExp Required Set String Symbol
  $defs OneOf WithRequired XOR components operations paths webhooks`.split(/\s+/),
);

/** Whether a name can be used unchanged as a property or a declaration (declarations check reserved words themselves). */
export function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name);
}

/** A property's name in a type: bare where it can be, else quoted. */
export function propertyName(name: string): string {
  return isIdentifier(name) ? name : stringLiteral(name);
}

/** Reads a property of an expression: `value.amount` or `value["has space"]`. */
export function propertyAccess(object: string, name: string): string {
  return isIdentifier(name) ? `${object}.${name}` : `${object}[${stringLiteral(name)}]`;
}

/**
 * A name in the spec as the name of a type. A name that is an identifier stays; in another, each run of
 * ASCII letters and digits becomes a word in capitals (`foo(); evil` → `FooEvil`). Undefined where nothing is left.
 */
export function typeName(name: string): string | undefined {
  if (isIdentifier(name) && !TAKEN.has(name) && !name.startsWith("__")) return name;
  const words = name.match(/[A-Za-z0-9]+/g) ?? [];
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  if (joined === "") return undefined;
  const safe = /^[0-9]/.test(joined) ? `_${joined}` : joined;
  return TAKEN.has(safe) ? `${safe}_` : safe;
}

/**
 * The type's name of each named schema. Rejects names that meet once they are made safe: to number them would rename
 * public types whenever a schema is added.
 */
export function typeNames(api: Pick<Api, "schemas">): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const owners = new Map<string, string>();
  for (const schema of api.schemas.values()) {
    const safe = typeName(schema.name);
    if (safe === undefined) throw unusableName(schema, "has no ASCII letter or digit to make a type's name of");
    const owner = owners.get(safe);
    if (owner !== undefined) throw unusableName(schema, `would be called ${safe}, as ${stringLiteral(owner)} is`);
    owners.set(safe, schema.name);
    names.set(schema.name, safe);
  }
  return names;
}

function unusableName({ name, schema }: NamedSchema, why: string): SpecError {
  return new SpecError([{ place: schema.place, message: `schema ${stringLiteral(name)} ${why}`, hint: "rename it" }]);
}
