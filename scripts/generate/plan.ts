/** Decides what a run changes; `write.ts` does it. */
import { isGenerated } from "../emit/header.ts";
import type { GeneratedFile } from "../model.ts";

/** One difference between what is there and what should be. */
export interface Change {
  readonly path: string;
  /** `line endings`: the same but for CRLF. `unexpected`: in a folder of generated files, but not generated. */
  readonly kind: "line endings" | "missing" | "orphan" | "stale" | "unexpected";
  /** The new content; undefined where a file goes away or stays. */
  readonly content: string | undefined;
}

/** Compares the files that should be there with those that are, by path; sorted by path. */
export function planChanges(wanted: readonly GeneratedFile[], present: ReadonlyMap<string, string>): Change[] {
  const paths = new Set(wanted.map(({ path }) => path));
  const writes = wanted.flatMap(({ path, content }): Change[] => {
    const kind = compare(content, present.get(path));
    return kind === undefined ? [] : [{ path, kind, content }];
  });
  const leftovers = [...present].flatMap(([path, content]): Change[] => {
    if (paths.has(path)) return [];
    return [{ path, kind: isGenerated(content) ? "orphan" : "unexpected", content: undefined }];
  });
  return [...writes, ...leftovers].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function compare(wanted: string, present: string | undefined): Change["kind"] | undefined {
  if (present === wanted) return undefined;
  if (present === undefined) return "missing";
  return present.replaceAll("\r\n", "\n") === wanted ? "line endings" : "stale";
}
