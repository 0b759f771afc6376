/** Patches to the page that `redocly build-docs` writes, each with its reason. */

interface Patch {
  readonly reason: string;
  readonly from: RegExp;
  readonly to: string;
}

const word =
  '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="18" viewBox="0 0 48 18"><style>text{fill:#1a1c21}' +
  "@media(prefers-color-scheme:dark){text{fill:#fff}}</style>" +
  '<text x="2" y="13" font-family="system-ui,sans-serif" font-size="13" font-weight="600">Redoc</text></svg>';

const patches: readonly Patch[] = [
  {
    reason: "the footer loads a logo from Redocly's server; the link to Redoc stays, and the image is inlined",
    from: /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(?:-full)?\.svg/g,
    to: `data:image/svg+xml,${encodeURIComponent(word).replaceAll("'", "%27")}`,
  },
  {
    reason: "until the script has run, the sidebar links to paths that no server has; the script writes these links",
    from: / href="\/([^"]*)" data-discover="true"/g,
    to: ' href="#/$1" data-discover="true"',
  },
  {
    reason: "the accessible name of the list of examples lacks its visible text (WCAG 2.5.3)",
    from: /"aria-label":`Example`,options:/g,
    to: "options:",
  },
];

/**
 * Applies every patch.
 *
 * @throws {Error} if a patch finds nothing to change: Redoc's output has changed, and the patch needs a review.
 */
export function patchRedoc(html: string): string {
  return patches.reduce((page, { reason, from, to }) => {
    if (page.search(from) < 0) {
      throw new Error(
        `Redoc's page no longer has ${from}. It was patched because ${reason}. Review docs/site/interactive/patch-redoc.ts.`,
      );
    }
    return page.replace(from, to);
  }, html);
}
