/** The hosted page of a payment in a real browser: by mouse, by keyboard, without scripts, in light and dark, on a phone. */
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { Vinr } from "@vinr/client";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findViolations, prepareAxe } from "../../../docs/testing/axe.ts";
import { executablePath, openPage, type Watched } from "../../../docs/testing/browser.ts";
import type { RunningSandbox } from "../src/cli/serve.js";
import { serveForTest, throwError } from "./testing/serve.js";

const succeeds = "4242 4242 4242 4242";
const key = "sk_test_shop";

let sandbox: RunningSandbox;
let vinr: Vinr;
/** The merchant's server, to which customers return. */
let shop: ReturnType<typeof createServer>;
let returnUrl: string;
beforeAll(async () => {
  sandbox = await serveForTest(throwError);
  vinr = new Vinr({ secretKey: key, baseUrl: `${sandbox.origin}/v1` });
  shop = createServer((_, response) => response.end("Thank you")).listen(0, "127.0.0.1");
  await once(shop, "listening");
  returnUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/orders/1042`;
});
afterAll(async () => {
  await sandbox?.close();
  shop?.closeAllConnections();
  shop?.close();
});

type Change = Partial<Parameters<Vinr["payments"]["create"]>[0]>;

async function create(change: Change = {}) {
  const payment = { amount: 129_900, currency: "EUR", description: "Order 1042: a desk lamp, and a chair", returnUrl };
  const { id, checkoutUrl } = await vinr.payments.create({ ...payment, ...change });
  return { id, url: checkoutUrl };
}

async function post(url: string, fields: Record<string, string>): Promise<void> {
  await fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
}

const pay = async (card: string, change: Change = {}): Promise<string> => {
  const { url } = await create(change);
  await post(url, { card });
  return url;
};

/** A page in each state, by the words of its heading. */
const states: Readonly<Record<string, () => Promise<string>>> = {
  "€1,299.00": async () => (await create()).url,
  "Pay 127.0.0.1": async () => `${(await create()).url}?notice=number&notice=expiry&notice=cvc`,
  "999,999,999.999": async () => {
    const long = "x".repeat(200);
    const longest = {
      amount: 999_999_999_999,
      currency: "KWD",
      description: long,
      returnUrl: `https://${long}.example/`,
    };
    return (await create(longest)).url;
  },
  "Are you making this payment?": () => pay("4000000000003220"),
  "Payment complete": async () => `${await pay("4242424242424242")}?notice=ended`,
  "Payment approved": () => pay("4242424242424242", { capture: false }),
  "Payment declined": () => pay("4000000000009995"),
  "Payment cancelled": async () => {
    const { id, url } = await create();
    await vinr.payments.cancel(id);
    return url;
  },
  "Payment not found": async () => `${sandbox.origin}/checkout/nothing`,
  // The last one: it moves the clock.
  "Payment expired": async () => {
    const { url } = await create();
    const headers = { "x-api-key": key, "content-type": "application/json" };
    await fetch(`${sandbox.origin}/sandbox/clock/advances`, { method: "POST", headers, body: '{"days":1}' });
    return url;
  },
};

describe.skipIf(executablePath === undefined)("in a browser, the page of a payment", () => {
  let watched: Watched;
  let page: Watched["page"];
  const open = async (options: Parameters<typeof openPage>[0] = {}): Promise<void> => {
    await watched?.close();
    watched = await openPage(options);
    page = watched.page;
  };
  beforeAll(() => open());
  afterAll(() => watched?.close());
  beforeEach(() => {
    watched.requests.length = 0;
    watched.errors.length = 0;
  });
  afterEach(() => {
    const served = [sandbox.origin, new URL(returnUrl).origin];
    expect(watched.requests.filter((url) => !served.some((origin) => url.startsWith(`${origin}/`)))).toEqual([]);
    expect(watched.errors.filter((text) => !text.includes("status of 404"))).toEqual([]);
  });
  const heading = () => page.getByRole("heading", { level: 1 }).textContent();
  const posts = () => {
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST") sent.push(request.postData() ?? "");
    });
    return sent;
  };

  it.each(Object.keys(states))("has no violation of WCAG 2.2 AA, and fits a phone: %s", async (title) => {
    await page.goto((await states[title]?.()) ?? "");
    expect(await heading()).toContain(title);
    await prepareAxe(page);
    for (const width of [1280, 360, 320]) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect([width, colorScheme, await findViolations(page)]).toEqual([width, colorScheme, []]);
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([width, Math.max(0, overflow)]).toEqual([width, 0]);
    }
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it("weighs at most 20 kB with all that it loads", async () => {
    await page.goto((await create()).url);
    const weight = await page.evaluate(() =>
      [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].reduce(
        (sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize,
        0,
      ),
    );
    expect(weight).toBeGreaterThan(5000);
    expect(weight).toBeLessThanOrEqual(20_000);
  });

  it("is paid by keyboard alone, up to the return to the shop", async () => {
    const { id, url } = await create();
    await page.goto(url);
    const focused = () => page.evaluate(() => document.activeElement?.id ?? "");
    for (let tabs = 0; tabs < 10 && (await focused()) !== "number"; tabs++) await page.keyboard.press("Tab");
    await page.keyboard.type("4242424242424242");
    await page.keyboard.press("Tab");
    await page.keyboard.type("1234");
    await page.keyboard.press("Tab");
    await page.keyboard.type("123");
    expect(await page.locator("#number").inputValue()).toBe(succeeds);
    expect(await page.locator("#expiry").inputValue()).toBe("12 / 34");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Payment complete" }).waitFor();
    expect((await vinr.payments.retrieve(id)).status).toBe("completed");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    const [returned] = (await Promise.all([once(shop, "request"), page.keyboard.press("Enter")]))[0] as [
      IncomingMessage,
    ];
    expect([returned.url, returned.headers.referer]).toEqual(["/orders/1042", undefined]);
    await page.waitForURL(returnUrl);
  });

  it("is paid with one click on a test card, and a challenge with another", async () => {
    await page.goto((await create()).url);
    await page.getByRole("button", { name: "Asks for 3-D Secure" }).click();
    await page.getByRole("button", { name: "Pass the challenge" }).click();
    await page.getByRole("heading", { name: "Payment complete" }).waitFor();
    await page.goBack();
    expect(await heading()).toBe("Payment complete");
    await page.reload();
    expect(await heading()).toBe("Payment complete");
  });

  it("sends one form for a double click", async () => {
    await page.goto((await create()).url);
    const sent = posts();
    await page.getByRole("button", { name: "4242 4242 4242 4242" }).dblclick();
    await page.getByRole("heading", { name: "Payment complete" }).waitFor();
    expect(sent).toEqual(["card=4242424242424242"]);
    expect(page.url()).not.toContain("notice");
  });

  it("rejects a real card number before it is sent", async () => {
    const { id, url } = await create();
    await page.goto(url);
    const sent = posts();
    await page.getByLabel("Card number").fill("4111 1111 1111 1111");
    await page.getByLabel("Expiry date").fill("12 / 34");
    await page.getByLabel("CVC").fill("123");
    await page.getByRole("button", { name: "Pay €1,299.00" }).click();
    const number = page.getByLabel("Card number");
    await page.getByText("so it was not sent").waitFor();
    expect([await number.inputValue(), await number.getAttribute("aria-invalid")]).toEqual(["", "true"]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("number");
    expect([sent, (await vinr.payments.retrieve(id)).status]).toEqual([[], "pending"]);
    await number.fill(succeeds);
    await page.getByRole("button", { name: "Pay €1,299.00" }).click();
    await page.getByRole("heading", { name: "Payment complete" }).waitFor();
    expect(sent).toHaveLength(1);
  });

  it("does not offer the cards that the browser has saved", async () => {
    await page.goto((await create()).url);
    const fields = await page.locator("input").all();
    expect(await Promise.all(fields.map((field) => field.getAttribute("autocomplete")))).toEqual(["off", "off", "off"]);
  });

  it("is paid without scripts, and tells what is wrong", async () => {
    await open({ hasScripts: false });
    const { id, url } = await create();
    await page.goto(url);
    await page.getByLabel("Card number").fill("4111 1111 1111 1111");
    await page.getByLabel("Expiry date").fill("12/34");
    await page.getByLabel("CVC").fill("123");
    await page.getByRole("button", { name: "Pay €1,299.00" }).click();
    await page.getByText("so it was rejected and not stored").waitFor();
    expect(await page.getByLabel("Card number").inputValue()).toBe("");
    expect(page.url()).toBe(`${url}?notice=number`);
    await page.getByLabel("Card number").fill(succeeds);
    await page.getByLabel("Expiry date").fill("12/34");
    await page.getByLabel("CVC").fill("123");
    await page.getByLabel("CVC").press("Enter");
    await page.getByRole("heading", { name: "Payment complete" }).waitFor();
    expect((await vinr.payments.retrieve(id)).status).toBe("completed");
  });
});
