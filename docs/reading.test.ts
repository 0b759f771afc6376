/// <reference lib="dom" />
/** Reading a page of the built reference: to choose, to unfold, and to find what is folded. */
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { executablePath, host, openPage, type Watched } from "./testing/browser.ts";
import { type SiteServer, startSiteServer } from "./testing/site-server.ts";

const operation = "/reference/payments/create-payment/";

describe.skipIf(executablePath === undefined)("on a page of the reference", () => {
  let server: SiteServer;
  let browser: Watched;
  let page: Page;
  let origin: string;
  beforeAll(async () => {
    server = await startSiteServer(fileURLToPath(new URL("dist", import.meta.url)));
    origin = `http://${host}:${server.port}`;
    browser = await openPage();
    page = browser.page;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const codes = (): Promise<string[]> =>
    page.locator(".sample [role=tabpanel] pre").filter({ visible: true }).allInnerTexts();

  /** Whether a field is shown, and not within a closed fold. */
  const isShown = (id: string): Promise<boolean> =>
    page.locator(`[id="${id}"]`).evaluate((field) => field.checkVisibility());

  it("the chosen language is kept on other pages", async () => {
    await page.goto(origin + operation);
    expect((await codes()).join()).toContain("vinr.payments.create");
    await page.getByRole("tab", { name: "curl" }).click();
    expect((await codes()).join()).toMatch(/^curl /);
    await page.goto(`${origin}/reference/refunds/create-refund/`);
    expect(await codes()).toHaveLength(1);
    expect((await codes()).join()).toMatch(/^curl /);
    await page.getByRole("tab", { name: "curl" }).press("ArrowLeft");
    expect((await codes()).join()).toContain("vinr.refunds.create");
  });

  it("one example of a response is shown, the one that is chosen by status", async () => {
    await page.goto(origin + operation);
    const shown = page.locator(".choice-example").filter({ visible: true });
    expect(await shown.textContent()).toContain('"pending"');
    await page.getByLabel("Status and example").selectOption({ label: "401: A key that has expired" });
    expect(await shown.count()).toBe(1);
    expect(await shown.textContent()).toContain("expired_api_key");
  });

  it("everything is shown in its order where there is no script", async () => {
    const plain = await openPage({ hasScripts: false });
    try {
      await plain.page.goto(origin + operation);
      const parts = plain.page.locator(".sample pre, .sample-response pre, #request, #responses");
      expect(await parts.filter({ visible: true }).count()).toBe(await parts.count());
      expect(await plain.page.getByRole("tab").filter({ visible: true }).count()).toBe(0);
      expect(await plain.page.locator("main select").filter({ visible: true }).count()).toBe(0);
      expect(await plain.page.locator(".sample figcaption").filter({ visible: true }).allInnerTexts()).toEqual([
        "TypeScript",
        "curl",
      ]);
    } finally {
      await plain.close();
    }
  });

  it("a link to a field opens what is folded around it", async () => {
    await page.goto(origin + operation);
    expect(await isShown("response-201-failure-code")).toBe(false);
    await page.goto(`${origin}${operation}#response-201-failure-code`);
    await page.waitForFunction(() => document.querySelector("#response-201-failure-code")?.checkVisibility());
    await page.evaluate(() => {
      location.hash = "#header-201-x-rate-limit-limit";
    });
    await page.waitForFunction(() => document.querySelector("#header-201-x-rate-limit-limit")?.checkVisibility());
  });

  it("the search leads to a field that is folded, and opens it", async () => {
    await page.goto(`${origin}/`);
    await page.locator("site-search button.open:enabled").click();
    await page.locator("site-search input").fill("retryable");
    const hit = page.locator("site-search a.section[href*='failure-retryable']").first();
    await hit.waitFor();
    const href = (await hit.getAttribute("href")) ?? "";
    await hit.click();
    await page.waitForURL(`**${href}`);
    await page.waitForFunction(() => document.querySelector(":target")?.checkVisibility());
    expect(await page.evaluate(() => document.querySelector(":target")?.textContent)).toBe("retryable");
  });

  it("the current page is shown in the sidebar, though its group was closed before", async () => {
    await page.goto(origin + operation);
    const group = page.locator("nav.sidebar details details", { has: page.locator('[aria-current="page"]') });
    await group.locator("> summary").click();
    expect(await group.getAttribute("open")).toBeNull();
    await page.goto(`${origin}/reference/payments/capture-payment/`);
    await page.locator('nav.sidebar [aria-current="page"]').filter({ visible: true }).waitFor();
  });

  it("nothing is reported as an error, and nothing is asked of another host", () => {
    expect(browser.errors).toEqual([]);
    expect(browser.requests.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith("data:"))).toEqual([]);
  });
});
