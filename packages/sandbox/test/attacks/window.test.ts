/** Who may look through the window and press its buttons, and what others can put into it. */
import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { inspect } from "node:util";
import { Vinr } from "@vinr/client";
import { describe, expect, it } from "vitest";
import { callApi, UnreadableResponseError } from "../../src/pages/window/actions.js";
import { listenOn } from "../testing/hosted.js";
import { find, restore, takeSnapshot } from "../testing/made-snapshots.js";
import { useWindow } from "../testing/use-window.js";

const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

/** The name of an account whose key others do not guess. */
const unguessed = "4fJ8sQ2nXv7LbT5yRk1W";

const site = useWindow();

const clientOf = (account: string) =>
  new Vinr({ secretKey: `sk_test_${account}`, baseUrl: `${site.origin}/v1`, maxRetries: 0 });

describe("a form", () => {
  const countPayments = async () => (await clientOf("sandbox").payments.list()).data.length;

  it.each([
    ["another site", { origin: "https://evil.example" }],
    ["a page that hides where it comes from", { origin: "null" }],
    ["another server on this machine", { origin: "http://127.0.0.1:3000" }],
    ["another name of this machine", { origin: "http://localhost:4020" }],
    ["a program, without an origin", { origin: "" }],
    ["a page of the same site, by what the browser says", { "sec-fetch-site": "same-site" }],
  ])("of %s does nothing", async (_, headers) => {
    const response = await site.visitor.post("/window/payments", { amount: "1000", currency: "EUR" }, headers);
    expect(response.status).toBe(403);
    expect(await countPayments()).toBe(0);
  });

  it("has no fields that another script put on Object.prototype", async () => {
    const polluted = Object.prototype as { authorize?: string };
    Object.defineProperty(polluted, "authorize", { value: "on", configurable: true });
    try {
      await site.visitor.press("/window/payments", { amount: "1000", currency: "EUR" });
      expect(await site.visitor.press("/window/events", { type: "refund.created" })).toContain("Refund on its way");
    } finally {
      delete polluted.authorize;
    }
    const [, created] = (await clientOf("sandbox").payments.list()).data;
    const paid = { card: "4242424242424242", state: "pending" };
    expect(await site.visitor.press(`/window/payments/${created?.id}/pay`, paid)).toContain("Completed");
  });

  it("leads to pages on which nothing is that another script put on Object.prototype", async () => {
    const { id, checkoutUrl = "" } = await clientOf("sandbox").payments.create(newPayment);
    await site.visitor.press(`/window/payments/${id}/pay`, { card: "4242424242424242", state: "pending" });
    await site.visitor.press(`/window/payments/${id}/refund`, { amount: "1", state: "0" });
    const waiting = await clientOf("sandbox").payments.create(newPayment);
    const paths = ["/", "/?status=pending", `/window/payments/${id}`, `/window/payments/${waiting.id}`, "/window/send"];
    const checkouts = [checkoutUrl, waiting.checkoutUrl ?? ""].map((url) => new URL(url).pathname);
    const polluted = Object.prototype as Record<string, unknown>;
    const evil = { description: "evil", failure: { code: "evil", message: "evil" }, reason: "evil", problem: "evil" };
    const more = {
      notice: "evil",
      note: "evil",
      script: "evil.js",
      header: "evil",
      amountCaptured: "evil",
      code: "evil",
      notation: "scientific",
    };
    Object.assign(polluted, evil, more);
    try {
      for (const path of [...paths, "/window/events", "/window/account", "/window/requests/1", ...checkouts]) {
        const page = await site.visitor.get(path);
        expect([path, page.status, /evil|NaN|€\d[.\d]*E/.exec(await page.text())]).toEqual([path, 200, null]);
      }
    } finally {
      for (const name of Object.keys({ ...evil, ...more })) delete polluted[name];
    }
  });

  it("is a form, and small", async () => {
    const types = ["text/plain", "application/json", "multipart/form-data; boundary=x"];
    for (const type of types) {
      const response = await site.visitor.post(
        "/window/payments",
        { amount: "1000", currency: "EUR" },
        { "content-type": type },
      );
      expect(response.status).toBe(415);
    }
    expect((await site.visitor.post("/window/payments", { description: "x".repeat(20_000) })).status).toBe(413);
    expect(await countPayments()).toBe(0);
  });

  it("cannot be a link: an address that is opened changes nothing", async () => {
    expect((await site.visitor.get("/window/clock?move=day")).status).toBe(404);
    expect((await site.visitor.get("/window/payments?amount=1000&currency=EUR")).status).toBe(404);
    expect(await countPayments()).toBe(0);
  });
});

describe("a button", () => {
  it.each([
    "/window/..//elsewhere.example",
    "/window/%2e%2e//elsewhere.example/",
    "/window/.//..//elsewhere.example",
    "/window/\\..\\..\\\\elsewhere.example",
    "//elsewhere.example/window/",
    "/\\elsewhere.example/window/",
    "https://elsewhere.example/window/",
    "javascript:alert(1)//window/",
    "/window/../v1/payments",
    "http://[",
    "/window/\r\nset-cookie: a=b",
  ])("leads to a view of the window alone, and not to %j", async (back) => {
    const response = await site.visitor.post("/window/clock", { move: "day", back });
    const location = response.headers.get("location") ?? "";
    expect([response.status, response.headers.get("set-cookie")]).toEqual([303, null]);
    const { origin: led, pathname } = new URL(location, site.origin);
    expect(led).toBe(site.origin);
    expect(pathname).toMatch(/^\/(?:$|window\/)/);
  });
});

describe("a response that a snapshot brought, to a button", () => {
  it("has no place in an error where it is not JSON", async () => {
    const api = async () =>
      new Response("\u001b[31m4000056655665556", { headers: { "content-type": "application/json" } });
    const caller = { account: "shop", signal: new AbortController().signal };
    const error = await callApi({ api, control: api }, caller, { path: "/v1/payments" }).catch((caught) => caught);
    expect(error).toBeInstanceOf(UnreadableResponseError);
    expect(inspect(error)).not.toMatch(/\[31m|4000/);
  });
});

describe("an account", () => {
  it("is opened by its key, which stays in a cookie that no script and no other site has", async () => {
    await clientOf("other").payments.create({ ...newPayment, description: "Of the other" });
    expect(await site.visitor.read("/")).not.toContain("Of the other");
    const response = await site.visitor.post("/window/account", { key: " sk_test_other " });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/");
    expect(response.headers.get("set-cookie")).toBe(
      "vinr_sandbox_key=sk_test_other; Path=/; HttpOnly; SameSite=Strict",
    );
    const page = await site.visitor.read("/");
    expect(page).toContain("Of the other");
    expect(page).not.toContain("sk_test_other");
    await site.visitor.post("/window/account/end");
    expect(await site.visitor.read("/")).not.toContain("Of the other");
  });

  it.each(["", "sk_live_1", "rk_test_abc", "sk_test_expired1", "sk_test_<b>", "sk_test_a; Path=/x"])(
    "is not opened by %j, which no page repeats",
    async (key) => {
      const response = await site.visitor.post("/window/account", { key });
      const text = await response.text();
      expect([response.status, response.headers.get("set-cookie")]).toEqual([400, null]);
      if (key !== "") expect(text).not.toContain(key.replace("<b>", "&lt;b"));
    },
  );

  it("is not shown without a key to those who reach the server from elsewhere", async () => {
    for (const changed of [{ host: "0.0.0.0" }, { publicUrl: "https://sandbox.shop.example" }]) {
      await site.serve(changed);
      await clientOf(unguessed).payments.create({ ...newPayment, description: "Not for everybody" });
      for (const path of ["/", "/window/events", "/window/requests", "/window/live", "/window/find?id=pay_1"]) {
        const response = await site.visitor.get(path);
        expect([path, response.status]).toEqual([path, 401]);
        expect(await response.text()).toContain("Choose an account");
      }
      expect((await site.visitor.post("/window/clock", { move: "day" })).status).toBe(401);
      await site.visitor.post("/window/account", { key: `sk_test_${unguessed}` });
      expect(await site.visitor.read("/")).toContain("Not for everybody");
    }
  });

  it("keeps its key to TLS where the page was reached over it", async () => {
    await site.serve({ publicUrl: "https://sandbox.shop.example" });
    const response = await site.visitor.post(
      "/window/account",
      { key: `sk_test_${unguessed}` },
      { origin: "https://sandbox.shop.example" },
    );
    expect(response.headers.get("set-cookie")).toContain("; Secure");
  });

  it("sees nothing of another one, by any address", async () => {
    const payment = await clientOf("other").payments.create(newPayment);
    await clientOf("other").payments.cancel(payment.id);
    const { data } = await (
      await fetch(`${site.origin}/sandbox/events`, { headers: { "x-api-key": "sk_test_other" } })
    ).json();
    const paths = [
      `/window/payments/${payment.id}`,
      `/window/events/${data[0].id}`,
      "/window/requests/1",
      `/window/find?id=${payment.id}`,
    ];
    for (const path of paths) expect([path, (await site.visitor.get(path)).status]).toEqual([path, 404]);
  });
});

describe("what others write", () => {
  const hostile = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`;

  it("is text on every page", async () => {
    const vinr = clientOf("sandbox");
    const payment = await vinr.payments.create({
      ...newPayment,
      description: hostile,
      metadata: { "<b>name": hostile },
      returnUrl: "https://shop.example/?%3Cscript%3E",
    });
    await vinr.webhooks.create({ url: "https://shop.example/%3Cscript%3E", enabled_events: ["*"] });
    await fetch(`${site.origin}/v1/payments?<script>=${encodeURIComponent(hostile)}`, {
      method: "POST",
      body: hostile,
      headers: { "x-api-key": "sk_test_sandbox", "user-agent": hostile, "content-type": "application/json" },
    });
    const events = await site.visitor.read("/window/events");
    const [event = ""] = /\/window\/events\/evt_[0-9a-z]+/.exec(events) ?? [];
    const requests = (await site.visitor.read("/window/requests")).match(/\/window\/requests\/\d+/g) ?? [];
    const search = `/window/requests?search=${encodeURIComponent(hostile)}`;
    for (const path of [
      "/",
      `/window/payments/${payment.id}`,
      "/window/events",
      event,
      "/window/requests",
      ...requests,
      search,
    ]) {
      const source = await site.visitor.read(path);
      expect(source.replaceAll(/<script type="module" src="\/assets\/window.js"><\/script>/g, "")).not.toMatch(
        /<script|<img(?! src="\/assets\/icon\.svg" )|<b>name/,
      );
    }
    expect((await site.visitor.get(`/window/find?id=${encodeURIComponent(hostile)}`)).status).toBe(404);
  });

  it("is not indented where it is nested deeply, which would make a page of very many spaces", async () => {
    const nested = `${"[".repeat(4000)}${"]".repeat(4000)}`;
    await fetch(`${site.origin}/v1/payments`, {
      method: "POST",
      body: nested,
      headers: { "x-api-key": "sk_test_sandbox", "content-type": "application/json" },
    });
    for (const path of ["/window/requests/1", "/window/send?request=1"]) {
      const page = await site.visitor.read(path);
      expect([path, page.includes(nested), page.length < 50_000]).toEqual([path, true, true]);
    }
  });

  it("has room for the last of very many long responses to one event", { timeout: 30_000 }, async () => {
    const receiver = await listenOn((request, response) => void request.resume().on("end", () => response.end(long)));
    const long = `"${"<".repeat(20_000)}`;
    await site.serve({ forwardTo: `${receiver}/hooks` });
    await clientOf("sandbox").payments.create(newPayment);
    await site.visitor.press("/window/deliveries");
    const events = await site.visitor.read("/window/events");
    const [event = ""] = /\/window\/events\/evt_[0-9a-z]+/.exec(events) ?? [];
    const [replay = ""] = /\/window\/deliveries\/dlv_\w+/.exec(await site.visitor.read(event)) ?? [];
    for (let state = 1; state < 60; state++) await site.visitor.post(replay, { state: String(state) });
    const page = await site.visitor.read(event);
    expect(/The last \d+ of \d+ attempts/.exec(page)?.[0]).toBe("The last 20 of 60 attempts");
    const shown = [...page.matchAll(/-(\d+)-received/g)].map(([, place]) => Number(place));
    expect([shown.length < 20, shown.at(-1), page.length < 2_000_000]).toEqual([true, 59, true]);
    expect(page.includes("this page is full")).toBe(true);
  });

  it("shows the last of very many attempts", async () => {
    const snapshot = await takeSnapshot();
    const delivery = find(snapshot.objects, "delivery");
    delivery.attempts = Array(10_000).fill({ at: 1, status: 500, isReplay: true });
    snapshot.due = snapshot.due.filter(({ kind }) => kind !== "delivery");
    expect((await restore({ origin: site.origin }, snapshot, "sk_test_sandbox")).status).toBe(201);
    const path = `/window/events/${delivery.event}`;
    expect(await site.visitor.read(path)).toContain("The last 20 of 10,000 attempts");
  });

  it("does not lead elsewhere: a page loads only its own files, and sends forms only to its own server", async () => {
    const response = await site.visitor.get("/");
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(response.headers.get("cache-control")).toBe("no-store");
    // `no-referrer` would make browsers send `Origin: null` along with forms.
    expect(response.headers.get("referrer-policy")).toBe("same-origin");
    const asked = [...(await response.text()).matchAll(/(?:src|href|action)="([^"]*)"/g)].map(([, url = ""]) => url);
    expect(asked.filter((url) => !url.startsWith("/") && !url.startsWith("#"))).toEqual([]);
  });

  it.each([
    "/window/../v1/payments",
    "/window/%2e%2e/x",
    "/window//x",
    "/window/payments/%00",
    "/window/payments/a%2Fb",
    "/window/requests/1e9",
    "/window/events/__proto__",
    "/window/payments/pay_1/constructor",
  ])("cannot be an address that breaks something: %s", async (path) => {
    const [response] = (await once(get(`${site.origin}`, { path, agent: false }), "response")) as [IncomingMessage];
    response.resume();
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(response.statusCode).toBeLessThan(500);
  });
});
