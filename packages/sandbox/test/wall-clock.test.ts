/** The clock of the machine jumps: back by an hour, as when it is set, and forward by a year. */
import { Vinr } from "@vinr/client";
import { describe, expect, it } from "vitest";
import { createSandbox, type Store } from "../src/index.js";
import { createPlace, storeNames, usePostgres } from "./testing/stores.js";

const minute = 60_000;
const hour = 60 * minute;
const year = 365 * 24 * hour;
const start = Date.UTC(2026, 3, 15, 10, 30);
const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

/** A sandbox on a wall's clock that the test sets, and the timestamps of the deliveries that it sent. */
function open(store: Store) {
  let wall = start;
  const sent: { type: string; object: string; timestamp: number }[] = [];
  const sandbox = createSandbox({
    now: () => wall,
    store,
    send: async (_, { headers, body }) => {
      const { type, data } = JSON.parse(String(body));
      const timestamp = Number(new Headers(headers).get("x-vinr-timestamp"));
      sent.push({ type, object: data.object.id, timestamp });
      return new Response(null, { status: 204 });
    },
  });
  const vinr = new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch, maxRetries: 0 });
  const jump = (milliseconds: number) => {
    wall += milliseconds;
    return wall;
  };
  return { sandbox, vinr, sent, jump };
}

usePostgres();

describe.each(storeNames)("an account in %s, when the wall's clock jumps", (name) => {
  const openStore = async () => (await createPlace(name)).open();

  it("never goes back in time, and makes nothing that is older than what it made before", async () => {
    const { sandbox, vinr, jump } = open(await openStore());
    const shown: number[] = [];
    for (const jumped of [0, 10 * minute, -hour, 0, minute, year, -year - hour, minute]) {
      jump(jumped);
      shown.push(await sandbox.clock.now());
      if (jumped !== 10 * minute) await vinr.payments.create(newPayment);
      shown.push(await sandbox.clock.now());
    }
    expect(shown).toEqual([...shown].sort((one, other) => one - other));
    const created = (await vinr.payments.list()).data.map((payment) => payment.created_at).reverse();
    expect(created).toHaveLength(7);
    expect(created).toEqual([...created].sort());
    const happened = (await sandbox.events()).map((event) => event.created_at);
    expect(happened).toEqual([...happened].sort());
  });

  it("goes on at the wall's pace after a jump", async () => {
    const { sandbox, vinr, jump } = open(await openStore());
    // An account to which nothing has happened has the wall's clock.
    await vinr.payments.create(newPayment);
    const before = await sandbox.clock.now();
    jump(-hour);
    expect(await sandbox.clock.now()).toBe(before);
    jump(minute);
    expect(await sandbox.clock.now()).toBe(before + minute);
    jump(year);
    expect(await sandbox.clock.now()).toBe(before + minute + year);
  });

  it("is not moved on by processes whose clocks differ, however often they take turns", async () => {
    const store = await openStore();
    const [ahead, behind] = [open(store), open(store)];
    ahead.jump(1000);
    for (let turn = 0; turn < 20; turn++) {
      for (const { vinr, jump } of [ahead, behind]) {
        jump(10);
        await vinr.payments.create(newPayment);
      }
    }
    expect(await ahead.sandbox.clock.now()).toBe(ahead.jump(0));
    expect(await behind.sandbox.clock.now()).toBe(ahead.jump(0));
    await behind.sandbox.clock.advance({ hours: 1 });
    await behind.sandbox.reset();
    expect(await ahead.sandbox.clock.now()).toBe(ahead.jump(0));
  });

  it("counts in milliseconds, whatever the wall's clock counts in, and whatever is added", async () => {
    const store = await openStore();
    const sandbox = createSandbox({ now: () => start + 0.25, store });
    const vinr = new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch, maxRetries: 0 });
    await vinr.payments.create(newPayment);
    await sandbox.clock.advance({ days: 1 / 7 });
    await vinr.payments.create(newPayment, { idempotencyKey: "order-1" });
    const snapshot = JSON.parse(JSON.stringify(await sandbox.snapshot()));
    expect(snapshot.time).toBe(start + 12_342_857);
    await sandbox.restore(snapshot);
    expect((await vinr.payments.list()).data).toHaveLength(2);
  });

  it("carries out what falls due, and sends what came of it, once", async () => {
    const { sandbox, vinr, sent, jump } = open(await openStore());
    await vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
    const paid = await vinr.payments.create(newPayment);
    await sandbox.checkout(paid.id).pay("4242 4242 4242 4242");
    const left = await vinr.payments.create(newPayment);
    const refund = await vinr.refunds.create({ payment: paid.id, amount: 300 });
    for (const jumped of [-hour, 2 * hour, year, -year, -hour, year]) {
      jump(jumped);
      await sandbox.deliver();
    }
    const happened = (await sandbox.events()).map(({ type, data }) => `${type} ${data.object.id}`);
    expect(new Set(happened).size).toBe(happened.length);
    expect(happened).toEqual(expect.arrayContaining([`payment.expired ${left.id}`, `refund.completed ${refund.id}`]));
    expect((await vinr.settlements.list()).data).toHaveLength(1);
    expect(sent.map(({ type, object }) => `${type} ${object}`)).toEqual(happened);
  });

  it("signs deliveries with the time that the wall's clock shows, whatever it showed before", async () => {
    const { sandbox, vinr, sent, jump } = open(await openStore());
    await vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["payment.created"] });
    const shown = [];
    for (const jumped of [0, -hour, year, -year]) {
      shown.push(jump(jumped) / 1000);
      await vinr.payments.create(newPayment);
      await sandbox.deliver();
    }
    expect(sent.map(({ timestamp }) => timestamp)).toEqual(shown);
  });

  it("remembers the response to a key for 24 hours of its own time, no less and no longer", async () => {
    const store = await openStore();
    const { sandbox, vinr, jump } = open(store);
    const create = async () => (await vinr.payments.create(newPayment, { idempotencyKey: "order-1" })).id;
    const countRemembered = async () =>
      (await store.transact("sandbox", (records) => records.readContents())).responses.length;
    const first = await create();
    jump(-hour);
    expect(await create()).toBe(first);
    await sandbox.clock.advance({ hours: 23, minutes: 59 });
    expect(await create()).toBe(first);
    jump(year);
    const second = await create();
    expect(second).not.toBe(first);
    expect(await countRemembered()).toBe(1);
    jump(-year);
    expect(await create()).toBe(second);
    await sandbox.clock.advance({ hours: 24 });
    expect(await countRemembered()).toBe(0);
    expect(await create()).not.toBe(second);
  });

  it("keeps no more responses than those of a day, however long it is used", async () => {
    const store = await openStore();
    const { sandbox, vinr } = open(store);
    const counts: number[] = [];
    for (let round = 0; round < 8; round++) {
      for (let n = 0; n < 10; n++) await vinr.payments.create(newPayment, { idempotencyKey: `order-${round}-${n}` });
      await sandbox.clock.advance({ hours: 12 });
      counts.push((await store.transact("sandbox", (records) => records.readContents())).responses.length);
    }
    expect(Math.max(...counts)).toBeLessThanOrEqual(30);
    expect((await vinr.payments.list()).page.total_estimate).toBe(80);
  });
});
