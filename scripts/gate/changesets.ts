import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import { type Bump, greatest } from "./changes.ts";
import type { Comparison } from "./compare.ts";

const bumps: readonly string[] = ["major", "minor", "patch", "none"];

/** The greatest bump that the changesets in a folder declare, by package. */
export async function readChangesets(folder: string): Promise<Map<string, Bump>> {
  const declared = new Map<string, Bump>();
  const files = (await readdir(folder)).filter((file) => file.endsWith(".md") && file !== "README.md");
  for (const file of files) {
    const [, head = ""] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(await readFile(path.join(folder, file), "utf8")) ?? [];
    const releases: unknown = parse(head);
    for (const [name, bump] of Object.entries(Object(releases)))
      if (isBump(bump)) declared.set(name, greatest([bump, declared.get(name) ?? "none"]));
      else
        throw new Error(
          `${path.join(folder, file)}: ${JSON.stringify(bump)} is no bump of ${name}; write major, minor or patch.`,
        );
  }
  return declared;
}

function isBump(value: unknown): value is Bump {
  return typeof value === "string" && bumps.includes(value);
}

/** Writes a changeset that declares what the specification demands, for a person to put into better words. */
export async function writeChangeset(
  folder: string,
  packages: readonly string[],
  comparison: Comparison,
): Promise<string> {
  const { changes, demanded, baseVersion, version } = comparison;
  const head = packages.map((name) => `${JSON.stringify(name)}: ${demanded}`).join("\n");
  const lines = changes.filter(({ impact }) => impact !== "patch").map(({ where, what }) => `- ${where}: ${what}`);
  const what =
    lines.length > 0 ? [...new Set(lines)].join("\n") : "Descriptions and examples are put into better words.";
  const file = path.join(folder, `spec-${baseVersion}-to-${version}.md`.replace(/[^\w.-]/g, "-"));
  await writeFile(file, `---\n${head}\n---\n\nFollow the VINR API's specification:\n\n${what}\n`);
  return file;
}
