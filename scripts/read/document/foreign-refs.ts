/** References that lead out of a spec: to the network, or to a file that is not the spec's own. */
import { dirname } from "node:path";
import { isWithin } from "../../paths.ts";
import { join } from "../pointer.ts";

export interface ForeignRef {
  /** The place of the reference within its document. */
  readonly pointer: string;
  readonly ref: string;
}

/** Any URL, `file:` included. */
export function isUrl(ref: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(ref);
}

/** References of a file, in its examples too, that are URLs or lead out of a folder. */
export function findForeignRefs(content: unknown, file: string, folder: string): ForeignRef[] {
  const leavesFolder = (path: string) => !isWithin(folder, `${dirname(file)}/${path}`);
  return findRefs(content, ["$ref", "externalValue"]).filter(({ ref }) => {
    const [path = ""] = ref.split("#");
    return isUrl(ref) || (path !== "" && (/^[\\/]/.test(path) || leavesFolder(path)));
  });
}

/** References of a bundle that are not to a part of it. */
export function findOuterRefs(bundle: unknown): ForeignRef[] {
  return findRefs(bundle, ["$ref"]).filter(({ ref }) => !ref.startsWith("#"));
}

/** The members of these names that are texts, in examples too: wherever one is, some tool follows it. */
function findRefs(content: unknown, names: readonly string[]): ForeignRef[] {
  const found: ForeignRef[] = [];
  // Aliases make one object a member of several.
  const visited = new Set<unknown>();
  const visit = (value: unknown, pointer: string): void => {
    if (typeof value !== "object" || value === null || visited.has(value)) return;
    visited.add(value);
    for (const [key, member] of Object.entries(value)) {
      const place = join(pointer, key);
      if (names.includes(key) && typeof member === "string") {
        found.push({ pointer: place, ref: member });
      } else visit(member, place);
    }
  };
  visit(content, "");
  return found;
}
