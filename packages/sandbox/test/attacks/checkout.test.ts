/** Those who mean harm, at the hosted page of a payment. */
import { once } from "node:events";
import { type IncomingMessage, request as send } from "node:http";
import { createConnection } from "node:net";
import { Vinr } from "@vinr/client";
import type { Payment } from "@vinr/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { World } from "../../src/account/world.js";
import type { RunningSandbox } from "../../src/cli/serve.js";
import { createCheckout } from "../../src/pages/checkout/checkout.js";
import { findProblems } from "../../src/pages/checkout/read-form.js";
import { checkoutPage } from "../../src/pages/checkout/view.js";
import { renderPage } from "../../src/pages/page.js";
import { createMemoryStore } from "../../src/store/memory-store.js";
import { reportOutages } from "../../src/store/report-outages.js";
import { type Store, StoreUnavailableError } from "../../src/store/store.js";
import { serveForTest } from "../testing/serve.js";

const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };
const form = { "content-type": "application/x-www-form-urlencoded" };
const paid = "card=4242424242424242";

const errors: unknown[] = [];
let sandbox: RunningSandbox;
let vinr: Vinr;
beforeAll(async () => {
  sandbox = await serveForTest((error) => errors.push(error));
  vinr = new Vinr({ secretKey: "sk_test_shop", baseUrl: `${sandbox.origin}/v1`, maxRetries: 0 });
});
afterAll(async () => {
  await sandbox?.close();
  expect(errors).toEqual([]);
});

interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Sends a request with headers and a path that `fetch` does not let one set. */
async function ask(path: string, { method = "GET", headers = {}, body }: Asked = {}) {
  const { hostname: host, port } = new URL(sandbox.origin);
  const request = send({ host, port, path, method, headers, agent: false });
  request.on("error", () => undefined);
  request.end(body);
  const [response] = (await once(request, "response")) as [IncomingMessage];
  let text = "";
  for await (const chunk of response.setEncoding("utf8")) text += chunk;
  return { status: response.statusCode, headers: response.headers, text };
}

async function create(change: Partial<typeof newPayment & { description: string }> = {}) {
  const { id, checkoutUrl } = await vinr.payments.create({ ...newPayment, ...change });
  return { id, path: new URL(checkoutUrl).pathname };
}

const statusOf = async (id: string): Promise<string> => (await vinr.payments.retrieve(id)).status;

describe("HTML in what a merchant supplies", () => {
  const script = `"><script>alert(1)</script><img src=x onerror='alert(1)'>&lt;`;

  it("is text on the page, in each state", async () => {
    const { id, path } = await create({
      description: script,
      returnUrl: "https://shop.example/'onclick='alert(1)'",
    });
    const pages = [(await ask(path)).text];
    await ask(path, { method: "POST", headers: form, body: "card=4000000000003220" });
    pages.push((await ask(path)).text);
    await ask(path, { method: "POST", headers: form, body: "challenge=failed" });
    pages.push((await ask(path)).text);
    expect(await statusOf(id)).toBe("failed");
    for (const page of pages) {
      expect(page).not.toMatch(
        /<script(?! type="module" src="\/assets\/checkout\.js"><\/script>)|<img(?! src="\/assets\/icon\.svg" )|<b>/,
      );
      expect(page).not.toMatch(/<[^>]*\s(?:style|on\w+)=/);
    }
    expect(pages[0]).toContain("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "JavaScript:alert(1)//http://", "//shop.example", "https:// x"])(
    "makes no link of the return URL %j",
    async (returnUrl) => {
      await expect(vinr.payments.create({ ...newPayment, returnUrl })).rejects.toThrow();
      // As it could be in a database that was made otherwise.
      const payment: Payment = {
        id: "pay_1",
        object: "payment",
        status: "completed",
        amount: 1,
        currency: "EUR",
        returnUrl,
        metadata: {},
        created_at: "2026-04-15T10:30:00Z",
      };
      const page = await renderPage(checkoutPage({ payment, path: "/", locale: "en", notices: [] }));
      expect(await page.text()).not.toMatch(/<a [^>]*href="(?!#main)/);
    },
  );
});

describe("an address that is guessed", () => {
  it("leads to the same page, whether the account or the payment does not exist", async () => {
    const { id, path } = await create();
    const other = await new Vinr({ secretKey: "sk_test_other", baseUrl: `${sandbox.origin}/v1` }).payments.create(
      newPayment,
    );
    const account = path.split("/")[2];
    const paths = [
      `/checkout/acct_${"0".repeat(32)}/${id}`,
      `/checkout/${account}/pay_0000000`,
      // A payment of another account.
      `/checkout/${new URL(other.checkoutUrl).pathname.split("/")[2]}/${id}`,
      `/checkout/shop/${id}`,
      `/checkout/sk_test_shop/${id}`,
      `/checkout/__proto__/constructor`,
      `/checkout/`,
      `${path}/`,
      `${path}/card`,
      `/checkout/${account}/../${account}/pay_0000000`,
      `/checkout/${account}/..%2f..%2fv1%2fpayments`,
      `/checkout/${account}%00/${id}`,
      `/checkout//${account}/${id}`,
      `/checkout/${account}/${"a".repeat(8000)}`,
    ];
    const pages = await Promise.all(paths.map((one) => ask(one)));
    expect(pages.map(({ status }) => status)).toEqual(paths.map(() => 404));
    expect(new Set(pages.map(({ text }) => text)).size).toBe(1);
    expect(pages[0]?.text).toContain("Payment not found");
    const posted = await ask(`/checkout/${account}/pay_0000000`, { method: "POST", headers: form, body: paid });
    expect(posted.text).toBe(pages[0]?.text);
  });

  it("of a style sheet reaches no other file", async () => {
    for (const path of [
      "/assets/../package.json",
      "/assets/..%2findex.js",
      "/assets/",
      "/assets/__proto__",
      "/assets/toString",
    ])
      expect((await ask(path)).status).toBe(404);
    expect((await ask("/assets/base.css")).headers["content-type"]).toBe("text/css; charset=utf-8");
  });
});

describe("a form that another page sends", () => {
  it.each([
    ["another site", { origin: "https://shop.example" }],
    ["a frame without an origin", { origin: "null" }],
    ["another port of this machine", { origin: "http://127.0.0.1:3000" }],
    ["another name of this machine", { origin: "http://localhost" }],
    ["a page that hides its origin", { "sec-fetch-site": "cross-site" }],
    ["a page of a subdomain", { "sec-fetch-site": "same-site" }],
  ])("of %s is rejected", async (_, headers) => {
    const { id, path } = await create();
    const { status } = await ask(path, { method: "POST", headers: { ...form, ...headers }, body: paid });
    expect([status, await statusOf(id)]).toEqual([403, "pending"]);
  });

  it("of a name that leads here by its name server is rejected, and so is its look at the page", async () => {
    const { id, path } = await create();
    const host = "rebound.example";
    const headers = { ...form, host, origin: `http://${host}` };
    expect((await ask(path, { method: "POST", headers, body: paid })).status).toBe(403);
    expect((await ask(path, { headers: { host } })).status).toBe(403);
    expect(await statusOf(id)).toBe("pending");
  });

  it("is told from the page's own, and from that of a program", async () => {
    const { port } = new URL(sandbox.origin);
    const byName = { host: `localhost:${port}`, origin: `http://localhost:${port}`, "sec-fetch-site": "same-origin" };
    for (const headers of [{ origin: sandbox.origin, "sec-fetch-site": "same-origin" }, byName, {}]) {
      const { id, path } = await create();
      await ask(path, { method: "POST", headers: { ...form, ...headers }, body: paid });
      expect(await statusOf(id)).toBe("completed");
    }
  });
});

describe("a body", () => {
  it("that is too large is not read", async () => {
    const { id, path } = await create();
    const body = `${paid}&x=${"x".repeat(4096)}`;
    const { status, headers, text } = await ask(path, { method: "POST", headers: form, body });
    expect([status, headers.connection]).toEqual([413, "close"]);
    expect(text).toContain("This form is too large");
    expect(await statusOf(id)).toBe("pending");
  });

  it("of a length that is not told is cut off", async () => {
    const { id, path } = await create();
    const { hostname, port } = new URL(sandbox.origin);
    const socket = createConnection(Number(port), hostname);
    socket.on("error", () => undefined);
    socket.write(`POST ${path} HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: ${form["content-type"]}\r\n`);
    socket.write("Transfer-Encoding: chunked\r\n\r\n");
    for (let chunk = 0; chunk < 5; chunk++) socket.write(`400\r\n${"x".repeat(1024)}\r\n`);
    const [head] = await once(socket.setEncoding("utf8"), "data");
    socket.destroy();
    expect(head).toMatch(/^HTTP\/1\.1 413 /);
    expect(await statusOf(id)).toBe("pending");
  });

  it.each([
    ["application/json", '{"card":"4242424242424242"}'],
    ["text/plain", paid],
    [
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="card"\r\n\r\n4242424242424242\r\n--x--',
    ],
    ["application/x-www-form-urlencoded-not", paid],
    ["", paid],
  ])("of the type %j is rejected", async (type, body) => {
    const { id, path } = await create();
    const { status } = await ask(path, { method: "POST", headers: { "content-type": type }, body });
    expect([status, await statusOf(id)]).toEqual([415, "pending"]);
  });

  it.each(["", "challenge=maybe", "constructor=1", "%00%ff", "Card=4242424242424242"])(
    "that no form of the page sends is rejected: %j",
    async (body) => {
      const { id, path } = await create();
      const { status, text } = await ask(path, { method: "POST", headers: form, body });
      expect([status, await statusOf(id)]).toEqual([400, "pending"]);
      expect(text).toContain("This form cannot be read");
    },
  );
});

describe("an expiry date", () => {
  it("of many spaces is looked at once, not once for each way to split them", { timeout: 10_000 }, () => {
    const typed = { kind: "card", card: "4242424242424242", cvc: "123" } as const;
    for (let count = 0; count < 1000; count++) {
      const expiry = `1${" ".repeat(4000)}${count}`;
      expect(findProblems({ ...typed, expiry: `${expiry}x` }, 0)).toEqual(["expiry"]);
    }
    expect(findProblems({ ...typed, expiry: ` 12${" ".repeat(4000)}/ 34 ` }, 0)).toEqual([]);
  });
});

describe("an error behind the page", () => {
  const world: World = { now: Date.now, seed: "vinr", checkoutUrlOf: (payment) => payment };
  const url = `http://localhost/checkout/acct_${"0".repeat(32)}/pay_1`;
  const failingWith = (error: Error) => {
    const fail = () => Promise.reject(error);
    const store: Store = { ...createMemoryStore(), findAccount: async () => "a", transact: fail };
    const told: unknown[] = [];
    return { told, checkout: createCheckout({ store: reportOutages(store), world, onError: (one) => told.push(one) }) };
  };

  it("is a page that says what to do, and is told without what was typed", async () => {
    const error = new Error("the reason");
    const { told, checkout } = failingWith(error);
    const response = await checkout(new Request(url, { method: "POST", headers: form, body: "card=4111111111111111" }));
    expect([response.status, told]).toEqual([500, [error]]);
    const page = await response.text();
    expect(page).toContain("Open this page again in a moment");
    expect(page).not.toMatch(/the reason|4111/);
  });

  it("of a database that is away is a 503 with the time after which to try again", async () => {
    const { told, checkout } = failingWith(new StoreUnavailableError("away", {}));
    const response = await checkout(new Request(url));
    expect([response.status, response.headers.get("retry-after"), told]).toEqual([503, "1", []]);
    expect(await response.text()).toContain("The sandbox cannot reach its database");
  });
});

describe("every response", () => {
  it("has a policy that admits nothing from elsewhere, and is not framed, kept or indexed", async () => {
    const { path } = await create();
    const responses = [
      await ask(path),
      await ask(path, { method: "HEAD" }),
      await ask("/checkout/nothing"),
      await ask(path, { method: "PUT" }),
      await ask(path, { method: "POST", headers: form, body: "card=1" }),
    ];
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 404, 405, 303]);
    for (const { headers } of responses) {
      expect(headers).toMatchObject({
        "cache-control": "no-store",
        "referrer-policy": "same-origin",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "x-robots-tag": "noindex",
      });
      const policy = headers["content-security-policy"];
      for (const part of ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"])
        expect(policy).toContain(part);
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(Object.keys(headers).filter((name) => /access-control|set-cookie/.test(name))).toEqual([]);
    }
  });
});
