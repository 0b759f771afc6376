/** The pages, anchors and examples of a checkout, from its files and the model. */
import { existsSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Api } from "../../scripts/model.ts";
import { isWithin } from "../../scripts/paths.ts";
import { listPages } from "../reference/pages.ts";
import type { Places } from "../site/prepare.ts";
import type { SiteIndex } from "./check-guide.ts";
import { anchorsOf, readGuide } from "./read-guide.ts";

/** The folder of the guides, from that of the docs. */
export const GUIDES = "src/content/docs";

/** The path of a guide's page: `/guides/refunds/` for the file `guides/refunds.mdx`. */
export function pagePathOf({ docs }: Places, file: string): string {
  const slug = relative(join(docs, GUIDES), file)
    .split(sep)
    .join("/")
    .replace(/(?:(?:^|\/)index)?\.mdx?$/, "");
  return slug === "" ? "/" : `/${slug}/`;
}

/** Files that the build makes of finished pages; the dev server has none. */
const built = ["/llms.txt", "/llms-full.txt", "/reference/interactive/", "/reference/vinr-api-reference.html"];

export function siteIndexOf({ root, docs, downloads }: Places, api: Api): SiteIndex {
  const reference = listPages(api);
  const guideAt = (slug: string): string | undefined =>
    [".mdx", ".md", "/index.mdx", "/index.md"]
      .map((ending) => join(docs, GUIDES, `${slug}${ending}`.replace(/^\//, "")))
      .find((file) => isWithin(docs, file) && existsSync(file));
  const isPage = (slug: string): boolean => reference.has(slug) || guideAt(slug) !== undefined;
  return {
    hasPath(path) {
      if (built.includes(path)) return true;
      if (path.endsWith("/")) return isPage(path.slice(1, -1));
      if (path.endsWith(".md")) return isPage(path.slice(1, -3)) || path === "/index.md";
      const file = join(downloads, path);
      return isWithin(downloads, file) && existsSync(file);
    },
    anchorsAt(path) {
      const guide = guideAt(path.slice(1, -1));
      if (guide === undefined) return undefined;
      const tree = readGuide(readFileSync(guide, "utf8"));
      return "children" in tree ? anchorsOf(tree) : undefined;
    },
    hasExample(file) {
      const path = join(root, "examples", file);
      return isWithin(join(root, "examples"), path) && existsSync(path);
    },
  };
}
