import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { type Point, runTask, startProcess, useProcesses } from "./testing/processes.js";
import { clientOf, makeDeliveries, newPayment, startReceiver } from "./testing/shop.js";
import { createPlace, storeNames, usePostgres } from "./testing/stores.js";

/** Processes are slow to start, and a thousand requests to be served, where others use the machine too. */
const timeout = 120_000;

usePostgres();
useProcesses();

describe.each(storeNames.filter((name) => name !== "memory"))("processes that share %s", { timeout }, (name) => {
  it("create one payment for one idempotency key, however often they are asked at once", async () => {
    const place = await createPlace(name);
    const processes = await Promise.all([1, 2].map(() => startProcess(place.address)));
    const task = { kind: "create", key: "order-1042", count: 500 } as const;
    const ids = await Promise.all(processes.map((child) => runTask(child, task)));
    expect([ids.flat().length, new Set(ids.flat()).size]).toEqual([1000, 1]);
    const { sandbox, vinr } = clientOf(await place.open());
    expect((await vinr.payments.list()).page.total_estimate).toBe(1);
    expect(await sandbox.events()).toHaveLength(1);
  });

  it("capture a payment or cancel it, never both", async () => {
    const place = await createPlace(name);
    const { sandbox, vinr } = clientOf(await place.open());
    const payments: string[] = [];
    for (let i = 0; i < 40; i++) {
      const { id } = await vinr.payments.create({ ...newPayment, capture: false });
      await sandbox.checkout(id).pay("4242424242424242");
      payments.push(id);
    }
    const [one, other] = await Promise.all([1, 2].map(() => startProcess(place.address)));
    if (one === undefined || other === undefined) throw new Error("Two processes were started.");
    const [captures, cancels] = (await Promise.all([
      runTask(one, { kind: "end", how: "capture", payments }),
      runTask(other, { kind: "end", how: "cancel", payments: payments.toReversed() }),
    ])) as [string[], string[]];
    const outcomes = captures.map((code, index) => `${code}, ${cancels.at(-1 - index)}`);
    const allowed = ["done, already_captured", "payment_not_capturable, done"];
    expect(outcomes.filter((outcome) => !allowed.includes(outcome))).toEqual([]);
    const ended = (await sandbox.events()).filter(({ type }) => /completed|cancelled/.test(type));
    expect(ended).toHaveLength(payments.length);
  });

  it("send each delivery once, though all of them send what is due", async () => {
    const place = await createPlace(name);
    const { sandbox, vinr } = clientOf(await place.open());
    await makeDeliveries(vinr, 20);
    const received: string[] = [];
    const origin = await startReceiver((id) => received.push(id));
    const processes = await Promise.all([1, 2].map(() => startProcess(place.address)));
    await Promise.all(processes.map((child) => runTask(child, { kind: "deliver", origin })));
    expect(received).toHaveLength(20);
    expect(new Set(received).size).toBe(20);
    const deliveries = await sandbox.deliveries();
    expect(deliveries.filter(({ status, attempts }) => status !== "succeeded" || attempts.length !== 1)).toEqual([]);
  });

  it("send what another was sending when it was killed, and so each delivery at least once", async () => {
    const place = await createPlace(name);
    const { sandbox, vinr } = clientOf(await place.open());
    await makeDeliveries(vinr, 3);
    const [killed, other] = await Promise.all([1, 2].map(() => startProcess(place.address)));
    if (killed === undefined || other === undefined) throw new Error("Two processes were started.");
    const received: string[] = [];
    const origin = await startReceiver((id) => {
      if (received.push(id) === 2) killed.kill("SIGKILL");
    });
    await expect(runTask(killed, { kind: "deliver", origin })).rejects.toThrow("The process has ended");
    await runTask(other, { kind: "deliver", origin });
    const events = (await sandbox.events()).map(({ id }) => id);
    expect(received).toEqual([events[0], events[1], events[1], events[2]]);
    expect((await sandbox.deliveries()).map(({ status }) => status)).toEqual(Array(3).fill("succeeded"));
  });

  it("move the clock as far as was asked, after another was killed while it moved it", async () => {
    const place = await createPlace(name);
    const { sandbox, vinr } = clientOf(await place.open());
    await makeDeliveries(vinr, 2);
    const [killed, other] = await Promise.all([1, 2].map(() => startProcess(place.address)));
    if (killed === undefined || other === undefined) throw new Error("Two processes were started.");
    let count = 0;
    const origin = await startReceiver(() => {
      if (++count === 2) killed.kill("SIGKILL");
    });
    const before = await sandbox.clock.now();
    await expect(runTask(killed, { kind: "advance", origin, days: 1 })).rejects.toThrow("The process has ended");
    await runTask(other, { kind: "advance", origin, days: 1 });
    const moved = (await sandbox.clock.now()) - before;
    expect(moved).toBeGreaterThanOrEqual(86_400_000);
    expect(moved).toBeLessThan(86_400_000 + timeout);
  });

  it("that are killed while they write leave every acknowledged payment, once, and no half of one", async () => {
    const place = await createPlace(name);
    const acknowledged = new Map<string, string>();
    for (let round = 0; round < 2; round++) {
      const child = await startProcess(place.address);
      const exited = once(child, "exit");
      child.on("message", ([key, id]: [string, string]) => {
        acknowledged.set(key, id);
        if (acknowledged.size >= 40 * (round + 1)) child.kill("SIGKILL");
      });
      child.send({ kind: "write" });
      await exited;
    }
    const { sandbox, vinr } = clientOf(await place.open());
    const payments = await vinr.payments.list({ limit: 100 }).toArray({ limit: 10_000 });
    const created = (await sandbox.events()).map(({ data }) => data.object.id);
    expect(created).toEqual(payments.map(({ id }) => id).reverse());
    expect(new Set(created).size).toBe(created.length);
    for (const [idempotencyKey, id] of acknowledged) {
      expect((await vinr.payments.create(newPayment, { idempotencyKey })).id).toBe(id);
    }
    expect((await vinr.payments.list()).page.total_estimate).toBe(payments.length);
  });

  it.each<Point>([
    "readAccount",
    "nextDue",
    "findResponse",
    "put",
    "addDue",
    "list",
    "saveResponse",
    "writeAccount",
    "committed",
  ])("that are killed at %s of a write create one payment after all, when the request is repeated", async (point) => {
    const place = await createPlace(name);
    const child = await startProcess(place.address);
    await expect(runTask(child, { kind: "crash", point, signal: "SIGKILL" })).rejects.toThrow("The process has ended");
    const { sandbox, vinr } = clientOf(await place.open());
    expect((await vinr.payments.list()).data).toHaveLength(point === "committed" ? 1 : 0);
    const { id } = await vinr.payments.create(newPayment, { idempotencyKey: "k" });
    expect((await vinr.payments.list()).data.map((payment) => payment.id)).toEqual([id]);
    expect(await sandbox.events()).toHaveLength(1);
  });
});
