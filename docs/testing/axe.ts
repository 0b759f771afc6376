/// <reference lib="dom" />
/** Accessibility checks with axe-core: WCAG 2.2 up to level AA. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Injects axe into a page that was just opened. */
export async function prepareAxe(page: Page): Promise<void> {
  await page.evaluate(source);
}

/** Rules whose result depends on the theme. */
const ofColours = { type: "rule", values: ["color-contrast", "link-in-text-block"] };
/** Rules whose result depends on the width of the window. */
const ofLayout = { type: "rule", values: ["target-size", "scrollable-region-focusable"] };
const ofAll = { type: "tag", values: tags };
const runOnlyOf = { all: ofAll, colours: ofColours, layout: ofLayout };

export interface Scope {
  readonly rules?: keyof typeof runOnlyOf;
  /** A selector of the part to check. */
  readonly within?: string;
}

/** Checks the page in its present state; returns each violation as `rule: element`. */
export async function findViolations(page: Page, { rules = "all", within = "html" }: Scope = {}): Promise<string[]> {
  const results: AxeResults = await page.evaluate(
    ({ runOnly, selector }) => {
      const { axe } = globalThis as unknown as { axe: { run(context: unknown, options: object): Promise<AxeResults> } };
      return axe.run(selector, { runOnly, resultTypes: ["violations"] });
    },
    { runOnly: runOnlyOf[rules], selector: within },
  );
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
