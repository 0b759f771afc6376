/// <reference lib="dom" />
/** The window in a real browser: accessible in light and dark and on a phone, live without a reload, and by keyboard. */
import { Vinr } from "@vinr/client";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findViolations, prepareAxe } from "../../../docs/testing/axe.ts";
import { executablePath, openPage, type Watched } from "../../../docs/testing/browser.ts";
import type { RunningSandbox } from "../src/cli/serve.js";
import { serveForTest, throwError } from "./testing/serve.js";
import { Visitor } from "./testing/visitor.js";

const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

/** In a page: lets something happen during each of some refreshes, and counts the calls that wait for one another to end. */
function watchRefreshes(count: number): void {
  const depths: number[] = [];
  const sources: EventSource[] = [];
  Error.stackTraceLimit = Number.POSITIVE_INFINITY;
  globalThis.EventSource = class extends EventSource {
    constructor(url: string | URL) {
      super(url);
      sources.push(this);
    }
  };
  const realFetch = globalThis.fetch;
  globalThis.fetch = (...given) => {
    depths.push(new Error("here").stack?.match(/\bfollow\b/g)?.length ?? 0);
    if (depths.length < count) sources[0]?.dispatchEvent(new Event("change"));
    else if (depths.length === count) Object.assign(globalThis, { depths });
    return realFetch(...given);
  };
}

describe.skipIf(executablePath === undefined)("in a browser, the window", () => {
  let sandbox: RunningSandbox;
  let vinr: Vinr;
  let watched: Watched;
  let page: Watched["page"];
  /** The addresses of the views, by their names. */
  let views: Record<string, string>;
  beforeAll(async () => {
    sandbox = await serveForTest(throwError);
    vinr = new Vinr({ secretKey: "sk_test_sandbox", baseUrl: `${sandbox.origin}/v1`, maxRetries: 0 });
    watched = await openPage();
    page = watched.page;
    views = await fill();
  });
  afterAll(async () => {
    await watched?.close();
    await sandbox?.close();
  });
  beforeEach(() => {
    watched.requests.length = 0;
    watched.errors.length = 0;
  });

  /** Lets something happen of every kind. */
  async function fill(): Promise<Record<string, string>> {
    const visitor = new Visitor(sandbox.origin);
    // Nothing listens there, so that each attempt fails at once.
    await vinr.webhooks.create({ url: "https://127.0.0.1:9/hooks", enabled_events: ["*"] });
    const at = async (change: object): Promise<string> => {
      return `/window/payments/${(await vinr.payments.create({ ...newPayment, ...change })).id}`;
    };
    const pay = async (card: string, change: object): Promise<string> => {
      const path = await at(change);
      await visitor.press(`${path}/pay`, { card, state: "pending" });
      return path;
    };
    const completed = await pay("4242424242424242", {
      amount: 129_900,
      description: "Order 1042: a desk lamp, and a chair",
    });
    await visitor.press(`${completed}/refund`, { amount: "400", state: "0" });
    await visitor.press("/window/clock", { move: "settlement", state: "" });
    await visitor.press("/window/clock", { move: "day", state: "1" });
    await pay("4242424242424242", { amount: 4500, currency: "JPY", metadata: { order: "1043" } });
    await visitor.press(`${completed}/dispute`, { state: "1" });
    const failed = await pay("4000000000009995", { description: "Order 1044" });
    const challenged = await pay("4000000000003220", { description: "Order 1045" });
    const authorized = await pay("4242424242424242", { capture: false, description: "Order 1046" });
    const pending = await at({ description: "Order 1047", metadata: { customer: "cus_42" } });
    await fetch(`${sandbox.origin}/v1/payments/pay_none`, { headers: { "x-api-key": "sk_test_sandbox" } });
    const find = async (path: string, pattern: RegExp) => pattern.exec(await visitor.read(path))?.[0] ?? "";
    return {
      payments: "/",
      "a completed payment": completed,
      "a failed payment": failed,
      "a payment with a challenge": challenged,
      "an authorized payment": authorized,
      "a new payment": pending,
      "the outcome of a button": "/window/payments/pay_none",
      events: "/window/events",
      "an event": await find("/window/events", /\/window\/events\/evt_[0-9a-z]+/),
      requests: "/window/requests",
      "a request": await find("/window/requests?search=PAY_NONE", /\/window\/requests\/\d+/),
      settlements: "/window/settlements",
      "a settlement": await find("/window/settlements", /\/window\/settlements\/setl_[0-9a-z]+/),
      balance: "/window/balance",
      "a request to send": "/window/send",
      "a request of a link": `/window/send#${new URLSearchParams({ method: "POST", path: "/v1/payments", body: JSON.stringify(newPayment, null, 2) })}`,
      "a request to send again": await find("/window/requests/2", /\/window\/send\?request=\d+/),
      "the choice of an account": "/window/account",
    };
  }

  it("has no violation of WCAG 2.2 AA in any view, in light and dark, and fits a phone", async () => {
    const problems: string[] = [];
    for (const [name, path] of Object.entries(views)) {
      await page.goto(sandbox.origin + path);
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll("details")) fold.open = true;
      });
      await prepareAxe(page);
      for (const width of [1280, 360]) {
        problems.push(...(await examine(width)).map((problem) => `${name}, ${width} px: ${problem}`));
      }
      if (process.env.SCREENSHOTS) await takeScreenshots(name);
    }
    expect(problems).toEqual([]);
    expect(watched.requests.filter((url) => !url.startsWith(`${sandbox.origin}/`))).toEqual([]);
    expect(watched.errors.filter((text) => !text.includes("status of 404"))).toEqual([]);
  });

  /** Checks the page at a width, in both themes. */
  async function examine(width: number): Promise<string[]> {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    const problems = await findViolations(page);
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    problems.push(...(await findViolations(page, { rules: "colours" })).map((problem) => `in dark, ${problem}`));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    return overflow > 0 ? [...problems, `${overflow} px of overflow`] : problems;
  }

  /** For people to look at: `SCREENSHOTS=folder`. */
  async function takeScreenshots(name: string): Promise<void> {
    const shot = async (suffix: string, width: number, colorScheme: "dark" | "light") => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const path = `${process.env.SCREENSHOTS}/${name.replaceAll(" ", "-")}-${suffix}.png`;
      await page.screenshot({ path, fullPage: true });
    };
    await page.reload();
    await shot("desktop", 1280, "light");
    await shot("dark", 1280, "dark");
    await shot("phone", 390, "light");
  }

  it("weighs at most 60 kB with all that it loads", async () => {
    await page.goto(sandbox.origin);
    const bytes = await page.evaluate(() => {
      const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
      return entries.reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0);
    });
    expect(bytes).toBeLessThanOrEqual(60_000);
    console.log(`The window's first view: ${(bytes / 1000).toFixed(1)} kB of all requests.`);
  });

  it("shows what happens without a reload, and leaves what is unfolded and typed as it is", async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(sandbox.origin);
    await page.getByText("Live", { exact: true }).waitFor();
    await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
    await page.getByText("Create a payment", { exact: true }).click();
    await page.getByLabel("Description").fill("Being typed");
    const { id } = await vinr.payments.create({ ...newPayment, description: "While one looks" });
    await page.getByText("While one looks").waitFor();
    expect(await page.getByLabel("Description").inputValue()).toBe("Being typed");
    await page.getByRole("link", { name: id }).click();
    await page.getByText("Live", { exact: true }).waitFor();
    await page.getByText("As JSON").click();
    await vinr.payments.cancel(id);
    await page.getByRole("heading", { name: "cancelled" }).waitFor();
    expect(await page.locator("#json").getAttribute("open")).toBe("");
    expect(watched.errors).toEqual([]);
  });

  it("keeps nothing of its refreshes, however long something happens during each of them", async () => {
    const busy = await page.context().newPage();
    try {
      await busy.addInitScript(watchRefreshes, 20);
      await busy.goto(sandbox.origin);
      const depths = await (await busy.waitForFunction(() => Reflect.get(globalThis, "depths"))).jsonValue();
      expect(depths).toEqual(Array.from({ length: 20 }, () => 1));
    } finally {
      await busy.close();
    }
  });

  it("is not replaced where somebody types, until they have left the field", async () => {
    const { id } = await vinr.payments.create({ ...newPayment, capture: false });
    await new Visitor(sandbox.origin).press(`/window/payments/${id}/pay`, {
      card: "4242424242424242",
      state: "pending",
    });
    await page.goto(`${sandbox.origin}/window/payments/${id}`);
    await page.getByText("Live", { exact: true }).waitFor();
    await page.getByLabel("Capture up to").focus();
    await vinr.payments.cancel(id);
    await page.getByRole("heading", { name: "cancelled" }).waitFor();
    expect(await page.getByRole("button", { name: "Capture" }).count()).toBe(1);
    await page.getByRole("heading", { level: 1 }).click();
    await page.getByText("is a final status").waitFor();
  });

  it("is used by keyboard alone: from the list to a payment that is paid", async () => {
    const { id } = await vinr.payments.create({ ...newPayment, description: "By keyboard" });
    await page.goto(sandbox.origin);
    const link = page.getByRole("link", { name: id });
    while (!(await link.evaluate((element) => element === document.activeElement))) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/window/payments/${id}`);
    const pay = page.getByRole("button", { name: "Pay", exact: true });
    while (!(await pay.evaluate((element) => element === document.activeElement))) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("status").waitFor();
    expect((await vinr.payments.retrieve(id)).status).toBe("completed");
  });

  it("opens another account by its key, and goes back", async () => {
    await new Vinr({ secretKey: "sk_test_other", baseUrl: `${sandbox.origin}/v1` }).payments.create({
      ...newPayment,
      description: "Of the other",
    });
    await page.goto(`${sandbox.origin}/window/account`);
    await page.getByLabel("Secret key").fill("sk_test_other");
    await page.getByRole("button", { name: "Open" }).click();
    await page.getByText("Of the other").waitFor();
    expect(await page.evaluate(() => document.cookie)).toBe("");
    await page.goto(`${sandbox.origin}/window/account`);
    await page.getByRole("button", { name: "Back to the account sandbox" }).click();
    await page.waitForURL(`${sandbox.origin}/`);
    expect(await page.getByText("Of the other").count()).toBe(0);
  });
});
