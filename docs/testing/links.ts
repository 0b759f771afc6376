/** Checks every link of the built site, between HTML pages and between Markdown pages. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { listPages } from "../site/finish.ts";
import { markdownPath } from "../site/markdown/markdown-page.ts";
import { isRedirect } from "../site/redirects.ts";

export interface LinkReport {
  readonly broken: string[];
  readonly anchors: string[];
  readonly orphans: string[];
  readonly withoutMarkdown: string[];
}

const origin = "https://docs.vinr.com";

/** Checks the links of a built site. */
export async function checkLinks(dist: string): Promise<LinkReport> {
  const paths = await listPages(dist);
  const html = new Map<string, string>();
  for (const path of paths) html.set(path, await readFile(join(dist, path), "utf8"));
  const ids = new Map([...html].map(([path, text]) => [path, new Set(matches(text, /\sid="([^"]+)"/g))]));
  const links = [...html].flatMap(([path, text]) => linksOf(path, text));
  const report: LinkReport = {
    broken: links.filter(({ file }) => !existsSync(join(dist, file))).map(print),
    anchors: links.filter(({ file, hash }) => hash !== "" && ids.get(file)?.has(hash) === false).map(print),
    orphans: paths.filter((path) => isPage(path) && path !== "index.html" && !isReached(path, links)),
    withoutMarkdown: paths.filter((path) => isPage(path) && !existsSync(join(dist, markdownPath(path)))),
  };
  for (const path of paths.filter(isPage)) await checkMarkdown(dist, markdownPath(path), report);
  return report;
}

interface Link {
  readonly from: string;
  readonly href: string;
  readonly file: string;
  readonly hash: string;
  /** Whether it is in the content: the sidebar and the pagination link to every page, and would hide an orphan. */
  readonly inContent: boolean;
}

const print = ({ from, href }: Link): string => `${from} → ${href}`;
/** Excludes the 404 page and the redirects. */
const isPage = (path: string): boolean => path !== "404.html" && !isRedirect(path);
const isReached = (path: string, links: readonly Link[]): boolean =>
  links.some(({ from, file, inContent }) => inContent && file === path && from !== path);

function linksOf(from: string, text: string): Link[] {
  const content = new Set(matches(/<main[\s\S]*?<footer/.exec(text)?.[0] ?? "", /\shref="([^"]+)"/g));
  return matches(text, /\shref="([^"]+)"/g).flatMap((href) => {
    const target = resolve(href, from);
    return target === undefined ? [] : [{ from, href, ...target, inContent: content.has(href) }];
  });
}

async function checkMarkdown(dist: string, page: string, report: LinkReport): Promise<void> {
  const text = (await readFile(join(dist, page), "utf8")).replaceAll(/^```[\s\S]*?^```/gm, "");
  for (const href of matches(text, /\]\((\/[^)\s]*)\)/g)) {
    const target = resolve(href, page);
    if (target !== undefined && !existsSync(join(dist, target.file))) report.broken.push(`${page} → ${href}`);
  }
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, value = ""]) => value.replaceAll("&amp;", "&"));
}

/** The file behind an address of this site; `undefined` for another site. */
function resolve(href: string, from: string): { readonly file: string; readonly hash: string } | undefined {
  const url = new URL(href, `${origin}/${from.replace(/index\.html$/, "")}`);
  if (url.origin !== origin) return undefined;
  const path = decodeURIComponent(url.pathname);
  return {
    file: (path.endsWith("/") ? `${path}index.html` : path).slice(1),
    hash: decodeURIComponent(url.hash.slice(1)),
  };
}
