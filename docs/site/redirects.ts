/** Addresses of the docs that these replace, and of pages that moved. */
import type { GeneratedFile } from "../../scripts/model.ts";

const old = "/docs/api-reference";

export const redirects: ReadonlyMap<string, string> = new Map([
  ["/docs", "/"],
  [old, "/reference/"],
  [`${old}/authentication`, "/reference/#environments-and-keys"],
  [`${old}/errors`, "/guides/errors/"],
  [`${old}/idempotency`, "/guides/idempotency/"],
  [`${old}/pagination`, "/guides/pagination/"],
  [`${old}/rate-limits`, "/guides/rate-limits/"],
  [`${old}/versioning`, "/guides/versioning/"],
  [`${old}/metadata`, "/reference/schemas/metadata/"],
  ["/guides/keys-and-going-live", "/guides/security/"],
]);

/** Whether a file of the built site, such as `docs/index.html`, is a redirect rather than a page. */
export function isRedirect(path: string): boolean {
  return redirects.has(`/${path.replace(/\/index\.html$/, "")}`);
}

/** For hosts that read `_redirects`, and as pages for those that do not. */
export function redirectFiles(): GeneratedFile[] {
  const lines = [...redirects].flatMap(([from, to]) => [`${from} ${to} 301`, `${from}/ ${to} 301`]);
  const pages = [...redirects].map(([from, to]) => ({
    path: `${from.slice(1)}/index.html`,
    content: redirectPage(to),
  }));
  return [{ path: "_redirects", content: `${lines.join("\n")}\n` }, ...pages];
}

function redirectPage(to: string): string {
  return (
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Moved</title><meta name="robots" content="noindex">` +
    `<link rel="canonical" href="https://docs.vinr.com${to}"><meta http-equiv="refresh" content="0;url=${to}">` +
    `<body><p>This page moved to <a href="${to}">${to}</a>.</p></body></html>\n`
  );
}
