/** Several processes serve the same accounts; one ends or stands still, and the others do its work. */
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { isVinrError, Vinr } from "@vinr/client";
import { describe, expect, it, onTestFinished } from "vitest";
import { skipsPostgres } from "../../../scripts/postgres.ts";
import { createSandbox } from "../src/index.js";
import { createPostgresStore } from "../src/postgres.js";
import { type Point, runTask, startProcess, useProcesses, waitUntilStopped } from "./testing/processes.js";
import { serveForTest, storageAt } from "./testing/serve.js";
import { clientOf, makeDeliveries, newPayment, startReceiver } from "./testing/shop.js";
import { createPlace, postgresOf, storeNames, usePostgres } from "./testing/stores.js";

/** Processes are slow to start where others use the machine too. */
const timeout = 120_000;
const day = 86_400_000;

usePostgres();
useProcesses();

/** Returns when so many have arrived. */
async function arrivals(received: readonly unknown[], count: number): Promise<void> {
  while (received.length < count) await sleep(20);
}

/** A server in this process, whose errors fail the test. */
async function serve(address: string, forwardTo: string): Promise<string> {
  const errors: unknown[] = [];
  const storage = storageAt(address);
  const { origin, close } = await serveForTest((error) => errors.push(error), { storage, forwardTo });
  onTestFinished(async () => {
    await close();
    expect(errors).toEqual([]);
  });
  return origin;
}

describe.each(storeNames.filter((name) => name !== "memory"))("servers that share %s", { timeout }, (name) => {
  it("send by themselves what was due in one that was killed", async () => {
    const { address } = await createPlace(name);
    const received: string[] = [];
    const forwardTo = await startReceiver((id) => received.push(id));
    const [killed, other] = await Promise.all([1, 2].map(() => startProcess(address)));
    if (killed === undefined || other === undefined) throw new Error("Two processes were started.");
    const exited = once(killed, "exit");
    const origin = await runTask(killed, { kind: "serve", forwardTo });
    await runTask(other, { kind: "serve", forwardTo });
    const vinr = new Vinr({ secretKey: "sk_test_shop", baseUrl: `${origin}/v1`, maxRetries: 0 });
    await sleep(200);
    await vinr.payments.create(newPayment);
    killed.kill("SIGKILL");
    await exited;
    // Nobody asks anything of the account, or of the other process.
    await arrivals(received, 1);
    expect(new Set(received).size).toBe(1);
  });

  it("carry out what falls due in an account in which nothing has happened since they were started", async () => {
    const place = await createPlace(name);
    const received: string[] = [];
    const forwardTo = await startReceiver((id) => received.push(id));
    const before = await place.open();
    const yesterday = createSandbox({ now: () => Date.now() - day + 500, store: before, seed: "shop" });
    const vinr = new Vinr({ secretKey: yesterday.key(), fetch: yesterday.fetch });
    const { id } = await vinr.payments.create(newPayment);
    await before.close();
    await serve(place.address, forwardTo);
    await arrivals(received, 1);
    const after = createSandbox({ store: await place.open(), seed: "shop" });
    expect((await after.events()).map(({ type, data }) => [type, data.object.id])).toEqual([
      ["payment.created", id],
      ["payment.expired", id],
    ]);
  });
});

describe.skipIf(skipsPostgres)("a process that stands still", { timeout }, () => {
  it("in the middle of a transaction keeps its account for a bounded time, and no other; nothing is done twice", async () => {
    const place = await createPlace("PostgreSQL");
    await (await place.open()).close();
    // As by default, and sooner: all that happens until the lock's time is up must fit into that of the transaction.
    const address = `${place.address}&lock_timeout=500&idle_in_transaction_session_timeout=4000`;
    const store = await createPostgresStore(address);
    onTestFinished(() => store.close());
    const { sandbox, vinr } = clientOf(store);
    await vinr.payments.list();
    const child = await startProcess(address);
    const outcome = runTask(child, { kind: "crash", point: "put", signal: "SIGSTOP" });
    await waitUntilStopped(child);
    await clientOf(store, "another").vinr.payments.create(newPayment);

    const create = () => vinr.payments.create(newPayment, { idempotencyKey: "k" });
    const attempt = create();
    await expect(attempt).rejects.toMatchObject({ status: 503, code: "service_unavailable", retryAfter: 1 });
    await expect(attempt).rejects.toThrow("Another process has kept the account in PostgreSQL for too long.");
    const { id } = await repeatWhileUnavailable(create);
    child.kill("SIGCONT");
    expect(await outcome).toBe("service_unavailable");
    expect((await vinr.payments.list()).data.map((payment) => payment.id)).toEqual([id]);
    expect(await sandbox.events()).toHaveLength(1);
  });

  it("after a commit keeps nobody waiting, and goes on with what it did", async () => {
    const place = await createPlace("PostgreSQL");
    const { sandbox, vinr } = clientOf(await place.open());
    const child = await startProcess(place.address);
    const outcome = runTask(child, { kind: "crash", point: "committed", signal: "SIGSTOP" });
    await waitUntilStopped(child);
    const { id } = await vinr.payments.create(newPayment, { idempotencyKey: "k" });
    child.kill("SIGCONT");
    expect(await outcome).toBe(id);
    expect(await sandbox.events()).toHaveLength(1);
  });

  it("in a delivery is overtaken, and neither sends nor records it again when it goes on", async () => {
    // At once, since a claim is believed for eight seconds.
    const counts = await Promise.all([deliverAfterStop("claimed"), deliverAfterStop(undefined)]);
    // Stopped before it sent, and while it waited for the response.
    expect(counts).toEqual([
      [1, 1, 1],
      [2, 1, 1],
    ]);
  });
});

/** A process is stopped at a point, or by the receiver of its first event. Returns how many times each event has arrived. */
async function deliverAfterStop(point: Point | undefined): Promise<number[]> {
  const place = await createPlace("PostgreSQL");
  const { sandbox, vinr } = clientOf(await place.open());
  await makeDeliveries(vinr, 3);
  const [stopped, other] = await Promise.all([1, 2].map(() => startProcess(place.address)));
  if (stopped === undefined || other === undefined) throw new Error("Two processes were started.");
  const received: string[] = [];
  const origin = await startReceiver((id) => {
    if (received.push(id) === 1 && point === undefined) stopped.kill("SIGSTOP");
  });
  const task = { kind: "deliver", origin } as const;
  const outcome = runTask(stopped, point === undefined ? task : { ...task, point });
  await waitUntilStopped(stopped);
  await runTask(other, task);
  stopped.kill("SIGCONT");
  expect(await outcome).toBe("delivered");
  const deliveries = await sandbox.deliveries();
  expect(deliveries.map(({ status, attempts }) => [status, attempts.length])).toEqual(Array(3).fill(["succeeded", 1]));
  return deliveries.map(({ event }) => received.filter((id) => id === event.id).length);
}

async function repeatWhileUnavailable<T>(act: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!isVinrError(error) || error.code !== "service_unavailable") throw error;
    }
  }
}

describe.skipIf(skipsPostgres)("a server whose PostgreSQL goes away", { timeout }, () => {
  it("responds with 503 meanwhile, tells of it, and sends what was due when it is back", async () => {
    const { address } = await createPlace("PostgreSQL");
    const received: string[] = [];
    let stopping: Promise<void> | undefined;
    const forwardTo = await startReceiver((id) => {
      received.push(id);
      stopping ??= postgresOf().stop();
    });
    const told: unknown[] = [];
    const { origin, close } = await serveForTest((error) => told.push(error), {
      storage: storageAt(address),
      forwardTo,
    });
    onTestFinished(() => close(0));
    const vinr = new Vinr({ secretKey: "sk_test_shop", baseUrl: `${origin}/v1`, maxRetries: 0 });
    await vinr.payments.create(newPayment);
    await arrivals(received, 1);
    await stopping;

    const params = { method: "POST", headers: { authorization: "Bearer sk_test_shop" } };
    const responses = await Promise.all([
      fetch(`${origin}/v1/payments`, { headers: params.headers }),
      fetch(`${origin}/sandbox/delivery-runs`, params),
    ]);
    expect(responses.map(({ status, headers }) => [status, headers.get("retry-after")])).toEqual([
      [503, "1"],
      [503, "1"],
    ]);
    await postgresOf().start();
    // Without a request: the first attempt could not be recorded, so that the event comes once more.
    await arrivals(received, 2);
    expect(new Set(received).size).toBe(1);
    expect((await vinr.payments.list()).data).toHaveLength(1);
    // Once for each cause: the connection was cut, and the server was not there.
    expect(new Set(told.map(String)).size).toBe(told.length);
    expect(told.map(String).filter((text) => !text.includes("PostgreSQL cannot be reached"))).toEqual([]);
    expect(told.length).toBeGreaterThan(0);
  });
});
