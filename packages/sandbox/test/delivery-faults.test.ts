/** Faults of deliveries, as their receiver sees them. */
import { constructEvent, type Event, isVinrError, Vinr } from "@vinr/client";
import { beforeEach, describe, expect, it } from "vitest";
import { Faults } from "../src/faults/faults.js";
import { createSandbox, type DeliveryFault, type Sandbox } from "../src/index.js";

const start = Date.UTC(2026, 3, 15, 10, 30);
const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

/** The deliveries as the receiver saw them: the type of each event, or the code of the error with which it rejected the delivery. */
let seen: string[];
let ids: string[];
let sandbox: Sandbox;
let vinr: Vinr;
let secret: string;
beforeEach(async () => {
  [seen, ids] = [[], []];
  sandbox = createSandbox({ now: () => start, send: receive });
  vinr = new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch });
  ({ secret = "" } = await vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] }));
});

async function receive(_: string, { body, headers }: RequestInit): Promise<Response> {
  const sent = new Headers(headers);
  try {
    const [signature, timestamp] = [sent.get("x-vinr-signature"), sent.get("x-vinr-timestamp")];
    const event = constructEvent(String(body), signature, timestamp, secret, { now: () => start });
    seen.push(event.type);
    ids.push(event.id);
    return new Response(null, { status: 204 });
  } catch (error) {
    seen.push(isVinrError(error) ? String(error.code) : String(error));
    return new Response(null, { status: 400 });
  }
}

describe("the faults of all accounts", () => {
  const on = { operation: "listPayments", fault: { status: 503 } } as const;

  it("are so many at most, and those that were set or struck longest ago give way", () => {
    const faults = new Faults("seed");
    const names = Array.from({ length: 60_000 }, (_, index) => `shop${index}`);
    for (const [index, name] of names.entries()) {
      faults.add(name, on);
      if (index % 1_000 === 0) faults.chooseForRequest("shop0", "listPayments").strike();
    }
    const left = names.filter((name) => faults.list(name).length === 1);
    expect([left.length, left.slice(0, 2), left.at(-1)]).toEqual([50_000, ["shop0", "shop10001"], "shop59999"]);
  });

  it("are of a few accounts where they are many", () => {
    const faults = new Faults("seed");
    const names = Array.from({ length: 600 }, (_, index) => `shop${index}`);
    for (const name of names) for (let count = 0; count < 100; count++) faults.add(name, on);
    expect(names.map((name) => faults.list(name).length)).toEqual([...Array(100).fill(0), ...Array(500).fill(100)]);
  });
});

it("a fault that strikes once strikes one of two attempts that are made at once", () => {
  const faults = new Faults("seed");
  const event = { type: "payment.created" } as Parameters<Faults["chooseForDelivery"]>[1];
  faults.add("shop", { event: "*", fault: { kind: "drop", times: 1 } });
  const chosen = [1, 2].map(() => faults.chooseForDelivery("shop", event));
  expect(chosen.map(({ strike }) => strike()?.kind)).toEqual(["drop", undefined]);
});

describe("a fault that puts deliveries off", () => {
  it("goes on, however many that it has put off are never made", async () => {
    sandbox.faults.onDelivery("*", { kind: "delay", delay: { hours: 1 } });
    const [registered] = (await vinr.webhooks.list()).data;
    for (let count = 0; count < 1_000; count++) await vinr.payments.create(newPayment);
    await sandbox.deliver();
    await vinr.webhooks.delete(registered?.id ?? "");
    await sandbox.clock.advance({ hours: 1 });
    ({ secret = "" } = await vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] }));
    await vinr.payments.create(newPayment);
    await sandbox.deliver();
    expect(seen).toEqual([]);
    await sandbox.clock.advance({ hours: 1 });
    expect(seen).toEqual(["payment.created"]);
  });

  it("puts each attempt of a delivery off, and none of them twice", async () => {
    sandbox = createSandbox({ now: () => start, send: async () => new Response(null, { status: 500 }) });
    vinr = new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch });
    await vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["payment.created"] });
    const set = sandbox.faults.onDelivery("*", { kind: "delay", delay: { hours: 1 } });
    await vinr.payments.create(newPayment);
    await sandbox.clock.advance({ days: 4 });
    expect([(await sandbox.deliveries())[0]?.attempts.length, set.count()]).toEqual([6, 6]);
  });
});

async function pay(): Promise<void> {
  const { id } = await vinr.payments.create(newPayment);
  await sandbox.checkout(id).pay("4242 4242 4242 4242");
}

const attemptsOf = async (type: Event["type"]) => {
  const found = (await sandbox.deliveries()).find(({ event }) => event.type === type);
  return found?.attempts.map(({ status, error }) => status ?? error);
};

describe("a delivery with a fault", () => {
  it.each<[DeliveryFault, string[], unknown[]]>([
    [{ kind: "duplicate" }, ["payment.created", "payment.completed", "payment.completed"], [204]],
    [{ kind: "wrong_signature", times: 1 }, ["payment.created", "no_match", "payment.completed"], [400, 204]],
    [{ kind: "stale_timestamp", times: 1 }, ["payment.created", "timestamp_too_old", "payment.completed"], [400, 204]],
    [
      { kind: "drop", times: 1 },
      ["payment.created", "payment.completed"],
      ["The operation was aborted due to timeout", 204],
    ],
    [
      { kind: "response_lost", times: 1 },
      ["payment.created", "payment.completed", "payment.completed"],
      ["The operation was aborted due to timeout", 204],
    ],
    [{ kind: "delay", delay: { minutes: 3 } }, ["payment.created", "payment.completed"], [204]],
  ])("%j is seen so", async (fault, expected, attempts) => {
    const set = sandbox.faults.onDelivery("payment.completed", fault);
    await pay();
    await sandbox.clock.advance({ minutes: 5 });
    expect(seen).toEqual(expected);
    expect(await attemptsOf("payment.completed")).toEqual(attempts);
    expect(set.count()).toBe(1);
  });

  it("comes after all that is due, where it is reordered", async () => {
    sandbox.faults.onDelivery("payment.created", { kind: "reorder" });
    await pay();
    await pay();
    await sandbox.deliver();
    const completed = "payment.completed";
    expect(seen).toEqual([completed, completed, "payment.created", "payment.created"]);
    expect(new Set(ids).size).toBe(4);
  });

  it("comes at its later moment by the account's clock, where it is delayed", async () => {
    sandbox.faults.onDelivery("*", { kind: "delay", delay: { hours: 2 } });
    await pay();
    await sandbox.deliver();
    expect(seen).toEqual([]);
    await sandbox.clock.advance({ minutes: 119 });
    expect(seen).toEqual([]);
    await sandbox.clock.advance({ minutes: 1 });
    expect(seen).toEqual(["payment.created", "payment.completed"]);
  });

  it("never arrives where every attempt is dropped", async () => {
    sandbox.faults.onDelivery("payment.completed", { kind: "drop" });
    await pay();
    await sandbox.clock.advance({ days: 2 });
    expect(seen).toEqual(["payment.created"]);
    expect(await attemptsOf("payment.completed")).toHaveLength(6);
    expect((await sandbox.deliveries()).map(({ status }) => status)).toEqual(["succeeded", "failed"]);
  });

  it("is one of a percentage that the seed decides", async () => {
    sandbox.faults.onDelivery("*", { kind: "duplicate", percentage: 50 });
    for (let count = 0; count < 20; count++) await vinr.payments.create(newPayment);
    await sandbox.deliver();
    expect(new Set(ids).size).toBe(20);
    const first = ids.length;
    expect(first).toBeGreaterThan(23);
    expect(first).toBeLessThan(37);
    await sandbox.reset();
    expect(seen).toHaveLength(first);
  });

  it("is rejected where it makes no sense", () => {
    const on = sandbox.faults.onDelivery;
    expect(() => on("payment.paid" as "payment.completed", { kind: "drop" })).toThrow("payment.completed");
    expect(() => on("*", { kind: "vanish" as "drop" })).toThrow("kind must be delay, drop");
    expect(() => on("*", { kind: "drop", delay: { hours: 1 } })).toThrow("Only the kind delay has a delay.");
    expect(() => on("*", { kind: "delay", delay: { hours: -1 } })).toThrow("forward");
  });
});
