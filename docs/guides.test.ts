/// <reference lib="dom" />
/** The guides of the built site in a real browser: what the first screen shows, and their pictures on a phone. */
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { pictureNames } from "./pictures/index.ts";
import { listPages } from "./site/finish.ts";
import { isRedirect } from "./site/redirects.ts";
import { findViolations, prepareAxe } from "./testing/axe.ts";
import { executablePath } from "./testing/browser.ts";
import { useSite } from "./testing/use-site.ts";

const dist = fileURLToPath(new URL("dist", import.meta.url));
const guides = (await listPages(dist)).filter((path) => path.startsWith("guides/") && !isRedirect(path));

/** The least height of a picture's text, as it is shown, in pixels. */
const leastText = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const sizes = Array.from(document.querySelectorAll(".picture text"), (text) => {
      const svg = text.closest("svg");
      const scale = svg === null ? 0 : svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      return Number.parseFloat(getComputedStyle(text).fontSize) * scale;
    });
    return Math.min(...sizes);
  });

describe.skipIf(executablePath === undefined)("in a browser, the guides", () => {
  const site = useSite();
  const open = (path: string) => site.page.goto(`${site.origin}/${path.replace(/index\.html$/, "")}`);

  it("have something to run on the first screen of a laptop", async () => {
    await site.page.setViewportSize({ width: 1280, height: 800 });
    const below: string[] = [];
    for (const path of guides) {
      await open(path);
      const top = await site.page.evaluate(
        () => document.querySelector(".expressive-code, try-life")?.getBoundingClientRect().top,
      );
      if (top === undefined || top > 700) below.push(`${path}: ${top}`);
    }
    expect(below).toEqual([]);
  });

  it("have pictures that a phone shows whole, with text of 12 pixels or more, folded and unfolded", async () => {
    await site.page.setViewportSize({ width: 360, height: 780 });
    const shown = new Set<string>();
    const problems: string[] = [];
    for (const path of guides) {
      await open(path);
      const names = await site.page.evaluate(() =>
        Array.from(document.querySelectorAll(".picture svg title"), ({ id }) => id.replace(/-title$/, "")),
      );
      if (names.length === 0) continue;
      for (const name of names) shown.add(name);
      expect(await leastText(site.page)).toBeGreaterThanOrEqual(11.9);
      await site.page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      await prepareAxe(site.page);
      problems.push(...(await findViolations(site.page, { within: "main" })).map((problem) => `${path} ${problem}`));
      const overflow = await site.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (overflow > 0) problems.push(`${path}: ${overflow} px of overflow`);
    }
    expect(problems).toEqual([]);
    expect([...shown].sort()).toEqual([...pictureNames].sort());
  });
});
