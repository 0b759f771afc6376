import { once } from "node:events";
import { Vinr } from "@vinr/client";
import { describe, expect, it } from "vitest";
import { createSandbox } from "../src/index.js";
import type { Store } from "../src/store/store.js";
import { runTask, startProcess, useProcesses } from "./testing/processes.js";
import { createPlace, storeNames, usePostgres } from "./testing/stores.js";

/** Processes are slow to start, and a thousand requests to be served, where others use the machine too. */
const timeout = 120_000;

const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

function clientOf(store: Store) {
  const sandbox = createSandbox({ store });
  return { sandbox, vinr: new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch, maxRetries: 0 }) };
}

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

  it.each([
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
    await expect(runTask(child, { kind: "crash", point })).rejects.toThrow("The process has ended");
    const { sandbox, vinr } = clientOf(await place.open());
    expect((await vinr.payments.list()).data).toHaveLength(point === "committed" ? 1 : 0);
    const { id } = await vinr.payments.create(newPayment, { idempotencyKey: "k" });
    expect((await vinr.payments.list()).data.map((payment) => payment.id)).toEqual([id]);
    expect(await sandbox.events()).toHaveLength(1);
  });
});
