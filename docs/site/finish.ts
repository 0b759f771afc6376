/** Completes the built site: Markdown pages, indexes for assistants, headers, redirects. */
import { copyFile, readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { externalize } from "./externalize.ts";
import { llmsFiles } from "./llms.ts";
import { type MarkdownPage, markdownPath, toMarkdownPage } from "./markdown-page.ts";
import { headersFile, inlineScriptHashes } from "./policy.ts";
import { writeAll } from "./prepare.ts";
import { redirectFiles } from "./redirects.ts";

/** Finishes the site in a folder that Astro built. */
export async function finishSite(folder: string): Promise<void> {
  const interactive = await finishInteractive(join(folder, "reference"));
  const markdownPages = new Map<string, MarkdownPage>();
  const hashes = new Set<string>();
  for (const path of await listPages(folder)) {
    const html = finishPage(await readFile(join(folder, path), "utf8"), path);
    await writeFile(join(folder, path), html);
    for (const hash of inlineScriptHashes(html)) hashes.add(hash);
    if (path !== "404.html") markdownPages.set(markdownPath(path), toMarkdownPage(html, path));
  }
  await writeAll(folder, [
    ...[...markdownPages].map(([path, { markdown }]) => ({ path, content: markdown })),
    ...llmsFiles(markdownPages),
    ...redirectFiles(),
    { path: "_headers", content: headersFile([...hashes].sort(), inlineScriptHashes(interactive)) },
  ]);
}

function finishPage(html: string, path: string): string {
  // Long lines and wide tables scroll, and the keyboard must reach what scrolls, even without a script.
  const focusable = html
    .replaceAll("<pre data-language=", '<pre tabindex="0" data-language=')
    .replaceAll(/<table(?=[ >])/g, '<table tabindex="0"');
  // The page for missing addresses has no address of its own.
  return path === "404.html" ? focusable.replace(/<link rel="canonical"[^>]*>/, "") : focusable;
}

const siteBar = `<nav class="vinr-bar" aria-label="Site">
  <a href="/">VINR Docs</a> <a href="/guides/quickstart/">Guides</a> <a href="/reference/">Reference</a> <a href="/errors/">Error codes</a>
</nav>`;

/**
 * Writes the interactive page twice: as one file for offline reading, and for the site, with its scripts and styles in files
 * and with links back. Returns the latter.
 */
export async function finishInteractive(reference: string): Promise<string> {
  const page = join(reference, "interactive/index.html");
  await copyFile(page, join(reference, "vinr-api-reference.html"));
  const alone = externalize(await readFile(page, "utf8"));
  const html = alone.html.replace("<body>", `<body>\n${siteBar}`);
  await writeAll(join(reference, "interactive"), alone.files);
  await writeFile(page, html);
  return html;
}

/** The pages that Astro built, sorted, as paths from the root of the site. */
export async function listPages(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
  return paths.filter((path) => !/interactive\/|vinr-api-reference/.test(path)).sort();
}
