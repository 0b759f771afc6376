/** The files that pages are made from, and where a reader edits one or reports an error in it. */
import manifest from "../../packages/client/package.json" with { type: "json" };

/** The repository's address for a browser, from the manifest of a package: all of them name the same. */
export const repositoryUrl: string = manifest.repository.url.replace(/^git\+/, "").replace(/\.git$/, "");

/**
 * The file that a person edits to change a page, from the root of the repository; undefined for a page that is made from several.
 *
 * @param id The page's path without slashes at its ends, such as `guides/refunds`.
 * @param file The file in the site's content, from `docs/`, if the page has one.
 */
export function sourceOf(id: string, file?: string): string | undefined {
  if (id === "changelog" || id === "404") return undefined;
  if (id === "decisions") return "spec/DECISIONS.md";
  if (file?.startsWith("src/content/docs/")) return `docs/${file}`;
  const [, code] = /^errors\/(\w+)$/.exec(id) ?? [];
  if (code !== undefined) return `docs/errors/${code}.md`;
  return /^(?:errors|reference)(?:\/|$)/.test(id) ? "spec/openapi.yaml" : undefined;
}

export const editUrl = (source: string): string => `${repositoryUrl}/edit/main/${source}`;

/** A form for an issue that names the page. */
export function reportUrl(title: string, id: string): string {
  const page = `https://docs.vinr.com/${id === "" ? "" : `${id}/`}`;
  const fields = new URLSearchParams({
    title: `Docs: ${title}`,
    body: `${page}\n\nWhat is wrong, and what it should say:\n`,
  });
  return `${repositoryUrl}/issues/new?${fields}`;
}
