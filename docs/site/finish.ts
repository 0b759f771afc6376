/** Completes the built site: Markdown pages, indexes for assistants, headers, redirects. */
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { CardPainter } from "./cards/card-painter.ts";
import { cardOf, cardTags, hasOwnCard } from "./cards/cards.ts";
import { markPath } from "./icon.ts";
import { throwIfUnreviewed } from "./interactive/check-scripts.ts";
import { externalize } from "./interactive/externalize.ts";
import { interactiveScripts, pageScripts } from "./interactive/reviewed-scripts.ts";
import { parsePage } from "./markdown/hast.ts";
import { llmsFiles } from "./markdown/llms.ts";
import { type MarkdownPage, markdownPath, toMarkdownPage } from "./markdown/markdown-page.ts";
import { headersFile } from "./policy.ts";
import { writeAll } from "./prepare.ts";
import { redirectFiles } from "./redirects.ts";
import { sections } from "./sections.ts";

/**
 * Finishes the site in a folder that Astro built.
 *
 * @throws {Error} if a page holds a script that was not reviewed.
 */
export async function finishSite(folder: string): Promise<void> {
  await finishInteractive(join(folder, "reference"));
  const markdownPages = await finishPages(folder);
  await writeAll(folder, [
    ...[...markdownPages].map(([path, { markdown }]) => ({ path, content: markdown })),
    ...llmsFiles(markdownPages),
    ...redirectFiles(),
    { path: "_headers", content: headersFile() },
  ]);
}

/** Completes each page and draws the cards; returns the Markdown pages by their paths. */
async function finishPages(folder: string): Promise<Map<string, MarkdownPage>> {
  const pages = new Map<string, MarkdownPage>();
  await mkdir(join(folder, "cards"), { recursive: true });
  const cards = new CardPainter();
  try {
    for (const path of await listPages(folder)) {
      const page = await finishPage(folder, path);
      if (page === undefined) continue;
      pages.set(markdownPath(path), page);
      if (hasOwnCard(path)) {
        const { title, description } = page;
        cards.draw({ file: join(folder, cardOf(path)), words: { title, description } });
      }
    }
    await cards.finish();
  } finally {
    cards.stop();
  }
  return pages;
}

/** Completes a page in its file; returns it as Markdown, unless it is the one for missing addresses. */
async function finishPage(folder: string, path: string): Promise<MarkdownPage | undefined> {
  const file = join(folder, path);
  const html = completeHtml(await readFile(file, "utf8"), path);
  const parsed = parsePage(html);
  throwIfUnreviewed(parsed, path, pageScripts);
  const page = path === "404.html" ? undefined : toMarkdownPage(parsed, path);
  // By a function: in a text, `$` and a sign after it would stand for parts of the page.
  await writeFile(file, page === undefined ? html : html.replace("</head>", (end) => `${cardTags(path, page)}${end}`));
  return page;
}

/**
 * Writes on each piece of code how many lines it has, from which `site.css` takes its height until it is laid out.
 *
 * @param html A page as Astro built it.
 */
export function countLines(html: string): string {
  return html.replaceAll(/<div class="expressive-code">(?=(.*?)<\/figure>)/gs, (_, code: string) => {
    return `<div class="expressive-code" style="--lines:${code.split('class="ec-line').length - 1}">`;
  });
}

function completeHtml(html: string, path: string): string {
  // Long lines and wide tables scroll, and the keyboard must reach what scrolls, even without a script.
  const focusable = countLines(html)
    .replaceAll("<pre data-language=", '<pre tabindex="0" data-language=')
    .replaceAll(/<table(?=[ >])/g, '<table tabindex="0"');
  // The page for missing addresses has no address of its own.
  return path === "404.html" ? focusable.replace(/<link rel="canonical"[^>]*>/, "") : focusable;
}

const mark =
  '<svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><rect width="32" height="32" rx="8"/>' +
  `<path d="${markPath}" fill="none" stroke-width="3.6" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

const siteBar = `<nav class="vinr-bar" aria-label="Site">
  <a href="/">${mark}<b>VINR</b> Docs</a> ${sections.map(({ label, href }) => `<a href="${href}">${label}</a>`).join(" ")}
</nav>`;

/**
 * Writes the interactive page twice: as one file for offline reading, and for the site, with its scripts and styles in files
 * and with links back.
 */
export async function finishInteractive(reference: string): Promise<void> {
  const page = join(reference, "interactive/index.html");
  const whole = await readFile(page, "utf8");
  // Before its scripts go to files, which the policy does not ask about.
  throwIfUnreviewed(parsePage(whole), "reference/interactive/index.html", interactiveScripts);
  await copyFile(page, join(reference, "vinr-api-reference.html"));
  const alone = externalize(whole);
  const html = alone.html.replace("<body>", `<body>\n${siteBar}`);
  await writeAll(join(reference, "interactive"), alone.files);
  await writeFile(page, html);
}

/** The pages that Astro built, sorted, as paths from the root of the site. */
export async function listPages(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
  return paths.filter((path) => !/interactive\/|vinr-api-reference/.test(path)).sort();
}
