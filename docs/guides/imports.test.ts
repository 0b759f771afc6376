/** A sample that imports a file of its own folder: the reader finds that file on the same page, or on one that it links. */
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { placesOf } from "../site/prepare.ts";
import { listGuides } from "./guides.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const pages = new Map(
  listGuides(placesOf(root)).map((file) => [basename(file, ".mdx"), readFileSync(file, "utf8")] as const),
);

/** The samples of a page: each file of `examples/`, and the title above it. */
const samplesOf = (page: string) =>
  [...page.matchAll(/<Example file="([^"]+)" title="([^"]+)"/g)].map(([, file = "", title = ""]) => ({ file, title }));

/** The files that a sample imports from its own folder, below `examples/`. */
function importsOf(file: string): string[] {
  const code = readFileSync(join(root, "examples", file), "utf8");
  return [...code.matchAll(/from "\.\/([\w-]+\.ts)"/g)].map(([, name = ""]) => join(dirname(file), name));
}

/** Whether a page shows a file under its own name. */
const shows = (page: string, file: string): boolean =>
  samplesOf(page).some((sample) => sample.file === file && sample.title === basename(file));

function isFound(page: string, file: string): boolean {
  if (page.includes(`/tree/main/examples/${dirname(file)})`)) return true;
  const linked = [...page.matchAll(/\]\(\/guides\/([\w-]+)\//g)].map(([, name = ""]) => pages.get(name) ?? "");
  return [page, ...linked].some((one) => shows(one, file));
}

const importing = [...pages].filter(([, page]) => samplesOf(page).some(({ file }) => importsOf(file).length > 0));

describe("a reader who copies the samples", () => {
  it.each(importing)("of %s finds each file that they import", (_, page) => {
    const needed = new Set(samplesOf(page).flatMap(({ file }) => importsOf(file)));
    expect([...needed].filter((file) => !isFound(page, file))).toEqual([]);
  });
});
