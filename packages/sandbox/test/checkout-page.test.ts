/** The hosted page of a payment, as the command serves it. */
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { request as send } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Vinr } from "@vinr/client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withAccount } from "../src/account/with-account.js";
import type { World } from "../src/account/world.js";
import { createApi } from "../src/api.js";
import type { RunningSandbox } from "../src/cli/serve.js";
import { createCheckout } from "../src/pages/checkout/checkout.js";
import { createMemoryStore } from "../src/store/memory-store.js";
import { type ServeOptions, serveForTest } from "./testing/serve.js";

const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };
/** A number that passes the check of card numbers, and is not a test card. */
const realNumber = "4111111111111111";

let errors: unknown[];
let sandbox: RunningSandbox;
let vinr: Vinr;
beforeEach(async () => {
  errors = [];
  await serve();
});
afterEach(async () => {
  await sandbox.close();
  expect(errors).toEqual([]);
});

async function serve(changed: Partial<ServeOptions> = {}): Promise<void> {
  await sandbox?.close();
  sandbox = await serveForTest((error) => errors.push(error), changed);
  const origin = sandbox.origin.replace("0.0.0.0", "127.0.0.1");
  vinr = new Vinr({ secretKey: "sk_test_secretname", baseUrl: `${origin}/v1`, maxRetries: 0 });
}

async function create(change: Partial<Parameters<Vinr["payments"]["create"]>[0]> = {}) {
  const { id, checkoutUrl } = await vinr.payments.create({ ...newPayment, ...change });
  return { id, url: checkoutUrl };
}

/** Opens a page, and returns its words. */
async function read(url: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await fetch(url, { headers });
  expect(response.status).toBe(200);
  return wordsOf(await response.text());
}

function wordsOf(html: string): string {
  return html.replaceAll(/<head>[\s\S]*<\/head>|<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
}

/** Sends a form as a browser does, up to the address that it is led to. */
function post(url: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const body = new URLSearchParams(fields);
  return fetch(url, { method: "POST", body, redirect: "manual", headers: { origin: new URL(url).origin, ...headers } });
}

/** Sends a form, and returns the words of the page that follows. */
async function submit(url: string, fields: Record<string, string>): Promise<string> {
  const response = await post(url, fields);
  expect(response.status).toBe(303);
  return read(new URL(response.headers.get("location") ?? "", url).href);
}

async function control(path: string, body: unknown): Promise<void> {
  const headers = { authorization: "Bearer sk_test_secretname", "content-type": "application/json" };
  const response = await fetch(`${sandbox.origin}/sandbox${path}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(201);
}

async function eventsOf(id: string): Promise<string[]> {
  const response = await fetch(`${sandbox.origin}/sandbox/events`, { headers: { "x-api-key": "sk_test_secretname" } });
  const { data } = (await response.json()) as { data: { type: string; data: { object: { id: string } } }[] };
  return data.filter((event) => event.data.object.id === id).map(({ type }) => type);
}

describe("the address of a payment's page", () => {
  it("names the account by an id that does not show its key", async () => {
    const { id, url } = await create();
    expect(url).toMatch(new RegExp(`^${sandbox.origin}/checkout/acct_[0-9a-f]{32}/${id}$`));
    const page = await (await fetch(url)).text();
    expect(url + page).not.toContain("secretname");
  });

  it("is decided by the seed and the account's name", async () => {
    const pathOf = async (change: Partial<ServeOptions>) => {
      await serve(change);
      return new URL((await create()).url).pathname;
    };
    const first = await pathOf({ seed: "one" });
    expect(await pathOf({ seed: "one" })).toBe(first);
    expect(await pathOf({ seed: "two" })).not.toBe(first);
  });

  it("has the public URL of a server behind a proxy, which is served then", async () => {
    await serve({ publicUrl: "https://sandbox.shop.example", isHosted: false });
    const { url } = await create();
    expect(url).toMatch(/^https:\/\/sandbox\.shop\.example\/checkout\/acct_/);
    const { pathname } = new URL(url);
    const asked = send(`${sandbox.origin}${pathname}`, {
      method: "POST",
      headers: {
        host: "sandbox.shop.example",
        origin: "https://sandbox.shop.example",
        "content-type": "application/x-www-form-urlencoded",
      },
    }).end("card=4242424242424242");
    const [response] = await once(asked, "response");
    response.resume();
    expect([response.statusCode, response.headers.location]).toEqual([303, pathname]);
  });

  it("leads to this machine where the server listens on all addresses", async () => {
    await serve({ host: "0.0.0.0", isHosted: false });
    expect((await create()).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/checkout\//);
  });

  it("outlives the process, and a change of the seed", async () => {
    const folder = await mkdtemp(join(tmpdir(), "vinr-checkout-"));
    const storage = { kind: "file", path: join(folder, "shop.db") } as const;
    try {
      await serve({ storage });
      const { pathname } = new URL((await create()).url);
      await serve({ storage, seed: "another" });
      expect(await read(`${sandbox.origin}${pathname}`)).toContain("€10.00");
      expect(new URL((await create()).url).pathname.split("/")[2]).toBe(pathname.split("/")[2]);
    } finally {
      await sandbox.close();
      await rm(folder, { recursive: true });
      await serve();
    }
  });
});

describe("a payment of a snapshot", () => {
  const world: World = {
    now: Date.now,
    seed: "vinr",
    checkoutUrlOf: (payment, publicId) => `https://sandbox.example/checkout/${publicId}/${payment}`,
    publicIdOf: (account) => `acct_${account}`,
  };

  it("has the page of the account that the snapshot was restored in", async () => {
    const store = createMemoryStore();
    const api = createApi(store, world);
    const reach = (url: string, init: RequestInit) => api(new Request(url, init));
    const checkout = createCheckout({ store, world, onError: (error) => errors.push(error) });
    const shop = new Vinr({ secretKey: "sk_test_shop", fetch: reach });
    const { id, checkoutUrl } = await shop.payments.create(newPayment);
    const snapshot = await withAccount(store, world, "shop", (account) => account.takeSnapshot());
    await withAccount(store, world, "fork", (account) => account.restore(snapshot));
    const copy = await new Vinr({ secretKey: "sk_test_fork", fetch: reach }).payments.retrieve(id);
    expect([checkoutUrl, copy.checkoutUrl]).toEqual([
      `https://sandbox.example/checkout/acct_shop/${id}`,
      `https://sandbox.example/checkout/acct_fork/${id}`,
    ]);
    const body = new URLSearchParams({ card: "4242424242424242" });
    await checkout(new Request(copy.checkoutUrl ?? "", { method: "POST", body }));
    expect((await shop.payments.retrieve(id)).status).toBe("pending");
    expect(await (await checkout(new Request(copy.checkoutUrl ?? ""))).text()).toContain("Payment complete");
  });
});

describe("a customer", () => {
  it("sees what is paid, to whom and what for", async () => {
    const { id, url } = await create({ description: "Order 1042" });
    const words = await read(url);
    for (const shown of ["Pay shop.example", "€10.00", "Order 1042", id, "This is a test page"])
      expect(words).toContain(shown);
  });

  it.each([
    ["de-DE,de;q=0.9", 1000, "EUR", "10,00 €"],
    ["ja", 1000, "JPY", "￥1,000"],
    ["en-GB;q=0.5, fr;q=0.8, *;q=0.1", 123_456_789, "USD", "1 234 567,89 $US"],
    ["en", 1234, "KWD", "KWD 1.234"],
    ["en", 1234, "IQD", "IQD 1.234"],
    ["en", 999_999_999_999, "EUR", "€9,999,999,999.99"],
    ["x_y;;q=z, , \u0000", 1000, "EUR", "€10.00"],
  ])("with the languages %j reads %i %s as %s", async (language, amount, currency, shown) => {
    const { url } = await create({ amount, currency });
    const words = await read(url, { "accept-language": language.replace("\u0000", "%00") });
    expect(words).toContain(`${shown.replaceAll(/\s/g, " ")}`);
  });

  it.each([
    ["4242424242424242", "Payment complete", "You have paid €10.00 to shop.example."],
    ["4000000000000002", "Payment declined", "The bank declined the card."],
    ["4000000000009995", "Payment declined", "The same card may work on another try."],
    ["4000000000000069", "Payment declined", "Another card may work."],
    ["4000000000000119", "Payment declined", "Failure code: processing_error"],
  ])("pays with the test card %s in one click: %s", async (card, title, text) => {
    const { url } = await create();
    const words = await submit(url, { card });
    for (const shown of [title, text, "Return to shop.example"]) expect(words).toContain(shown);
  });

  it.each(["12/34", "1 / 2034", "0434", "12-34"])("types a card that expires in %s", async (expiry) => {
    const { id, url } = await create();
    expect(await submit(url, { card: "4242 4242 4242 4242", expiry, cvc: "123" })).toContain("Payment complete");
    expect((await vinr.payments.retrieve(id)).status).toBe("completed");
  });

  it.each([
    ["an expiry date that has passed", { expiry: "03/26", cvc: "123" }, "Any month that has not ended will do"],
    ["a month that does not exist", { expiry: "13/34", cvc: "123" }, "Any month that has not ended will do"],
    ["a CVC with letters", { expiry: "12/34", cvc: "abc" }, "Any three or four digits will do"],
    ["neither", { expiry: "", cvc: "" }, "Any month that has not ended will do, as MM / YY. CVC Any three"],
  ])("is told about %s, and can go on", async (_, fields, text) => {
    const { id, url } = await create();
    expect(await submit(url, { card: "4242424242424242", ...fields })).toContain(text);
    expect((await vinr.payments.retrieve(id)).status).toBe("pending");
    expect(await submit(url, { card: "4242424242424242" })).toContain("Payment complete");
  });

  it("reserves the amount of a payment that is captured later", async () => {
    const { id, url } = await create({ capture: false });
    expect(await submit(url, { card: "4242424242424242" })).toContain("Your bank has reserved €10.00");
    await vinr.payments.capture(id, { amount: 800 });
    expect(await read(url)).toContain("You have paid €8.00");
  });

  it.each([
    ["passed", "Payment complete", "payment.completed"],
    ["failed", "Payment declined", "payment.failed"],
  ])("that 3-D Secure asks has %s: %s", async (challenge, title, event) => {
    const { id, url } = await create();
    expect(await submit(url, { card: "4000000000003220" })).toContain("Are you making this payment?");
    expect((await vinr.payments.retrieve(id)).status).toBe("requires_authentication");
    expect(await submit(url, { challenge })).toContain(title);
    expect(await eventsOf(id)).toContain(event);
  });

  it("reads that a payment was refunded", async () => {
    const { id, url } = await create();
    await submit(url, { card: "4242424242424242" });
    await vinr.refunds.create({ payment: id, amount: 250 });
    expect(await read(url)).toContain("€2.50 of it is refunded.");
  });
});

describe("a payment that has ended meanwhile", () => {
  const tooLate = "This payment had already ended when you sent the form. Nothing was charged twice.";

  it("by the first of two clicks is paid once", async () => {
    const { id, url } = await create();
    const clicks = Array.from({ length: 5 }, () => post(url, { card: "4242424242424242" }));
    const places = (await Promise.all(clicks)).map(({ status, headers }) => `${status} ${headers.get("location")}`);
    const path = new URL(url).pathname;
    expect(places.sort()).toEqual([`303 ${path}`, ...Array.from({ length: 4 }, () => `303 ${path}?notice=ended`)]);
    expect(await eventsOf(id)).toEqual(["payment.completed", "payment.created"]);
    expect(await read(url)).toContain("Payment complete");
    expect(await read(`${url}?notice=ended`)).toContain(tooLate);
  });

  it("in another tab, with a 3-D Secure challenge in each, is paid once", async () => {
    const { id, url } = await create();
    await submit(url, { card: "4000000000003220" });
    expect(await submit(url, { card: "4000000000003220" })).toContain("Are you making this payment?");
    expect(await submit(url, { challenge: "passed" })).toContain("Payment complete");
    expect(await submit(url, { challenge: "failed" })).toContain(tooLate);
    expect(await eventsOf(id)).toEqual(["payment.completed", "payment.created"]);
  });

  it("because the shop cancelled it is not paid", async () => {
    const { id, url } = await create();
    await vinr.payments.cancel(id);
    const words = await submit(url, { card: "4242424242424242" });
    for (const shown of ["Payment cancelled", "Nothing was charged.", tooLate]) expect(words).toContain(shown);
  });

  it("because its day is over is not paid", async () => {
    const { url } = await create();
    await control("/clock/advances", { days: 1 });
    expect(await submit(url, { card: "4242424242424242" })).toContain("Payment expired");
  });

  it("is shown by the Back button and a reload as it is now", async () => {
    const { url } = await create();
    const response = await fetch(url);
    expect(response.headers.get("cache-control")).toBe("no-store");
    await submit(url, { card: "4242424242424242" });
    expect(await read(url)).toContain("Payment complete");
  });
});

describe("a card number that is not a test card", () => {
  it("is neither kept, shown, logged, nor in an address", async () => {
    const folder = await mkdtemp(join(tmpdir(), "vinr-checkout-"));
    await serve({ storage: { kind: "file", path: join(folder, "shop.db") } });
    const { id, url } = await create();
    // Longer than any customer's, which an id or a hash on the page could contain by chance.
    const typed = { card: "4111 1111 1111 1111", expiry: "12/34", cvc: "98712345678" };
    const response = await post(url, typed);
    const location = response.headers.get("location") ?? "";
    expect([response.status, location]).toEqual([303, `${new URL(url).pathname}?notice=number`]);
    const page = await (await fetch(new URL(location, url))).text();
    expect(wordsOf(page)).toContain("This is not a test card, so it was rejected and not stored.");
    expect((await vinr.payments.retrieve(id)).status).toBe("pending");
    await sandbox.close();
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), "latin1")));
    await rm(folder, { recursive: true });
    const everything = [page, location, ...files, JSON.stringify(errors)].join("\n");
    for (const secret of [realNumber, typed.card, typed.cvc]) expect(everything).not.toContain(secret);
    await serve();
  });

  it("is rejected however it is written", async () => {
    const { id, url } = await create();
    for (const card of [realNumber, "5555-5555-5555-4444", "４２４２", "42424242424242424", "", "<b>"])
      expect(await submit(url, { card })).toContain("not a test card");
    expect((await vinr.payments.retrieve(id)).status).toBe("pending");
  });

  it("in the address of a page changes nothing", async () => {
    const { url } = await create();
    const page = await (await fetch(`${url}?card=${realNumber}&notice=${realNumber}&notice=__proto__`)).text();
    expect(page).not.toContain(realNumber);
    expect(page).not.toContain("aria-invalid");
  });
});
