/** Options that nobody gave, and options that do not exist. */
import { afterEach, describe, expect, it } from "vitest";
import { createSandbox } from "../src/index.js";
import { createPostgresStore } from "../src/postgres.js";

const polluted = Object.prototype as Record<string, unknown>;
const inherit = (name: string, value: unknown) => {
  Object.defineProperty(polluted, name, { value, configurable: true, writable: true, enumerable: false });
};
const names = ["send", "now", "seed", "hours", "status"];
afterEach(() => {
  for (const name of [...names, ...settings.keys()]) delete polluted[name];
});

/** Settings that a sandbox in a test leaves out, and members of requests that a merchant may leave out. */
const settings: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["accounts", 0],
  ["amount", 1],
  ["amountCapturable", 1],
  ["bytes", 0],
  ["capture", false],
  ["checkoutUrl", "https://evil.example"],
  ["code", "evil"],
  ["description", "evil"],
  ["ending_before", "pay_1"],
  ["event", "payment.completed"],
  ["isPostponed", true],
  ["isReplay", true],
  ["metadata", { evil: "1" }],
  ["memory", 1],
  ["randomText", () => "evil"],
  ["operation", "*"],
  ["payment", "pay_1"],
  ["publicIdOf", () => "evil"],
  ["quotas", { bytes: 0 }],
  ["rateLimiter", { take: () => ({ isAllowed: false, limit: 1, remaining: 0, reset: 0 }) }],
  ["reason", "duplicate"],
  ["shortestName", 50],
  ["starting_after", "pay_1"],
]);

/** Does a bit of everything that a shop does, and returns the responses. */
async function trade(): Promise<readonly string[]> {
  const send = async () => new Response(null, { status: 500 });
  const sandbox = createSandbox({ now: () => 1_776_249_000_000, send });
  const texts: string[] = [];
  const ask = async (method: string, path: string, body?: object) => {
    const headers = { authorization: `Bearer ${sandbox.key()}`, "content-type": "application/json" };
    const text = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await sandbox.fetch(`http://sandbox/v1${path}`, { method, headers, ...text });
    texts.push(`${response.status} ${await response.clone().text()}`);
    return response.json();
  };
  await ask("POST", "/webhooks", { url: "https://shop.example/webhooks", enabled_events: ["*"] });
  const { id } = await ask("POST", "/payments", { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/" });
  await sandbox.checkout(id).pay("4242 4242 4242 4242");
  const challenged = await ask("POST", "/payments", { amount: 1, currency: "EUR", returnUrl: "https://shop.example/" });
  await sandbox.checkout(challenged.id).pay("4000 0000 0000 3220");
  await ask("POST", `/payments/${challenged.id}/cancel`);
  sandbox.faults.onDelivery("payment.created", { kind: "drop" });
  await ask("POST", "/refunds", { payment: id });
  await ask("GET", "/payments");
  await ask("GET", "/refunds");
  await ask("POST", `/payments/${id}/capture`, {});
  await sandbox.clock.advance({ days: 3 });
  const snapshot = await sandbox.snapshot();
  await sandbox.account("copy").restore(snapshot);
  for (const one of [snapshot, await sandbox.account("copy").snapshot()]) texts.push(JSON.stringify(one));
  return texts;
}

const create = (fetch: (url: string, init: RequestInit) => Promise<Response>, key: string) =>
  fetch("http://sandbox/v1/payments", {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({ amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" }),
  });

describe("what another script put on Object.prototype", () => {
  it("sends nothing, sets no clock and no seed", async () => {
    const sent: unknown[] = [];
    const plain = createSandbox();
    const { id } = await (await create(plain.fetch, plain.key())).json();
    inherit("send", async (url: string) => sent.push(url));
    inherit("now", () => 0);
    inherit("seed", "another");
    const sandbox = createSandbox();
    const payment = await (await create(sandbox.fetch, sandbox.key())).json();
    await sandbox.deliver();
    expect([payment.id, sent]).toEqual([id, []]);
    expect(await sandbox.clock.now()).toBeGreaterThan(0);
  });

  it("moves no clock", async () => {
    const sandbox = createSandbox({ now: () => 1000 });
    inherit("hours", 5);
    await sandbox.clock.advance({ seconds: 1 });
    expect(await sandbox.clock.now()).toBe(2000);
  });

  it("stops no delivery and no clock", async () => {
    const sent: string[] = [];
    const send = async (url: string): Promise<Response> => {
      sent.push(url);
      return new Response();
    };
    const sandbox = createSandbox({ now: () => 1000, send });
    await sandbox.fetch("http://sandbox/v1/webhooks", {
      method: "POST",
      headers: { authorization: `Bearer ${sandbox.key()}`, "content-type": "application/json" },
      body: JSON.stringify({ url: "https://shop.example/webhooks", enabled_events: ["*"] }),
    });
    await create(sandbox.fetch, sandbox.key());
    inherit("replacements", 7);
    await sandbox.deliver();
    await sandbox.clock.advance({ seconds: 1 });
    expect([sent.length, await sandbox.clock.now()]).toEqual([1, 2000]);
  });

  it.each([...settings])("neither bounds an account nor is a part of a request: %s", async (name, value) => {
    const wanted = await trade();
    Object.defineProperty(polluted, name, { value, configurable: true, enumerable: true, writable: true });
    const got = await trade();
    delete polluted[name];
    expect(got).toEqual(wanted);
  });

  it("changes no fault", async () => {
    const sandbox = createSandbox();
    inherit("status", 500);
    sandbox.faults.on("createPayment", { code: "card_declined" });
    expect((await create(sandbox.fetch, sandbox.key())).status).toBe(402);
  });
});

describe("an option that does not exist is named", () => {
  it("in createSandbox", () => {
    const options = { sed: "x" } as object;
    expect(() => createSandbox(options)).toThrow(
      "There is no option sed; the options are now, seed, send, store, wait.",
    );
  });

  it("in a duration", async () => {
    const duration = { day: 1 } as object;
    await expect(createSandbox().clock.advance(duration)).rejects.toThrow(
      "There is no option day; the options are days, hours, minutes, seconds.",
    );
  });

  it("in createPostgresStore, before anything is connected to", async () => {
    const options = { maxConections: 1 } as object;
    await expect(createPostgresStore("postgres://127.0.0.1:1/none", options)).rejects.toThrow(
      "There is no option maxConections",
    );
  });
});
