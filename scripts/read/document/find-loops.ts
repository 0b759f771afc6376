import { dirname, resolve } from "node:path";
import { isRawObject } from "../model/build-context.ts";
import { fromRef, join, lookUp } from "../pointer.ts";

/** A `$ref` and where it stands. */
export interface Reference {
  readonly path: string;
  readonly pointer: string;
  readonly ref: string;
}

/** Finds the references that lead to nothing but references, and in the end to themselves. */
export function findLoops(files: ReadonlyMap<string, unknown>): Reference[] {
  return [...files].flatMap(([path, content]) => [...referencesIn(path, "", content)].filter(leadsToItself));

  function leadsToItself(start: Reference): boolean {
    const seen = new Set<string>();
    for (let next = follow(start, files); next !== undefined; next = follow(next, files)) {
      if (isSame(next, start)) return true;
      const name = `${next.path}#${next.pointer}`;
      if (seen.has(name)) return false;
      seen.add(name);
    }
    return false;
  }
}

function isSame(one: Reference, other: Reference): boolean {
  return one.path === other.path && one.pointer === other.pointer;
}

function* referencesIn(path: string, pointer: string, value: unknown): Generator<Reference> {
  if (typeof value !== "object" || value === null) return;
  const reference = referenceAt(path, pointer, value);
  if (reference !== undefined) yield reference;
  for (const [key, inner] of Object.entries(value)) yield* referencesIn(path, join(pointer, key), inner);
}

function referenceAt(path: string, pointer: string, value: unknown): Reference | undefined {
  const ref = isRawObject(value) && Object.hasOwn(value, "$ref") ? value.$ref : undefined;
  return typeof ref === "string" ? { path, pointer: join(pointer, "$ref"), ref } : undefined;
}

/** The reference that a reference leads to; undefined where it leads to something else. */
function follow({ path, ref }: Reference, files: ReadonlyMap<string, unknown>): Reference | undefined {
  const [file = "", fragment = ""] = ref.split("#", 2);
  const target = file === "" ? path : resolve(dirname(path), file);
  const pointer = fromRef(`#${fragment}`);
  return pointer === undefined ? undefined : referenceAt(target, pointer, lookUp(files.get(target), pointer));
}
