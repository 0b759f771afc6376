/** The loop of a server that sends what falls due, by a clock of the test. */
import { Vinr } from "@vinr/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { checkoutUrlOf } from "../src/api.js";
import { DeliveryLoop } from "../src/cli/delivery-loop.js";
import type { SendRequest } from "../src/deliveries/attempt.js";
import { Deliveries } from "../src/deliveries/deliveries.js";
import { createSandbox, type Sandbox } from "../src/index.js";
import { createMemoryStore } from "../src/store/memory-store.js";
import type { Store } from "../src/store/store.js";
import { throwError } from "./testing/serve.js";

// Looked up at each call: the test's clock replaces it.
const world = { now: () => Date.now(), seed: "seed", checkoutUrlOf };
const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };
const second = 1_000;
const day = 86_400 * second;

/** An account with a webhook endpoint, to which an event of each of its payments is sent. */
async function makeDeliveries(sandbox: Sandbox, account: string, payments: number) {
  const vinr = new Vinr({ secretKey: `sk_test_${account}`, fetch: sandbox.fetch });
  await vinr.webhooks.create({ url: `https://shop.example/${account}`, enabled_events: ["payment.created"] });
  for (let made = 0; made < payments; made++) await vinr.payments.create(newPayment);
}

/** A receiver that takes a second, and notes for which account. */
function sendSlowly(sent: string[]): SendRequest {
  return async (url) => {
    sent.push(url.slice(-5));
    await new Promise((resolve) => setTimeout(resolve, second));
    return new Response(null, { status: 204 });
  };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ["clearTimeout", "Date", "setTimeout"] }));
afterEach(() => void vi.useRealTimers());

it("keeps no timer for accounts in which something is due tomorrow, and carries it out then", async () => {
  const opened = createMemoryStore();
  const sent: string[] = [];
  const send = async (url: string) => {
    sent.push(url);
    return new Response(null, { status: 204 });
  };
  const loop = new DeliveryLoop(opened, world, new Deliveries(opened, world, send), throwError);
  const sandbox = createSandbox({ store: loop.watch(), now: Date.now });
  loop.start();
  for (let count = 0; count < 20; count++) {
    const vinr = new Vinr({ secretKey: `sk_test_shop${count}`, fetch: sandbox.fetch });
    await vinr.webhooks.create({ url: `https://shop.example/${count}`, enabled_events: ["payment.expired"] });
    await vinr.payments.create(newPayment);
  }
  await vi.advanceTimersByTimeAsync(second);
  // The one that looks at all accounts.
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(day - 2 * second);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(6 * second);
  expect(sent.sort()).toEqual(Array.from({ length: 20 }, (_, count) => `https://shop.example/${count}`).sort());
  await loop.stop();
});

it("sends what is due however many requests come, and for however long", async () => {
  const opened = createMemoryStore();
  let sent = 0;
  const send = async () => {
    sent += 1;
    return new Response(null, { status: 204 });
  };
  const loop = new DeliveryLoop(opened, world, new Deliveries(opened, world, send), throwError);
  const sandbox = createSandbox({ store: loop.watch(), now: Date.now });
  loop.start();
  const vinr = new Vinr({ secretKey: "sk_test_shop", fetch: sandbox.fetch });
  await vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["payment.created"] });
  const { id } = await vinr.payments.create(newPayment);
  for (let count = 0; count < 10; count++) {
    await vi.advanceTimersByTimeAsync(10);
    await vinr.payments.retrieve(id);
  }
  expect(sent).toBe(1);
  await loop.stop();
});

it("has so many accounts at work at once as may be, and sends what is theirs to the others afterwards", async () => {
  const opened = createMemoryStore();
  const sent = new Set<string>();
  let [running, most] = [0, 0];
  const send = async (url: string) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 4 * second));
    running -= 1;
    sent.add(url);
    return new Response(null, { status: 204 });
  };
  const loop = new DeliveryLoop(opened, world, new Deliveries(opened, world, send), throwError, 3);
  const sandbox = createSandbox({ store: loop.watch(), now: Date.now });
  loop.start();
  for (let count = 0; count < 10; count++) {
    await makeDeliveries(sandbox, `shop${count}`, 1);
  }
  await vi.advanceTimersByTimeAsync(40 * second);
  expect([most, sent.size]).toEqual([3, 10]);
  await loop.stop();
});

it("sends one delivery of each account in turn where more have some than are at work, also after an error", async () => {
  const opened = createMemoryStore();
  const [sent, errors]: [string[], unknown[]] = [[], []];
  let failing = 1;
  const store: Store = {
    ...opened,
    transact: (account, work) => {
      if (account === "fails" && sent.length > 0 && failing-- > 0) throw new Error("lost");
      return opened.transact(account, work);
    },
  };
  const loop = new DeliveryLoop(
    store,
    world,
    new Deliveries(store, world, sendSlowly(sent)),
    (error) => errors.push(error),
    1,
  );
  const sandbox = createSandbox({ store: loop.watch(), now: Date.now });
  for (const [account, payments] of [
    ["first", 4],
    ["fails", 1],
    ["third", 2],
  ] as const) {
    await makeDeliveries(sandbox, account, payments);
  }
  await vi.advanceTimersByTimeAsync(30 * second);
  expect([sent.length, errors]).toEqual([7, [new Error("lost")]]);
  // The first one does not send all of its own before the others.
  expect(sent.slice(0, 3)).toEqual(["first", "third", "first"]);
  expect(sent.slice(3).toSorted()).toEqual(["fails", "first", "first", "third"]);
  await loop.stop();
});

it("takes over what a process that has ended was sending, however many others wait", async () => {
  const store = createMemoryStore();
  const sandbox = createSandbox({ store, now: Date.now });
  for (const [account, payments] of [
    ["left", 1],
    ["first", 60],
    ["third", 60],
  ] as const) {
    await makeDeliveries(sandbox, account, payments);
  }
  const claimed = new Promise<void>((resolve) => {
    const ended = new Deliveries(store, world, () => new Promise(() => resolve()));
    void ended.advance("left", 0);
  });
  await claimed;
  const sent: string[] = [];
  const loop = new DeliveryLoop(store, world, new Deliveries(store, world, sendSlowly(sent)), throwError, 1);
  loop.start();
  await vi.advanceTimersByTimeAsync(40 * second);
  expect([sent.filter((url) => url.endsWith("left")).length, sent.length < 60]).toEqual([1, true]);
  await vi.advanceTimersByTimeAsync(200 * second);
  await loop.stop();
});
