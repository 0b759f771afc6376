/// <reference lib="dom" />
/** The built site in a real browser: every page, in light and dark, under the policy that it is deployed with. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startMock } from "../scripts/mock/server.ts";
import { loadSpec } from "../scripts/read/document/load-spec.ts";
import { listPages } from "./site/finish.ts";
import { isRedirect } from "./site/redirects.ts";
import { findViolations, prepareAxe } from "./testing/axe.ts";
import { executablePath, host, openPage, type Watched } from "./testing/browser.ts";
import { type SiteServer, startSiteServer } from "./testing/site-server.ts";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const dist = at("dist");
const paths = (await listPages(dist)).filter((path) => !isRedirect(path) && path !== "404.html");
const missing = "/no/such/page/";
const addresses = [...paths.map((path) => `/${path.replace(/index\.html$/, "")}`), missing];

let server: SiteServer;
let origin: string;
beforeAll(async () => {
  server = await startSiteServer(dist);
  origin = `http://${host}:${server.port}`;
});
afterAll(() => server?.close());

/** Requests to anywhere but the site. */
const foreign = ({ requests }: Watched): string[] =>
  requests.filter((url) => !url.startsWith(`${origin}/`) && !/^(?:data|about|blob):/.test(url));

/** The errors, except for the page that is missing on purpose. */
const errorsOf = ({ errors }: Watched): string[] => errors.filter((error) => !/status of 404/.test(error));

/**
 * Whether axe checks a page in both themes: each page if the browser is required, as in CI; otherwise only some of those
 * that one component renders.
 */
function isExamined(address: string, within: string): boolean {
  if (process.env.REQUIRE_BROWSER === "1" || within === "html") return true;
  const isAlike = /^\/(?:errors|reference\/(?:schemas|events))\/./.test(address);
  return !isAlike || addresses.indexOf(address) % 6 === 0;
}

/** The weight of a page over the wire with everything that it loads by itself, in bytes. */
function weigh(page: Page): Promise<number> {
  return page.evaluate(() => {
    const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    return entries.reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0);
  });
}

/** Presses the button beside a piece of code, and returns the content of the clipboard. */
async function copy(page: Page, title: string): Promise<string> {
  const figure = page.locator("figure", { hasText: title }).first();
  await figure.hover();
  await figure.getByRole("button", { name: /copy/i }).click();
  await page.evaluate(() => {
    const paper = document.body.appendChild(document.createElement("textarea"));
    paper.focus();
  });
  await page.keyboard.press("Control+v");
  return page.locator("body > textarea").inputValue();
}

/** Checks a page at the width of a small phone, for violations and for overflow. */
async function findOnPhone(page: Page, within: string): Promise<string[]> {
  await page.setViewportSize({ width: 360, height: 780 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  // What is the same at every width was checked on a desktop, but for what a phone alone shows of each kind of page.
  const problems = await findViolations(page, { within, rules: within === "html" ? "all" : "layout" });
  if (overflow > 0) problems.push(`${overflow} px of overflow`);
  await page.setViewportSize({ width: 1440, height: 900 });
  return problems;
}

async function findInBothThemes(page: Page, within: string): Promise<string[]> {
  const light = await findViolations(page, { within });
  await page.evaluate(() => {
    document.documentElement.dataset.theme = "dark";
  });
  return [...light, ...(await findViolations(page, { within, rules: "colours" }))];
}

describe.skipIf(executablePath === undefined)("in a browser, the site", () => {
  let browser: Watched;
  let page: Page;
  beforeAll(async () => {
    browser = await openPage();
    page = browser.page;
  });
  afterAll(() => browser?.close());

  it("shows every page without an error or violation, in light and dark, on a desktop and on a phone", async () => {
    const problems: string[] = [];
    const kinds = new Set<string>();
    let examined = 0;
    let heaviest = 0;
    for (const address of addresses) {
      const response = await page.goto(origin + address);
      if (address !== missing) expect(response?.status()).toBe(200);
      expect(response?.headers()["content-security-policy"]).toMatch(/script-src 'self'(?:(?! 'unsafe-)[^;])*;/);
      heaviest = Math.max(heaviest, await weigh(page));
      await prepareAxe(page);
      // Header and sidebar are the same on each page of a kind: they are checked on the first one.
      const kind = address.replace(/[^/]+\/$/, "");
      const within = kinds.has(kind) ? "main" : "html";
      kinds.add(kind);
      const found: string[] = [];
      if (isExamined(address, within)) {
        examined++;
        found.push(...(await findOnPhone(page, within)), ...(await findInBothThemes(page, within)));
      }
      problems.push(...found.map((problem) => `${address} ${problem}`));
    }
    expect(problems).toEqual([]);
    expect(errorsOf(browser)).toEqual([]);
    expect(foreign(browser)).toEqual([]);
    expect(heaviest).toBeLessThanOrEqual(60_000);
    console.log(
      `${addresses.length} pages: 0 errors, 0 foreign requests, at most ${(heaviest / 1000).toFixed(1)} kB of all requests; ` +
        `${examined} in light and dark, at 1440 and 360 px: 0 violations of WCAG 2.2 AA.`,
    );
  }, 1_800_000);

  it("keeps a chosen theme from page to page", async () => {
    await page.goto(`${origin}/`);
    await page.locator("starlight-theme-select select").first().selectOption("dark");
    await page.goto(`${origin}/reference/`);
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
    await page.locator("starlight-theme-select select").first().selectOption("light");
  });

  it("starts keyboard navigation with a link that skips to the content", async () => {
    await page.goto(`${origin}/guides/refunds/`);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe("#_top");
  });

  it("prints only the content, unfolds details and cuts nothing off", async () => {
    await page.goto(`${origin}/reference/payments/create-payment/`);
    await page.setViewportSize({ width: 700, height: 1000 });
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("header.header, nav.sidebar").filter({ visible: true }).count()).toBe(0);
    expect(await page.locator("details .field").first().isVisible()).toBe(true);
    const cut = await page.evaluate(
      () =>
        Array.from(document.querySelectorAll("pre, table")).filter((part) => part.scrollWidth > part.clientWidth)
          .length,
    );
    expect(cut).toBe(0);
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it.each(["light", "dark"] as const)("opens the interactive reference under its own policy, in %s", async (scheme) => {
    const watched = await openPage({ colorScheme: scheme });
    try {
      await watched.page.goto(`${origin}/reference/interactive/#/refunds/createrefund`, { waitUntil: "networkidle" });
      await watched.page.getByRole("heading", { name: "Create a refund" }).first().waitFor();
      await prepareAxe(watched.page);
      expect([...(await findViolations(watched.page)), ...(await findOnPhone(watched.page, "html"))]).toEqual([]);
      const dialog = watched.page.getByTestId("search-dialog");
      await watched.page.keyboard.press("Control+k");
      await dialog.getByPlaceholder("Search docs").fill("capture");
      await dialog.getByText("Capture a payment").first().waitFor();
      expect(watched.errors).toEqual([]);
      expect(foreign(watched)).toEqual([]);
    } finally {
      await watched.close();
    }
  });

  it("has a quickstart whose code runs as copied from the page", async () => {
    const spec = await loadSpec(at("../spec/openapi.yaml"));
    const mock = await startMock({ spec, port: 0 });
    try {
      await page.goto(`${origin}/guides/quickstart/`);
      const code = await copy(page, "first-payment.mts");
      const env = { PATH: process.env.PATH ?? "", VINR_SECRET_KEY: "sk_test_Example", VINR_BASE_URL: mock.url };
      const args = ["--input-type=module", "--eval", code];
      const { stdout } = await promisify(execFile)(process.execPath, args, {
        env,
        cwd: at("../examples/first-payment"),
      });
      expect(stdout).toContain("waits for its customer at https://");
    } finally {
      await mock.close();
    }
  });
});
