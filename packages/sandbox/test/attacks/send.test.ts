/** The window's page on which requests are written: links of others that fill it in, forms of others that use it, and hostile fields. */
import { once } from "node:events";
import { type IncomingMessage, request as start } from "node:http";
import { describe, expect, it } from "vitest";
import { useWindow } from "../testing/use-window.js";

const body = JSON.stringify({ amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" });
const request = { account: "sandbox", method: "POST", path: "/v1/payments", body };
const unguessed = "4fJ8sQ2nXv7LbT5yRk1W";

const site = useWindow();

/** Nothing was sent to an API, and nothing happened. */
async function expectNothing(): Promise<void> {
  expect(await site.visitor.read("/window/requests")).toContain("No requests yet");
}

describe("a form for a request", () => {
  it.each([
    ["another site", { origin: "https://evil.example" }],
    ["the docs", { origin: "https://docs.vinr.com" }],
    ["a page that hides where it comes from", { origin: "null" }],
    ["another server on this machine", { origin: "http://127.0.0.1:3000" }],
    ["a program, without an origin", { origin: "" }],
    ["a page of the same site, by what the browser says", { "sec-fetch-site": "same-site" }],
  ])("of %s does nothing", async (_, headers) => {
    expect((await site.visitor.post("/window/send", request, headers)).status).toBe(403);
    await expectNothing();
  });

  it("cannot be a link: an address that is opened sends nothing", async () => {
    const page = await site.visitor.get(`/window/send?${new URLSearchParams(request)}`);
    expect(page.status).toBe(200);
    expect((await page.text()).split("<main")[1]).not.toContain("shop.example");
    await expectNothing();
  });

  it.each(["text/plain", "application/json", "multipart/form-data; boundary=x"])("is not a %s", async (type) => {
    expect((await site.visitor.post("/window/send", request, { "content-type": type })).status).toBe(415);
    await expectNothing();
  });

  it.each([2_000_000, 700_000])("of %d bytes is too large", async (size) => {
    expect((await site.visitor.post("/window/send", { ...request, body: "x".repeat(size) })).status).toBe(413);
    await expectNothing();
  });

  it("of more fields than any form has is not read", async () => {
    const added = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`f${index}`, ""]));
    expect((await site.visitor.post("/window/send", { ...request, ...added })).status).toBe(413);
    await expectNothing();
  });

  it("takes a body of the longest text, whatever is in it, and no longer one in other forms", async () => {
    const longest = "\u{20ac}".repeat(50_000);
    expect((await site.visitor.post("/window/send", { ...request, body: longest })).status).toBe(303);
    expect((await site.visitor.post("/window/payments", { description: "x".repeat(20_000) })).status).toBe(413);
  });

  it("needs the key of an account where others reach the server", async () => {
    await site.serve({ publicUrl: "https://sandbox.shop.example" });
    const own = { origin: "https://sandbox.shop.example" };
    expect((await site.visitor.get("/window/send")).status).toBe(401);
    expect((await site.visitor.post("/window/send", request, own)).status).toBe(401);
    await site.visitor.post("/window/account", { key: `sk_test_${unguessed}` }, own);
    expect((await site.visitor.post("/window/send", request, own)).status).toBe(400);
    expect((await site.visitor.post("/window/send", { ...request, account: unguessed }, own)).status).toBe(303);
  });
});

describe("the body of a form", () => {
  /** The response to the headers of a form, whose body does not come. */
  async function respond(origin: string, path: string, own: string): Promise<number | undefined> {
    const headers = { origin: own, "content-type": "application/x-www-form-urlencoded", "content-length": 600_000 };
    const sent = start(`${origin}${path}`, { method: "POST", headers, agent: false });
    sent.flushHeaders();
    const [response] = (await once(sent, "response", { signal: AbortSignal.timeout(3_000) })) as [IncomingMessage];
    sent.on("error", () => undefined).destroy();
    return response.statusCode;
  }

  it("is not read where there is no account, and from another site never", async () => {
    const own = "https://sandbox.shop.example";
    await site.serve({ publicUrl: own });
    for (const path of ["/window/send", "/window/payments", "/window/none"]) {
      expect([path, await respond(site.origin, path, own)]).toEqual([path, 401]);
      expect([path, await respond(site.origin, path, "https://evil.example")]).toEqual([path, 403]);
    }
    for (const path of ["/window/account", "/window/account/end"])
      expect([path, await respond(site.origin, path, own)]).toEqual([path, 413]);
  });
});

describe("a path", () => {
  it.each([
    "//evil.example/v1/payments",
    "https://evil.example/v1/payments",
    "http://127.0.0.1:3000/v1/payments",
    "javascript:alert(1)",
    "data:text/html,x",
    "\\\\evil.example\\v1\\payments",
    "/\\evil.example/v1/payments",
    "/v1@evil.example/payments",
    "/v1/../sandbox/resets",
    "/v1/%2e%2e/sandbox/resets",
    "/v1/.%2E/sandbox/resets",
    "/v1/..\\sandbox/resets",
    "/v1/.\t./sandbox/resets",
    "/sandbox/resets",
    "/window/account/end",
    "/v1",
    "/v1/payments#/sandbox/resets",
    "",
  ])("that leads elsewhere is not asked for: %j", async (path) => {
    expect((await site.visitor.post("/window/send", { ...request, path })).status).toBe(400);
    await expectNothing();
  });

  it("and a key are no longer than their bounds", async () => {
    for (const long of [{ path: `/v1/${"x".repeat(2_000)}` }, { idempotencyKey: "x".repeat(256) }])
      expect((await site.visitor.post("/window/send", { ...request, ...long })).status).toBe(400);
    await expectNothing();
  });

  it.each(["/v1//evil.example", "/v1/https://evil.example", "/v1/payments/%2e%2e%2fsandbox", "/v1/\u202e\ud800"])(
    "of this API may be any text, and is that of this API: %j",
    async (path) => {
      const response = await site.visitor.post("/window/send", { ...request, method: "GET", body: "", path });
      expect(response.headers.get("location")).toMatch(/^\/window\/requests\/\d+$/);
      expect(await site.visitor.read(response.headers.get("location") ?? "")).toMatch(/badge-bad">40\d</);
    },
  );
});

describe("a field", () => {
  it.each([
    "a\r\nX-Api-Key: sk_test_other",
    "a\nauthorization: Bearer sk_test_other",
    "a\0b",
    "schl\u00fcssel",
    "\u{1f511}",
  ])("is not another header: %j", async (idempotencyKey) => {
    expect((await site.visitor.post("/window/send", { ...request, idempotencyKey })).status).toBe(400);
    await expectNothing();
  });

  it.each(["TRACE", "CONNECT", "PATCH", "get", "GET ", "", "POST /v1/payments HTTP/1.1\r\n"])(
    "is not another method: %j",
    async (method) => {
      expect((await site.visitor.post("/window/send", { ...request, method })).status).toBe(400);
      await expectNothing();
    },
  );

  it("is text on every page that shows it", async () => {
    const hostile = `</textarea><script>alert(1)</script>"'><img src=x onerror=alert(1)>`;
    const own = /<script type="module" src="\/assets\/window(-send)?\.js"><\/script>/g;
    const expectText = (page: string) =>
      expect(page.replaceAll(own, "")).not.toMatch(/<script|<img(?! src="\/assets\/icon\.svg" )|<\/textarea>(?!<)/);
    const wrong = {
      ...request,
      method: hostile,
      path: hostile,
      body: hostile,
      idempotencyKey: hostile,
      account: hostile,
    };
    expectText(await (await site.visitor.post("/window/send", wrong)).text());
    const sent = await site.visitor.press("/window/send", { ...request, path: `/v1/${hostile}`, body: hostile });
    expectText(sent);
    const [, edit = ""] = /href="(\/window\/send\?request=\d+)"/.exec(sent) ?? [];
    expectText(await site.visitor.read(edit));
  });

  it("does not name another account than that of the cookie", async () => {
    expect((await site.visitor.post("/window/send", { ...request, account: "other" })).status).toBe(400);
    await expectNothing();
    await site.visitor.post("/window/account", { key: "sk_test_other" });
    await expectNothing();
  });

  it("of a number that is not one is not a request of the log", async () => {
    for (const number of ["-1", "1e9", "NaN", "__proto__", "0x1", "<b>"])
      expect((await site.visitor.get(`/window/send?request=${encodeURIComponent(number)}`)).status).toBe(200);
  });
});
