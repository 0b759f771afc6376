/** A process of its own on a store that others use too. The tests start it with `startProcess`. */
import { isVinrError, Vinr } from "@vinr/client";
import { createSandbox } from "../../src/index.js";
import { createPostgresStore } from "../../src/postgres.js";
import { createSqliteStore } from "../../src/sqlite.js";
import type { Records, Store } from "../../src/store/store.js";
import type { Point, Signal, Task } from "./processes.js";
import { serveForTest, storageAt } from "./serve.js";

const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

const [address = ""] = process.argv.slice(2);
const store = await (address.startsWith("postgres:") ? createPostgresStore(address) : createSqliteStore(address));
process.on("message", (task: Task) => void run(task));
process.send?.("ready");

async function run(task: Task): Promise<void> {
  if (task.kind === "serve") return serve(task.forwardTo);
  const sandbox = createSandbox({
    store: chooseStore(task),
    send: (url, init) => fetch("origin" in task ? `${task.origin}${new URL(url).pathname}` : url, init),
  });
  const vinr = new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch, maxRetries: 0 });
  const create = async (idempotencyKey: string) => (await vinr.payments.create(newPayment, { idempotencyKey })).id;
  if (task.kind === "create") {
    process.send?.(await Promise.all(Array.from({ length: task.count }, () => create(task.key))));
  } else if (task.kind === "end") {
    process.send?.(await Promise.all(task.payments.map((id) => codeOf(endPayment(vinr, id, task.how)))));
  } else if (task.kind === "crash") {
    process.send?.(await create("k").catch(codeOfError));
  } else if (task.kind === "advance") {
    await sandbox.clock.advance({ days: task.days });
    process.send?.("advanced");
  } else if (task.kind === "deliver") {
    await sandbox.deliver();
    process.send?.("delivered");
  } else {
    await writeForever(create);
  }
}

function endPayment(vinr: Vinr, id: string, how: "cancel" | "capture"): Promise<unknown> {
  return how === "cancel" ? vinr.payments.cancel(id) : vinr.payments.capture(id);
}

async function codeOf(act: Promise<unknown>): Promise<string> {
  return act.then(() => "done", codeOfError);
}

function codeOfError(error: unknown): string {
  return isVinrError(error) ? String(error.code) : String(error);
}

/** Serves the store's accounts, as the command does. */
async function serve(forwardTo: string): Promise<void> {
  const { origin } = await serveForTest((error) => console.error(error), { storage: storageAt(address), forwardTo });
  process.send?.(origin);
}

function chooseStore(task: Task): Store {
  if (task.kind === "crash") return signalAt(task.point, task.signal);
  if (task.kind === "deliver" && task.point !== undefined) return signalAt(task.point, "SIGSTOP");
  return store;
}

/** Creates a payment for each key, three at a time, and tells of each that was acknowledged. */
async function writeForever(create: (key: string) => Promise<string>): Promise<void> {
  for (let count = 0; ; count += 3) {
    const keys = [0, 1, 2].map((index) => `k${count + index}`);
    await Promise.all(keys.map(async (key) => process.send?.([key, await create(key)])));
  }
}

/** The store, whose process gets a signal the first time that a transaction comes to a point. */
function signalAt(point: Point, signal: Signal): Store {
  let isOver = false;
  const reach = (reached: Point) => {
    if (reached !== point || isOver) return;
    isOver = true;
    process.kill(process.pid, signal);
  };
  return {
    accountsWithDueWork: (until, limit) => store.accountsWithDueWork(until, limit),
    findAccount: (publicId) => store.findAccount(publicId),
    close: () => store.close(),
    async transact(account, work) {
      let isClaim = false;
      const result = await store.transact(account, (records) => {
        const watched = new Proxy(records, {
          get(target, name: keyof Records) {
            const method = target[name] as (...values: unknown[]) => unknown;
            return (...values: unknown[]) => {
              reach(name);
              isClaim ||= name === "put" && hasClaim(values[1]);
              return method.apply(target, values);
            };
          },
        });
        return work(watched);
      });
      if (isClaim) reach("claimed");
      reach("committed");
      return result;
    },
  };
}

function hasClaim(object: unknown): boolean {
  return typeof object === "object" && object !== null && "claim" in object;
}
