/** A process of its own on a store that others use too. The tests start it with `startProcess`. */
import { isVinrError, Vinr } from "@vinr/client";
import { createSandbox } from "../../src/index.js";
import { createPostgresStore } from "../../src/postgres.js";
import { createSqliteStore } from "../../src/sqlite.js";
import type { Records, Store } from "../../src/store/store.js";
import type { Task } from "./processes.js";

const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

const [address = ""] = process.argv.slice(2);
const store = await (address.startsWith("postgres:") ? createPostgresStore(address) : createSqliteStore(address));
process.on("message", (task: Task) => void run(task));
process.send?.("ready");

async function run(task: Task): Promise<void> {
  const sandbox = createSandbox({
    store: task.kind === "crash" ? crashAt(task.point, store) : store,
    send: (url, init) => fetch(task.kind === "deliver" ? `${task.origin}${new URL(url).pathname}` : url, init),
  });
  const vinr = new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch, maxRetries: 0 });
  const create = async (idempotencyKey: string) => (await vinr.payments.create(newPayment, { idempotencyKey })).id;
  if (task.kind === "create") {
    process.send?.(await Promise.all(Array.from({ length: task.count }, () => create(task.key))));
  } else if (task.kind === "end") {
    process.send?.(await Promise.all(task.payments.map((id) => codeOf(endPayment(vinr, id, task.how)))));
  } else if (task.kind === "crash") {
    process.send?.(await create("k"));
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
  try {
    await act;
    return "done";
  } catch (error) {
    return isVinrError(error) ? String(error.code) : String(error);
  }
}

/** Creates a payment for each key, three at a time, and tells of each that was acknowledged. */
async function writeForever(create: (key: string) => Promise<string>): Promise<void> {
  for (let count = 0; ; count += 3) {
    const keys = [0, 1, 2].map((index) => `k${count + index}`);
    await Promise.all(keys.map(async (key) => process.send?.([key, await create(key)])));
  }
}

/** A store whose process is killed when a transaction comes to a point: a method of the records, or `committed`. */
function crashAt(point: string, inner: Store): Store {
  const crash = () => process.kill(process.pid, "SIGKILL");
  return {
    accountsWithDeliveries: () => inner.accountsWithDeliveries(),
    close: () => inner.close(),
    async transact(account, work) {
      const result = await inner.transact(account, (records) => {
        const watched = new Proxy(records, {
          get(target, name) {
            const method = target[name as keyof Records] as (...values: unknown[]) => unknown;
            return (...values: unknown[]) => {
              if (name === point) crash();
              return method.apply(target, values);
            };
          },
        });
        return work(watched);
      });
      if (point === "committed") crash();
      return result;
    },
  };
}
