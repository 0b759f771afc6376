/** Requests that a reader writes in the window, in a browser without scripts. Hostile ones: `attacks/send.test.ts`. */
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Vinr } from "@vinr/client";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { loadSpec } from "../../../scripts/read/document/load-spec.ts";
import { buildModel } from "../../../scripts/read/model/build-model.ts";
import { methods } from "../src/pages/window/send-request.js";
import { measureHeap } from "./testing/measure-heap.js";
import { useWindow } from "./testing/use-window.js";

const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

const site = useWindow();
let vinr: Vinr;
beforeEach(() => {
  vinr = new Vinr({ secretKey: "sk_test_sandbox", baseUrl: `${site.origin}/v1`, maxRetries: 0 });
});

/** Presses Send, and returns the page that it leads to. */
const send = (fields: Record<string, string>): Promise<string> =>
  site.visitor.press("/window/send", { account: "sandbox", method: "POST", path: "/v1/payments", ...fields });

/** Presses Send, and returns the words of a page that says what is wrong. */
async function sendWrong(fields: Record<string, string>): Promise<string> {
  const whole = { account: "sandbox", method: "POST", path: "/v1/payments", ...fields };
  const response = await site.visitor.post("/window/send", whole);
  expect(response.status).toBe(400);
  return response.text();
}

/** The value of a field in the source of a page. */
function fieldOf(source: string, name: string): string | undefined {
  const [, value] = new RegExp(`name="${name}" value="([^"]*)"`).exec(source) ?? [];
  const [, text] = new RegExp(`<textarea id="${name}"[^>]*>\n([^<]*)`).exec(source) ?? [];
  return (value ?? text)?.replaceAll("&quot;", '"');
}

/** The address of the newest request in the list. */
async function newest(): Promise<string> {
  return /\/window\/requests\/\d+/.exec(await site.visitor.read("/window/requests"))?.[0] ?? "";
}

it("the methods are those of the API", async () => {
  const api = buildModel(await loadSpec(fileURLToPath(new URL("../../../spec/openapi.yaml", import.meta.url))));
  expect([...methods].sort()).toEqual([...new Set(api.operations.map(({ method }) => method.toUpperCase()))].sort());
});

describe("a request that is written in the window", () => {
  it("is sent in the account's name, and leads to its response in the log", async () => {
    const page = await send({ body: JSON.stringify(newPayment, null, 2), idempotencyKey: "order-1042" });
    expect(page).toContain(`<h1 class="mono">POST /v1/payments</h1>`);
    expect(page).toMatch(/Response <span class="badge badge-good">201</);
    expect(page).toContain("<code>order-1042</code>");
    const { data } = await vinr.payments.list();
    expect(data).toMatchObject([{ amount: 1000, status: "pending" }]);
    expect(page).toContain(`href="/window/payments/${data[0]?.id}"`);
  });

  it("keeps nothing in memory of a form but what was sent of it", async () => {
    const before = measureHeap();
    for (let number = 0; number < 40; number++) {
      const pad = "x".repeat(600_000);
      await send({ method: "GET", idempotencyKey: `order-0000000000-${number}`, pad });
    }
    expect(measureHeap() - before).toBeLessThan(12e6);
  });

  it("takes no work for the fields that no form of the window has, and not very many of them", async () => {
    const copy = vi.spyOn(globalThis, "structuredClone");
    onTestFinished(() => copy.mockRestore());
    const others = (length: number) => Object.fromEntries(Array.from({ length }, (_, index) => [`other${index}`, "x"]));
    await send({ method: "GET", ...others(90) });
    expect(copy.mock.calls.length).toBeLessThan(20);
    await expect(send({ method: "GET", ...others(2_000) })).rejects.toThrow("413");
  });

  it("with an idempotency key happens once, and without one each time", async () => {
    const body = JSON.stringify(newPayment);
    for (const idempotencyKey of ["order-1", "order-1", "", ""]) await send({ body, idempotencyKey });
    expect((await vinr.payments.list()).data.length).toBe(3);
  });

  it.each(["GET", "DELETE"])("may have no body: %s", async (method) => {
    const { id } = await vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
    const path = method === "GET" ? "/v1/payments?limit=1" : `/v1/webhooks/${id}`;
    expect(await send({ method, path, body: " \r\n" })).toContain(`${method} ${path}`);
    expect((await vinr.webhooks.list()).data.length).toBe(method === "GET" ? 1 : 0);
  });

  it("names an object that is not there: the 404 is shown as it is, with what to do", async () => {
    const page = await send({ path: "/v1/payments/pay_1234567890/capture" });
    expect(page).toContain('href="https://docs.vinr.com/errors/resource_not_found"');
  });

  it("has broken JSON: it is sent as it is, and the API says so", async () => {
    expect(await send({ body: '{ "amount": ' })).toContain("body_malformed");
  });

  it.each([
    ["method", { method: "TRACE" }],
    ["path", { path: "/v2/payments" }],
    ["path", { path: "/sandbox/resets" }],
    ["path", { path: "" }],
    ["idempotencyKey", { idempotencyKey: "two words" }],
    ["body", { method: "GET", body: "{}" }],
    ["body", { body: "x".repeat(50_001) }],
  ])("is not sent with a wrong %s: the field says why, and keeps what was written", async (field, wrong) => {
    const page = await sendWrong(wrong);
    expect(page).toContain("Nothing was sent.");
    expect(page).toContain(`aria-describedby="${field}-problem"`);
    const kept = { path: "/v1/payments", idempotencyKey: "", body: "", ...wrong };
    expect(fieldOf(page, "path")).toBe(kept.path);
    expect(fieldOf(page, "idempotencyKey")).toBe(kept.idempotencyKey);
    expect(fieldOf(page, "body")).toBe(kept.body);
    expect(await newest()).toBe("");
  });

  it("is not sent in the name of an account that the page did not show", async () => {
    await site.visitor.post("/window/account", { key: "sk_test_other" });
    const page = await sendWrong({ body: JSON.stringify(newPayment) });
    expect(page).toContain("the account is now other.");
    expect(fieldOf(page, "account")).toBe("other");
    expect(fieldOf(page, "body")).toBe(JSON.stringify(newPayment));
    expect(await newest()).toBe("");
  });

  it.each([
    ["truncates the response", { connection: "truncated" }],
    ["stalls the response", { connection: "stalled" }],
    ["is the page of a proxy", { status: 502 }],
  ])("is in the log where a fault %s", async (_, fault) => {
    await letFail(fault);
    await send({ body: JSON.stringify(newPayment) });
    expect(await newest()).toBe("/window/requests/2");
  });

  it("says so where a fault resets the connection", async () => {
    await letFail({ connection: "reset" });
    const fields = { account: "sandbox", method: "POST", path: "/v1/payments", body: JSON.stringify(newPayment) };
    const response = await site.visitor.post("/window/send", fields);
    expect(response.status).toBe(502);
    expect(await response.text()).toContain("A fault in this account reset the connection.");
  });
});

describe("a button", () => {
  const fields = { amount: "1000", currency: "EUR" };

  it.each([
    [
      "is the page of a proxy",
      { status: 502 },
      "A fault in this account replaced the API&#39;s response with a proxy&#39;s page, status 502.",
    ],
    ["truncates the response", { connection: "truncated" }, "A fault in this account cut off the response."],
    ["resets the connection", { connection: "reset" }, "A fault in this account reset the connection."],
  ])("says so where a fault %s", async (_, fault, said) => {
    for (const [path, form] of [["/window/payments", fields] as const, ["/window/events", { type: "x" }] as const]) {
      await letFail(fault);
      const response = await site.visitor.post(path, form);
      expect([response.status, await response.text()]).toEqual([502, expect.stringContaining(said)]);
    }
  });

  it("waits where a fault stalls the response, and nothing is logged when the browser leaves", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await letFail({ connection: "stalled" });
    const leaving = new AbortController();
    const pressed = fetch(`${site.origin}/window/payments`, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { origin: site.origin },
      signal: leaving.signal,
    });
    const outcome = pressed.then(({ status }) => status, String);
    await vi.waitFor(async () => expect((await vinr.payments.list()).data.length).toBe(1), { timeout: 20_000 });
    expect(await Promise.race([outcome, setTimeout(500, "it waits")])).toBe("it waits");
    leaving.abort();
    expect(await outcome).toContain("AbortError");
    await setTimeout(500);
    expect(logged.mock.calls).toEqual([]);
    logged.mockRestore();
  });
});

async function letFail(fault: object): Promise<void> {
  await fetch(`${site.origin}/sandbox/faults`, {
    method: "POST",
    body: JSON.stringify({ operation: "createPayment", ...fault }),
    headers: { "x-api-key": "sk_test_sandbox", "content-type": "application/json" },
  });
}

describe("a request of the log", () => {
  it("is edited and sent again, with its body in lines and without its idempotency key", async () => {
    await vinr.payments.create({ ...newPayment, description: "Order 1" }, { idempotencyKey: "order-1" });
    const [, edit = ""] = /href="(\/window\/send\?request=\d+)"/.exec(await site.visitor.read(await newest())) ?? [];
    const page = await site.visitor.read(edit);
    expect(page).toContain("<option selected>POST</option>");
    expect(fieldOf(page, "path")).toBe("/v1/payments");
    expect(fieldOf(page, "idempotencyKey")).toBe("");
    const body = fieldOf(page, "body") ?? "";
    expect(body).toBe(JSON.stringify({ ...newPayment, description: "Order 1" }, null, 2));
    await send({ body: body.replace("Order 1", "Order 2") });
    expect((await vinr.payments.list()).data.map(({ description }) => description)).toEqual(["Order 2", "Order 1"]);
  });

  it("keeps a body that is not compact JSON as it was sent", async () => {
    const body = '{"amount": 1e3,\n"currency":"EUR"}';
    await send({ body });
    const [, edit = ""] = /href="(\/window\/send\?request=\d+)"/.exec(await site.visitor.read(await newest())) ?? [];
    expect(fieldOf(await site.visitor.read(edit), "body")).toBe(body);
  });

  it("says what the log left out of it", async () => {
    await send({ body: JSON.stringify({ ...newPayment, metadata: { card: "4242424242424242" } }) });
    const [, edit = ""] = /href="(\/window\/send\?request=\d+)"/.exec(await site.visitor.read(await newest())) ?? [];
    expect(await site.visitor.read(edit)).toContain("was left out when it was recorded: fill it in.");
  });

  it("says so where a secret is missing in its response", async () => {
    const body = JSON.stringify({ url: "https://shop.example/hooks", enabled_events: ["*"] });
    const page = await send({ path: "/v1/webhooks", body });
    expect(page).toContain("whsec_…");
    expect(page).toContain("The caller got all of it.");
  });

  it("is not offered where it is none of this API, and is not found where it is of another account", async () => {
    await fetch(`${site.origin}/sandbox/clock`, { headers: { "x-api-key": "sk_test_sandbox" } });
    expect(await site.visitor.read(await newest())).not.toContain("Edit and send again");
    await fetch(`${site.origin}/v1/refunds`, { headers: { "x-api-key": "sk_test_other" } });
    expect(fieldOf(await site.visitor.read("/window/send?request=1"), "path")).toBe("/v1/payments");
  });
});

it("the page is in the navigation of every view", async () => {
  for (const path of ["/", "/window/balance", "/window/send"])
    expect(await site.visitor.read(path)).toMatch(/<a href="\/window\/send"( aria-current="page")?>Send<\/a>/);
});
