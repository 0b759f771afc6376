import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import readAll from "@changesets/read";
import { type Bump, type Change, greatest } from "./changes.ts";
import type { Comparison } from "./compare.ts";
import { readAt } from "./revision.ts";

/** A changeset that waits for the next release. */
export interface Changeset {
  /** Relative to the workspace: `.changeset/new-field.md`. */
  readonly file: string;
  /** The bump that it declares of each package. */
  readonly bumps: ReadonlyMap<string, Bump>;
}

/** The changesets of a workspace. */
export async function readChangesets(root: string): Promise<Changeset[]> {
  const changesets = await readAll(root);
  return changesets.map(({ id, releases }) => ({
    file: `.changeset/${id}.md`,
    bumps: new Map(releases.map(({ name, type }) => [name, type])),
  }));
}

/** The changesets that a revision lacks or words differently: the others describe changes that it already contains. */
export async function readChangesetsSince(root: string, revision: string): Promise<Changeset[]> {
  const changesets = await Promise.all(
    (await readChangesets(root)).map(async (changeset) => {
      const now = await readFile(path.join(root, changeset.file), "utf8");
      return now === (await readAt(root, revision, changeset.file)) ? [] : [changeset];
    }),
  );
  return changesets.flat();
}

/** The greatest bump that some changesets declare, by package. */
export function greatestBumps(changesets: readonly Changeset[]): Map<string, Bump> {
  const declared = new Map<string, Bump>();
  for (const { bumps } of changesets)
    for (const [name, bump] of bumps) declared.set(name, greatest([bump, declared.get(name) ?? "none"]));
  return declared;
}

/**
 * Writes a changeset with what the specification demands, for a person to put into better words. Its name comes from the
 * version and the first change, not from chance as with `@changesets/write`: writing it again replaces it, and the branches
 * of two changes have a file each.
 */
export async function writeChangeset(
  folder: string,
  packages: readonly string[],
  comparison: Comparison,
): Promise<string> {
  const { changes, demanded, version } = comparison;
  const head = packages.map((name) => `${JSON.stringify(name)}: ${demanded}`).join("\n");
  const lines = changes.filter(({ impact }) => impact !== "patch").map(({ where, what }) => `- ${where}: ${what}`);
  const what = lines.length > 0 ? [...new Set(lines)].join("\n") : "Improve the wording of descriptions and examples.";
  const file = path.join(folder, `${["spec", version, ...wordsOf(changes[0])].join("-")}.md`);
  await writeFile(file, `---\n${head}\n---\n\nFollow the VINR API's specification:\n\n${what}\n`);
  return file;
}

/** The subject of a change, as words of a file's name: `schema`, `payment`, `locale`. */
function wordsOf(change: Change | undefined): string[] {
  if (change === undefined) return [];
  const place = change.where.split(", used by")[0] ?? "";
  const [, name = ""] = /`([^`]+)`/.exec(change.what) ?? [];
  return `${place} ${name}`.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}
