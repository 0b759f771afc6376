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
  for (const name of names) delete polluted[name];
});

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
