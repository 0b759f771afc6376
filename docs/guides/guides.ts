/** The guides of a checkout. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Places } from "../site/prepare.ts";
import { checkGuide, type SiteIndex } from "./check-guide.ts";
import { checkFrontMatter } from "./front-matter.ts";
import { describeProblem } from "./problem.ts";
import { GUIDES, pagePathOf } from "./site-index.ts";

/** The files of all guides, as absolute paths. */
export function listGuides({ docs }: Places): string[] {
  const folder = join(docs, GUIDES);
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".mdx")).map((name) => join(folder, name));
}

/** Everything that is wrong with some guides, each as `docs/src/content/docs/guides/refunds.mdx:12:3  the message`. */
export function checkGuides(places: Places, files: readonly string[], site: SiteIndex): string[] {
  return files.flatMap((file) => {
    const problems = checkGuide(readFileSync(file, "utf8"), pagePathOf(places, file), site);
    return problems.map((problem) => describeProblem(relative(places.root, file), problem));
  });
}

/**
 * Throws if a guide has front matter that cannot be read: Astro would not start, and say less about it.
 *
 * @throws {Error} with the place of each problem.
 */
export function throwIfUnreadable(places: Places): void {
  const problems = listGuides(places).flatMap((file) =>
    checkFrontMatter(readFileSync(file, "utf8")).map((problem) =>
      describeProblem(relative(places.root, file), problem),
    ),
  );
  if (problems.length > 0) throw new Error(`${problems.join("\n")}\n\nCorrect the guide, then start again.`);
}
