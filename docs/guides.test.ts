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

/** The names of the pictures that are shown, and the least height of their text, in pixels. Each picture is there twice, for two widths. */
const readPictures = (page: Page): Promise<{ names: string[]; leastText: number }> =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll<SVGSVGElement>(".picture svg")].filter((svg) => svg.checkVisibility());
    const sizes = shown.flatMap((svg) => {
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      return Array.from(
        svg.querySelectorAll("text"),
        (text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale,
      );
    });
    const names = shown.map((svg) => svg.querySelector("title")?.id.replace(/(?:-wide)?-title$/, "") ?? "");
    return { names, leastText: Math.min(...sizes) };
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

  it.each([
    ["a phone", 360],
    ["a wide screen", 1920],
  ])("have pictures that %s shows whole, with text of 12 pixels or more, folded and unfolded", async (_, width) => {
    await site.page.setViewportSize({ width, height: 780 });
    const shown = new Set<string>();
    const problems: string[] = [];
    for (const path of guides) {
      await open(path);
      const { names, leastText } = await readPictures(site.page);
      if (names.length === 0) continue;
      for (const name of names) shown.add(name);
      expect(leastText).toBeGreaterThanOrEqual(11.9);
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
