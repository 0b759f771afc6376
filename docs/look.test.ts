/**
 * How the built site looks: the layout and colours of pages of each kind, on phones and wide screens, in light and dark, compared with
 * those in `testing/look.txt`. After a change of the look, `vitest run -u` writes it; its diff says what changed.
 */
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accent, markPath } from "./site/icon.ts";
import { executablePath, host, openPage, type Watched } from "./testing/browser.ts";
import { describeLayout, findCollisions } from "./testing/layout.ts";
import { type SiteServer, startSiteServer } from "./testing/site-server.ts";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const operation = "/reference/payments/create-payment/";
const views = [
  ["/", 1280, "light"],
  ["/", 360, "dark"],
  [operation, 1920, "dark"],
  [operation, 1280, "light"],
  [operation, 768, "light"],
  [operation, 360, "dark"],
  ["/guides/refunds/", 1280, "dark"],
  ["/guides/webhooks/", 360, "light"],
  ["/reference/events/payment-completed/", 1280, "light"],
  ["/reference/schemas/payment/", 1280, "dark"],
  ["/reference/", 768, "dark"],
  ["/errors/", 1280, "light"],
  ["/errors/already_captured/", 768, "light"],
  ["/no/such/page/", 1920, "light"],
] as const;

describe.skipIf(executablePath === undefined)("in a browser, the site looks as it did:", () => {
  let server: SiteServer;
  let browser: Watched;
  beforeAll(async () => {
    server = await startSiteServer(at("dist"));
    browser = await openPage();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function open(path: string, width: number, theme: string): Promise<void> {
    const { page } = browser;
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`http://${host}:${server.port}${path}`);
    await page.evaluate((chosen) => {
      document.documentElement.dataset.theme = chosen;
    }, theme);
  }

  it("its layout and colours are those of the last change of the look", async () => {
    const texts: string[] = [];
    for (const [path, width, theme] of views) {
      await open(path, width, theme);
      texts.push(`${path} at ${width} px, ${theme}\n${(await describeLayout(browser.page)).join("\n")}\n`);
    }
    await expect(texts.join("\n")).toMatchFileSnapshot("testing/look.txt");
  });

  it("nothing meets, overflows or is cut off, from a small phone to a large screen", async () => {
    const problems: string[] = [];
    for (const path of new Set(views.map(([path]) => path))) {
      for (const width of [360, 768, 1100, 1280, 1920]) {
        await open(path, width, "light");
        const { page } = browser;
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        const found = [...(await findCollisions(page)), ...(overflow > 0 ? [`${overflow} px of overflow`] : [])];
        problems.push(...found.map((problem) => `${path} at ${width} px: ${problem}`));
      }
    }
    expect(problems).toEqual([]);
  });

  it("a column that is gone would be noticed", async () => {
    await open(operation, 1280, "light");
    const before = await describeLayout(browser.page);
    await browser.page.evaluate(() => document.querySelector(".columns")?.classList.remove("columns"));
    expect(await describeLayout(browser.page)).not.toEqual(before);
  });
});

describe("the scale", () => {
  const styles = async (): Promise<string[]> => {
    const sheets = (await readdir(at("src/styles")))
      .filter((name) => name !== "tokens.css")
      .map((name) => `src/styles/${name}`);
    const components = (await readdir(at("src/components"), { recursive: true })).filter((name) =>
      name.endsWith(".astro"),
    );
    return [...sheets, ...components.map((name) => `src/components/${name}`)];
  };

  it("has every size of text and every colour that a style names", async () => {
    const others: string[] = [];
    for (const name of await styles()) {
      const text = await readFile(at(name), "utf8");
      const css = name.endsWith(".css") ? text : (/<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? "");
      for (const [rule, value = ""] of css.matchAll(
        /(?:font-size|color|background|border[a-z-]*|fill|stroke): ([^;]+);/g,
      )) {
        const isNumber =
          /#[0-9a-f]{3,8}\b|\brgb|\bhsl/.test(value) || (rule.startsWith("font-size") && !/var\(|inherit/.test(value));
        if (isNumber) others.push(`${name}: ${rule}`);
      }
    }
    expect(others).toEqual([]);
  });

  it("has the spacing and the colours of the sandbox's pages, and the interactive page those colours", async () => {
    const tokens = await readFile(at("src/styles/tokens.css"), "utf8");
    const sandbox = await readFile(at("../packages/sandbox/src/pages/assets/base.css"), "utf8");
    const interactive = await readFile(at("template.hbs"), "utf8");
    for (const name of ["space-1", "space-4", "space-8", "radius", "radius-l"]) {
      expect([name, valuesOf(name, tokens)]).toEqual([name, valuesOf(name, sandbox)]);
    }
    for (const name of [
      "ground",
      "paper",
      "ink",
      "ink-soft",
      "line",
      "line-strong",
      "accent",
      "accent-strong",
      "accent-ink",
      "accent-soft",
      "good",
      "bad",
      "warn",
    ]) {
      expect([name, new Set(valuesOf(name, tokens))]).toEqual([name, new Set(valuesOf(name, sandbox))]);
    }
    for (const name of ["ink", "ink-soft", "line", "accent", "accent-strong", "accent-ink"]) {
      expect([name, new Set(valuesOf(`vinr-${name}`, interactive))]).toEqual([name, new Set(valuesOf(name, tokens))]);
    }
  });

  it("has the accent of the mark, which the sandbox's pages have too", async () => {
    const icon = await readFile(at("../packages/sandbox/src/pages/assets/icon.svg"), "utf8");
    expect(valuesOf("accent", await readFile(at("src/styles/tokens.css"), "utf8"))).toContain(accent);
    expect(icon).toContain(`fill="${accent}"`);
    expect(icon).toContain(`d="${markPath}"`);
  });

  /** The values of a custom property, in the order of the style sheet. */
  function valuesOf(name: string, css: string): string[] {
    return [...css.matchAll(new RegExp(`--${name}: ([^;]+);`, "g"))].map(([, value = ""]) => value);
  }
});
