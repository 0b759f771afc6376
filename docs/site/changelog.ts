/** The changelog page: the next release from the changesets, and the released versions from each package. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import readChangesets from "@changesets/read";
import { closedMarkdown } from "../reference/plain-markdown.ts";

const frontMatter = `---
title: Changelog
description: "What changed in the API's specification and in the packages."
editUrl: false
---`;

/** The page as Markdown; `root` is the repository. */
export async function changelogPage(root: string): Promise<string> {
  const names = await readdir(join(root, "packages"));
  const released = (await Promise.all(names.sort().map((name) => readReleases(root, name)))).flat();
  const pending = (await readChangesets(root)).map(({ summary }) => closedMarkdown(summary));
  const parts = [
    frontMatter,
    "What may change without notice, and what never does: [Versions](/guides/versioning/).",
    ...(pending.length === 0 ? [] : ["## Next release", ...pending]),
    ...released,
    ...(released.length === 0 ? ["## Released", "Nothing yet: the first release is being prepared."] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** A package's own changelog, its headings one level down. */
async function readReleases(root: string, name: string): Promise<string[]> {
  const text = await readFile(join(root, "packages", name, "CHANGELOG.md"), "utf8").catch(() => "");
  return text === "" ? [] : [closedMarkdown(text.trim().replaceAll(/^#/gm, "##"))];
}
