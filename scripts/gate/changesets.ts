import { writeFile } from "node:fs/promises";
import path from "node:path";
import readAll from "@changesets/read";
import { type Bump, greatest } from "./changes.ts";
import type { Comparison } from "./compare.ts";

/** The greatest bump that the changesets of a workspace declare, by package. */
export async function readChangesets(root: string): Promise<Map<string, Bump>> {
  const declared = new Map<string, Bump>();
  for (const { releases } of await readAll(root))
    for (const { name, type } of releases) declared.set(name, greatest([type, declared.get(name) ?? "none"]));
  return declared;
}

/**
 * Writes a changeset with what the specification demands, for a person to put into better words. Its name comes from the
 * versions, not from chance as with `@changesets/write`: writing it again replaces it.
 */
export async function writeChangeset(
  folder: string,
  packages: readonly string[],
  comparison: Comparison,
): Promise<string> {
  const { changes, demanded, baseVersion, version } = comparison;
  const head = packages.map((name) => `${JSON.stringify(name)}: ${demanded}`).join("\n");
  const lines = changes.filter(({ impact }) => impact !== "patch").map(({ where, what }) => `- ${where}: ${what}`);
  const what = lines.length > 0 ? [...new Set(lines)].join("\n") : "Improve the wording of descriptions and examples.";
  const file = path.join(folder, `spec-${baseVersion}-to-${version}.md`.replace(/[^\w.-]/g, "-"));
  await writeFile(file, `---\n${head}\n---\n\nFollow the VINR API's specification:\n\n${what}\n`);
  return file;
}
