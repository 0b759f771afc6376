/** What is done to the pages once they are whole: twins, indexes for assistants, headers, redirects. */
import { copyFile, readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { externalize } from "./externalize.ts";
import { llmsFiles } from "./llms.ts";
import { headersFile, inlineScriptHashes } from "./policy.ts";
import { writeAll } from "./prepare.ts";
import { redirectFiles } from "./redirects.ts";
import { makeTwin, type Twin } from "./twin.ts";

export async function finishSite(folder: string): Promise<void> {
  const interactive = await finishInteractive(join(folder, "reference"));
  const twins = new Map<string, Twin>();
  const hashes = new Set<string>();
  for (const path of await listPages(folder)) {
    const html = finishPage(await readFile(join(folder, path), "utf8"), path);
    await writeFile(join(folder, path), html);
    for (const hash of inlineScriptHashes(html)) hashes.add(hash);
    if (path === "404.html") continue;
    twins.set(path === "index.html" ? "index.md" : path.replace(/\/index\.html$/, ".md"), makeTwin(html, path));
  }
  await writeAll(folder, [
    ...[...twins].map(([path, { markdown }]) => ({ path, content: markdown })),
    ...llmsFiles(twins),
    ...redirectFiles(),
    { path: "_headers", content: headersFile([...hashes].sort(), inlineScriptHashes(interactive)) },
  ]);
}

function finishPage(html: string, path: string): string {
  // Long lines and wide tables scroll, and a keyboard has to reach what scrolls, also before a script has looked.
  const focusable = html
    .replaceAll("<pre data-language=", '<pre tabindex="0" data-language=')
    .replaceAll("<table>", '<table tabindex="0">');
  // The page for missing ones stands for every address, and has none of its own.
  return path === "404.html" ? focusable.replace(/<link rel="canonical"[^>]*>/, "") : focusable;
}

const wayBack = `<nav class="vinr-bar" aria-label="Site">
  <a href="/">VINR Docs</a> <a href="/guides/quickstart/">Guides</a> <a href="/reference/">Reference</a> <a href="/errors/">Error codes</a>
</nav>`;

/** The page as one file for offline reading, and taken apart for the site, with a way back; returns the latter. */
export async function finishInteractive(reference: string): Promise<string> {
  const page = join(reference, "interactive/index.html");
  await copyFile(page, join(reference, "vinr-api-reference.html"));
  const alone = externalize(await readFile(page, "utf8"));
  const html = alone.html.replace("<body>", `<body>\n${wayBack}`);
  await writeAll(join(reference, "interactive"), alone.files);
  await writeFile(page, html);
  return html;
}

/** The pages of Astro, from the root of the site, in order. */
export async function listPages(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
  return paths.filter((path) => !/interactive\/|vinr-api-reference/.test(path)).sort();
}
