/** Much that is due in one account: it is carried out, and keeps nobody waiting until all is done. */
import { describe, expect, it } from "vitest";
import type { RunningSandbox } from "../../src/cli/serve.js";
import type { DueWork } from "../../src/domain/decision.js";
import { createSandbox } from "../../src/index.js";
import type { Snapshot } from "../../src/snapshot/snapshot.js";
import { createMemoryStore } from "../../src/store/memory-store.js";
import { clientOf, control, longKey, otherKey, serveHosted } from "../testing/hosted.js";
import { day, find, type Made, restore, start, takeSnapshot } from "../testing/made-snapshots.js";
import { storageAt } from "../testing/serve.js";
import { createPlace } from "../testing/stores.js";

/** Others are served more often than a number of times while something is done. */
async function othersDuring(least: number, work: Promise<unknown>, ask: () => Promise<unknown>): Promise<void> {
  let isDone = false;
  let others = 0;
  const done = work.then(() => {
    isDone = true;
  });
  while (!isDone) {
    await ask();
    others += 1;
  }
  await done;
  expect(others).toBeGreaterThan(least);
}

async function advanceBySeconds({ origin }: RunningSandbox, seconds: number): Promise<void> {
  const response = await fetch(`${origin}/sandbox/clock/advances`, {
    method: "POST",
    headers: { "x-api-key": longKey, "content-type": "application/json" },
    body: JSON.stringify({ seconds }),
  });
  expect([response.status, await response.text()]).toEqual([201, expect.any(String)]);
}

/** Adds refunds that are due in a second. */
function addRefunds({ objects, due, time }: Made, count: number): void {
  const { object: refund, parent } = objects.find((one) => one.kind === "refund");
  for (let made = 0; made < count; made++) {
    const id = `re_made${made}`;
    objects.push({ kind: "refund", object: { ...refund, id, status: "pending", amount: 1 }, parent });
    due.push({ kind: "refund", subject: id, at: time + 1000 });
  }
}

describe("an account with very much that is due", () => {
  const empty = (due: readonly DueWork[]): Snapshot => ({
    format: "vinr-sandbox-snapshot",
    version: 1,
    time: start,
    ids: { seed: 1, count: 0 },
    failingRefunds: 0,
    objects: [],
    entries: [],
    due,
    responses: [],
  });

  it("is restored in whatever order it is, and carried out", { timeout: 20_000 }, async () => {
    const due = Array.from({ length: 200_000 }, (_, index): DueWork => {
      const at = (index + 1) * day;
      return { kind: "settlement", subject: String(at), at };
    }).reverse();
    const sandbox = createSandbox({ now: () => start, store: createMemoryStore() });
    await sandbox.restore(empty(due));
    await sandbox.clock.advance({ days: 36_500 });
    expect((await sandbox.snapshot()).due).toHaveLength(due.filter(({ at }) => at > start + 36_500 * day).length);
  });

  it("is settled at the end of a day with all the currencies that there can be", { timeout: 20_000 }, async () => {
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    const currencies = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => `${a}${b}${c}`)));
    const postings = [
      { account: "card_network", amount: -100 },
      { account: "merchant", amount: 100 },
    ] as const;
    const entries = [1, 2, 3].flatMap((round) =>
      currencies.map((currency) => {
        return {
          at: start,
          entry: { type: "payment", source: `pay_${currency}${round}`, currency, postings },
        } as const;
      }),
    );
    const at = Math.ceil(start / day) * day;
    const sandbox = createSandbox({ now: () => start });
    await sandbox.restore({ ...empty([{ kind: "settlement", subject: String(at), at }]), entries });
    await sandbox.clock.advance({ days: 1 });
    const settlements = (await sandbox.snapshot()).objects.filter(({ kind }) => kind === "settlement");
    expect(settlements).toHaveLength(currencies.length);
  });

  it("has deliveries until it is full, and no more, however many endpoints wait for what happens in it", async () => {
    const sandbox = await serveHosted({ limits: { bytes: 300_000 } });
    const snapshot = await takeSnapshot();
    const endpoint = snapshot.objects.find((one) => one.kind === "webhook_endpoint");
    for (let made = 1; made < 20; made++) {
      snapshot.objects.push({ ...endpoint, object: { ...endpoint.object, id: `we_made${made}` } });
    }
    Object.assign(find(snapshot.objects, "payment"), { amount: 2000, amountCaptured: 2000, amountRefunded: 600 });
    addRefunds(snapshot, 400);
    expect(await restore(sandbox, snapshot)).toEqual({ status: 201, message: undefined });
    await advanceBySeconds(sandbox, 2);
    const events = await control(sandbox, "GET", "/events?limit=100");
    expect(events.body.data.map(({ type }: { type: string }) => type)).toEqual(Array(100).fill("refund.completed"));
    const { body } = await control(sandbox, "GET", "/deliveries?limit=1");
    expect(body.page.total_estimate).toBeGreaterThan(100);
    expect(body.page.total_estimate).toBeLessThan(2000);
  });

  it("keeps no other account waiting for the file until all is done", { timeout: 60_000 }, async () => {
    const { address } = await createPlace("SQLite");
    const sandbox = await serveHosted({ storage: storageAt(address) });
    const due = Array.from({ length: 30_000 }, (_, index): DueWork => {
      const at = (index + 1) * day;
      return { kind: "settlement", subject: String(at), at };
    }).filter(({ at }) => at < start);
    expect((await restore(sandbox, empty(due))).status).toBe(201);
    await othersDuring(5, control(sandbox, "GET", "/clock"), () => clientOf(sandbox, otherKey).payments.list());
  });

  it("keeps no other account waiting for the file where all is due at one moment", { timeout: 60_000 }, async () => {
    const { address } = await createPlace("SQLite");
    const sandbox = await serveHosted({ storage: storageAt(address) });
    const snapshot = await takeSnapshot();
    Object.assign(find(snapshot.objects, "payment"), {
      amount: 12_000,
      amountCaptured: 12_000,
      amountRefunded: 8_000,
    });
    addRefunds(snapshot, 4_000);
    expect(await restore(sandbox, snapshot)).toEqual({ status: 201, message: undefined });
    await othersDuring(5, advanceBySeconds(sandbox, 2), () => clientOf(sandbox, otherKey).payments.list());
  });

  it("does not keep others waiting while deliveries stop, whose endpoint is gone, or are dropped", async () => {
    const sandbox = await serveHosted();
    const snapshot = await takeSnapshot();
    const { object: delivery, parent } = snapshot.objects.find((one) => one.kind === "delivery");
    for (const endpoint of ["we_gone", delivery.endpoint]) {
      for (let made = 0; made < 5_000; made++) {
        const id = `dlv_${endpoint.slice(3)}${made}`;
        const object = { id, event: delivery.event, endpoint, status: "pending", attempts: [] };
        snapshot.objects.push({ kind: "delivery", object, parent });
        snapshot.due.push({ kind: "delivery", subject: id, at: snapshot.time + 1000 });
      }
    }
    expect(await restore(sandbox, snapshot)).toEqual({ status: 201, message: undefined });
    const fault = { method: "POST", headers: { "x-api-key": longKey, "content-type": "application/json" } };
    await fetch(`${sandbox.origin}/sandbox/faults`, { ...fault, body: JSON.stringify({ event: "*", kind: "drop" }) });
    await othersDuring(20, advanceBySeconds(sandbox, 2), () => fetch(`${sandbox.origin}/healthz`));
  });

  it("leaves the process to others while it is written to a file", { timeout: 60_000 }, async () => {
    const store = await (await createPlace("SQLite")).open();
    let isDone = false;
    let others = 0;
    const count = (): void => {
      others += 1;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    await store.transact("shop", async (records) => {
      for (let at = 1; at <= 10_000; at++) await records.addDue({ kind: "settlement", subject: String(at), at });
    });
    isDone = true;
    expect(others).toBeGreaterThan(5);
  });

  it("does not keep others waiting until all is done", async () => {
    const sandbox = await serveHosted();
    const due = Array.from({ length: 30_000 }, (_, index): DueWork => {
      const at = (index + 1) * day;
      return { kind: "settlement", subject: String(at), at };
    });
    expect((await restore(sandbox, empty(due))).status).toBe(201);
    await othersDuring(5, control(sandbox, "GET", "/clock"), () => fetch(`${sandbox.origin}/healthz`));
  });
});
