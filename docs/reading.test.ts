/// <reference lib="dom" />
/** Reading a page of the built reference: to choose, to unfold, and to find what is folded. */
import { describe, expect, it } from "vitest";
import { executablePath, openPage } from "./testing/browser.ts";
import { useSite } from "./testing/use-site.ts";

const operation = "/reference/payments/create-payment/";

describe.skipIf(executablePath === undefined)("on a page of the reference", () => {
  const site = useSite();

  const codes = (): Promise<string[]> =>
    site.page.locator(".sample [role=tabpanel] pre").filter({ visible: true }).allInnerTexts();

  /** Whether a field is shown, and not within a closed fold. */
  const isShown = (id: string): Promise<boolean> =>
    site.page.locator(`[id="${id}"]`).evaluate((field) => field.checkVisibility());

  it("the chosen language is kept on other pages", async () => {
    await site.page.goto(site.origin + operation);
    expect((await codes()).join()).toContain("vinr.payments.create");
    await site.page.getByRole("tab", { name: "curl" }).click();
    expect((await codes()).join()).toMatch(/^curl /);
    await site.page.goto(`${site.origin}/reference/refunds/create-refund/`);
    expect(await codes()).toHaveLength(1);
    expect((await codes()).join()).toMatch(/^curl /);
    await site.page.getByRole("tab", { name: "curl" }).press("ArrowLeft");
    expect((await codes()).join()).toContain("vinr.refunds.create");
  });

  it("one example of a response is shown, the one that is chosen by status", async () => {
    await site.page.goto(site.origin + operation);
    const shown = site.page.locator(".choice-example").filter({ visible: true });
    expect(await shown.textContent()).toContain('"pending"');
    await site.page.getByLabel("Status and example").selectOption({ label: "401: A key that has expired" });
    expect(await shown.count()).toBe(1);
    expect(await shown.textContent()).toContain("expired_api_key");
  });

  it("everything is shown in its order where there is no script", async () => {
    const plain = await openPage({ hasScripts: false });
    try {
      await plain.page.goto(site.origin + operation);
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
    await site.page.goto(site.origin + operation);
    expect(await isShown("response-201-failure-code")).toBe(false);
    await site.page.goto(`${site.origin}${operation}#response-201-failure-code`);
    await site.page.waitForFunction(() => document.querySelector("#response-201-failure-code")?.checkVisibility());
    await site.page.evaluate(() => {
      location.hash = "#header-201-x-rate-limit-limit";
    });
    await site.page.waitForFunction(() => document.querySelector("#header-201-x-rate-limit-limit")?.checkVisibility());
  });

  it("the search leads to a field that is folded, and opens it", async () => {
    await site.page.goto(`${site.origin}/`);
    await site.page.locator("site-search button.open:enabled").click();
    await site.page.locator("site-search input").fill("retryable");
    const hit = site.page.locator("site-search a.section[href*='failure-retryable']").first();
    await hit.waitFor();
    const href = (await hit.getAttribute("href")) ?? "";
    await hit.click();
    await site.page.waitForURL(`**${href}`);
    await site.page.waitForFunction(() => document.querySelector(":target")?.checkVisibility());
    expect(await site.page.evaluate(() => document.querySelector(":target")?.textContent)).toBe("retryable");
  });

  it("the current page is shown in the sidebar, though its group was closed before", async () => {
    await site.page.goto(site.origin + operation);
    const group = site.page.locator("nav.sidebar details details", { has: site.page.locator('[aria-current="page"]') });
    await group.locator("> summary").click();
    expect(await group.getAttribute("open")).toBeNull();
    await site.page.goto(`${site.origin}/reference/payments/capture-payment/`);
    await site.page.locator('nav.sidebar [aria-current="page"]').filter({ visible: true }).waitFor();
  });

  it("nothing is reported as an error, and nothing is asked of another host", () => {
    expect(site.browser.errors).toEqual([]);
    expect(
      site.browser.requests.filter((url) => !url.startsWith(`${site.origin}/`) && !url.startsWith("data:")),
    ).toEqual([]);
  });
});
