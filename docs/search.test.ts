/// <reference lib="dom" />
/** The search of the built site, in a real browser: what people type, and the page that they want first. */
import { describe, expect, it } from "vitest";
import { findViolations, prepareAxe } from "./testing/axe.ts";
import { executablePath } from "./testing/browser.ts";
import { useSite } from "./testing/use-site.ts";

/** Queries, and the pages that may come first. */
const wanted: Readonly<Record<string, readonly string[]>> = {
  "how do I refund a customer": ["/guides/refunds/"],
  "api keys": ["/guides/security/"],
  "express webhook raw body": ["/guides/webhooks/"],
  "currency JPY decimals": ["/guides/amounts/"],
  sandbox: ["/guides/sandbox/"],
  "move the clock forward": ["/guides/test-your-integration/", "/guides/sandbox/"],
  jest: ["/guides/testing/", "/guides/test-your-integration/"],
  python: ["/guides/other-languages/"],
  chargeback: ["/guides/disputes/"],
  "go live": ["/guides/going-live/"],
  capture: ["/reference/payments/capture-payment/", "/guides/authorize-and-capture/"],
  already_captured: ["/errors/already_captured/"],
  "rotate the webhook secret": ["/guides/webhooks/"],
  "hold money on a card": ["/guides/authorize-and-capture/"],
  "void a payment": ["/reference/payments/cancel-payment/"],
  "when is the payout": ["/guides/settlements/"],
  "verify webhook signature": ["/guides/webhooks/", "/guides/validate-a-webhook/"],
  "webhook retries": ["/guides/webhooks/"],
  "test cards": ["/guides/testing/"],
  "3d secure": ["/guides/accept-a-payment/"],
  "idempotency key": ["/guides/idempotency/"],
  "charged twice": ["/guides/idempotency/"],
  "rate limit": ["/guides/rate-limits/"],
  "429": ["/guides/rate-limits/", "/errors/rate_limited/"],
  "next page of payments": ["/guides/pagination/"],
  cursor: ["/guides/pagination/"],
  "install the typescript client": ["/guides/typescript-client/"],
  quickstart: ["/guides/quickstart/"],
  "partial refund": ["/guides/refunds/"],
  "partial capture": ["/guides/authorize-and-capture/"],
  "mock server": ["/guides/testing/"],
  "download openapi spec": ["/guides/other-languages/", "/reference/"],
  metadata: ["/reference/schemas/metadata/", "/guides/settlements/"],
  "reconcile settlements with orders": ["/guides/settlements/"],
  fees: ["/guides/settlements/"],
  "list refunds": ["/reference/refunds/list-refunds/"],
  "create payment": ["/reference/payments/create-payment/", "/guides/accept-a-payment/"],
  "card declined": ["/errors/card_declined/"],
  "payment failed": ["/guides/accept-a-payment/", "/reference/events/payment.failed/"],
  timeout: ["/guides/typescript-client/"],
  "breaking changes": ["/guides/versioning/"],
  "validate requests on my server": ["/guides/validate-on-the-server/"],
  "llms.txt": ["/guides/ai-assistants/"],
  "delete a webhook endpoint": ["/reference/webhooks/delete-webhook-endpoint/"],
  "permission denied": ["/errors/permission_denied/"],
  "payment expired": ["/guides/accept-a-payment/", "/reference/events/payment.expired/"],
  "x-request-id": ["/guides/errors/", "/guides/support/"],
  "error codes": ["/errors/", "/guides/errors/"],
  "when does an authorization expire": ["/guides/authorize-and-capture/"],
  "request timed out": ["/guides/idempotency/", "/guides/typescript-client/"],
  "amount in yen": ["/guides/amounts/"],
  "minor units": ["/guides/amounts/"],
  PCI: ["/guides/security/"],
  java: ["/guides/other-languages/"],
  "webhook secret leaked": ["/guides/security/", "/guides/webhooks/"],
  "payment.completed": ["/reference/events/payment-completed/"],
  returnUrl: ["/guides/accept-a-payment/", "/reference/payments/create-payment/", "/reference/schemas/return-url/"],
  "403": ["/guides/errors/", "/errors/permission_denied/"],
  "migrate from stripe": ["/guides/from-another-provider/"],
  mollie: ["/guides/from-another-provider/"],
  "contact support": ["/guides/support/"],
  "what to log": ["/guides/support/"],
  "a key lacks a permission": ["/errors/permission_denied/", "/guides/errors/"],
};

describe.skipIf(executablePath === undefined)("the search", () => {
  const site = useSite();

  /** Opens the search on the home page, by its shortcut. */
  async function openSearch(): Promise<void> {
    await site.page.goto(`${site.origin}/`);
    await site.page.locator("site-search button.open:enabled").waitFor();
    await site.page.keyboard.press("Control+k");
    await site.page.locator("site-search dialog[open]").waitFor();
  }

  /** Types a query, and returns the paths of the pages that it finds. */
  async function search(query: string): Promise<string[]> {
    const status = site.page.locator("site-search [role=status]");
    const input = site.page.locator("site-search input");
    await input.fill("");
    await status.filter({ hasText: /^$/ }).waitFor();
    await input.fill(query);
    await status.filter({ hasText: /./ }).waitFor();
    return site.page
      .locator("site-search a.page")
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  }

  it("finds what people type", async () => {
    await openSearch();
    const misses: string[] = [];
    for (const [query, pages] of Object.entries(wanted)) {
      const [first = "nothing"] = await search(query);
      if (!pages.includes(first)) misses.push(`${query}: ${first}`);
    }
    expect(misses).toEqual([]);
  }, 300_000);

  it("goes to a page, by keyboard alone", async () => {
    await openSearch();
    await search("capture");
    await site.page.keyboard.press("ArrowDown");
    await site.page.keyboard.press("ArrowDown");
    await site.page.keyboard.press("ArrowUp");
    const target = await site.page.evaluate(() => (document.activeElement as HTMLAnchorElement).pathname);
    await site.page.keyboard.press("Enter");
    await site.page.waitForURL(`${site.origin}${target}**`);
  });

  it("goes to the first page with Enter", async () => {
    await openSearch();
    const [first = ""] = await search("how do I refund a customer");
    await site.page.keyboard.press("Enter");
    await site.page.waitForURL(`${site.origin}${first}`);
  });

  it("says that nothing was found, and shows no element that was typed", async () => {
    await openSearch();
    expect(await search("<zqxjk-wvq>")).toEqual([]);
    const dialog = site.page.locator("site-search dialog");
    expect(await dialog.textContent()).toContain("No results for “<zqxjk-wvq>”.");
    expect(await dialog.locator("zqxjk-wvq").count()).toBe(0);
  });

  it("begins each excerpt with the page's own words", async () => {
    await openSearch();
    await search("refund");
    const excerpts = await site.page.locator("site-search li p").allInnerTexts();
    expect(excerpts.length).toBeGreaterThan(3);
    expect(excerpts.filter((text) => text.includes("This page as Markdown"))).toEqual([]);
  });

  it("has no violation of WCAG 2.2 AA, on a desktop and on a phone", async () => {
    for (const width of [1440, 360]) {
      await site.page.setViewportSize({ width, height: 800 });
      await site.page.goto(`${site.origin}/`);
      await site.page.locator("site-search button.open:enabled").click();
      await search("webhook");
      await prepareAxe(site.page);
      expect(await findViolations(site.page)).toEqual([]);
    }
    await site.page.setViewportSize({ width: 1440, height: 900 });
  });

  it("closes with Escape and returns the focus", async () => {
    await site.page.goto(`${site.origin}/`);
    await site.page.locator("site-search button.open:enabled").click();
    await site.page.locator("site-search dialog[open]").waitFor();
    await site.page.keyboard.press("Escape");
    expect(await site.page.locator("site-search dialog").isVisible()).toBe(false);
    expect(await site.page.evaluate(() => document.activeElement?.textContent)).toContain("Search");
  });

  it("loads nothing of the index before it is opened", async () => {
    await site.page.goto(`${site.origin}/`, { waitUntil: "networkidle" });
    const requests = await site.page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    expect(requests.length).toBeGreaterThan(3);
    expect(requests.filter((url) => /pagefind|page-index/.test(url))).toEqual([]);
  });

  it("says so if the index cannot be loaded, and tries again", async () => {
    const index = "**/pagefind/pagefind.js";
    await site.page.route(index, (route) => route.abort());
    await openSearch();
    await site.page.locator("site-search input").fill("refund");
    await site.page.getByText("Search could not be loaded").waitFor();
    await site.page.unroute(index);
    expect(await search("refunds")).toContain("/guides/refunds/");
  });

  it("makes no request to another host and no error", () => {
    expect(site.browser.requests.filter((url) => !url.startsWith(`${site.origin}/`))).toEqual([]);
    expect(site.browser.errors.filter((error) => !error.includes("ERR_FAILED"))).toEqual([]);
  });
});
