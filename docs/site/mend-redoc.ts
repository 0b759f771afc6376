/** What has to change in Redoc's page, each change with its reason. */

interface Change {
  readonly reason: string;
  readonly from: RegExp;
  readonly to: string;
}

const word =
  '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="18" viewBox="0 0 48 18"><style>text{fill:#1a1c21}' +
  "@media(prefers-color-scheme:dark){text{fill:#fff}}</style>" +
  '<text x="2" y="13" font-family="system-ui,sans-serif" font-size="13" font-weight="600">Redoc</text></svg>';

const changes: readonly Change[] = [
  {
    reason: "the footer shows a logo from its maker's server: the link to Redoc stays, the image comes with the page",
    from: /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(?:-full)?\.svg/g,
    to: `data:image/svg+xml,${encodeURIComponent(word).replaceAll("'", "%27")}`,
  },
  {
    reason: "before its script runs, the sidebar leads to paths that no server has: these are the links it will write",
    from: / href="\/([^"]*)" data-discover="true"/g,
    to: ' href="#/$1" data-discover="true"',
  },
  {
    reason: "the name of the list of examples hides what is chosen from those who say what they see (WCAG 2.5.3)",
    from: /"aria-label":`Example`,options:/g,
    to: "options:",
  },
];

/**
 * The page, changed.
 *
 * @throws {Error} where a change finds nothing to change: Redoc is another one then, and somebody has to look.
 */
export function mendRedoc(html: string): string {
  return changes.reduce((page, { reason, from, to }) => {
    if (page.search(from) < 0) {
      throw new Error(`Redoc's page no longer has ${from}. It was changed because ${reason}. See mend-redoc.ts.`);
    }
    return page.replace(from, to);
  }, html);
}
