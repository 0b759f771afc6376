import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { type AddressInfo, connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Vinr } from "@vinr/client";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { skipsPostgres } from "../../../scripts/postgres.ts";
import { createSandbox } from "../src/index.js";
import { createPostgresStore } from "../src/postgres.js";
import { type Store, StoreUnavailableError } from "../src/store/store.js";
import { createPlace, postgresOf, runSql, usePostgres } from "./testing/stores.js";

const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

function clientOf(store: Store): Vinr {
  const sandbox = createSandbox({ store });
  return new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch, maxRetries: 0 });
}

/** Stops a process, until the test ends or the function that is returned is called. */
function stopUntilEnd(pid: number): () => void {
  const goOn = () => {
    try {
      process.kill(pid, "SIGCONT");
    } catch {
      // It has ended.
    }
  };
  process.kill(pid, "SIGSTOP");
  onTestFinished(goOn);
  return goOn;
}

/** The address of a proxy before PostgreSQL that loses the connection once an account's transaction is committed. */
async function serveCommitsUnheard(address: string): Promise<string> {
  const url = new URL(address);
  const socket = `${url.searchParams.get("host")}/.s.PGSQL.5432`;
  const proxy = createServer((client) => {
    const server = connect(socket);
    let isWriting = false;
    let isCommitted = false;
    client.on("data", (sent) => {
      isWriting ||= sent.includes("sandbox_due");
      isCommitted ||= isWriting && sent.includes("commit");
      server.write(sent);
    });
    server.on("data", (received) => {
      if (isCommitted) client.destroy();
      else client.write(received);
    });
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on("error", () => undefined).on("close", () => other.destroy());
    }
  }).listen(0, "127.0.0.1");
  await once(proxy, "listening");
  onTestFinished(() => void proxy.close());
  url.searchParams.delete("host");
  url.host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  return url.href;
}

usePostgres();

describe.skipIf(skipsPostgres)("a store in PostgreSQL", () => {
  it("reports a database that is away, and goes on when it is back, with everything that was acknowledged", async () => {
    const vinr = clientOf(await (await createPlace("PostgreSQL")).open());
    const { id } = await vinr.payments.create(newPayment);
    await postgresOf().stop();
    const attempt = vinr.payments.create(newPayment, { idempotencyKey: "k" });
    await expect(attempt).rejects.toMatchObject({ status: 503, code: "service_unavailable" });
    await expect(attempt).rejects.toThrow("PostgreSQL cannot be reached (ENOENT)");
    await postgresOf().start();
    const repeated = await vinr.payments.create(newPayment, { idempotencyKey: "k" });
    expect((await vinr.payments.list()).data.map((payment) => payment.id)).toEqual([repeated.id, id]);
  });

  it("waits for a database that is restarted", async () => {
    const vinr = clientOf(await (await createPlace("PostgreSQL")).open());
    await vinr.payments.create(newPayment);
    await postgresOf().stop();
    const creating = vinr.payments.create(newPayment);
    await postgresOf().start();
    await creating;
    expect((await vinr.payments.list()).data).toHaveLength(2);
  });

  it("keeps nothing of a transaction whose connection is lost, does not repeat it, and takes another connection", async () => {
    const place = await createPlace("PostgreSQL");
    const store = await place.open();
    let runs = 0;
    const attempt = store.transact("a", async (records) => {
      runs += 1;
      await records.addDue({ kind: "refund", subject: "x", at: 1 });
      const name = new URL(place.address).pathname.slice(1);
      const others = `datname = '${name}' and pid <> pg_backend_pid()`;
      await runSql(place.address, `select pg_terminate_backend(pid) from pg_stat_activity where ${others}`);
      await records.addDue({ kind: "refund", subject: "y", at: 2 });
    });
    await expect(attempt).rejects.toThrow(StoreUnavailableError);
    expect(runs).toBe(1);
    expect(await store.transact("a", (records) => records.nextDue(9, "decision"))).toBe(undefined);
  });

  it("takes another connection where one does not respond, and reports a server that does not", async () => {
    const { address } = await createPlace("PostgreSQL");
    const store = await createPostgresStore(address, { responseTimeout: 500 });
    onTestFinished(() => store.close());
    const vinr = clientOf(store);
    const { id } = await vinr.payments.create(newPayment);
    const findBackends = async () => {
      const rows = await runSql(address, "select pid from pg_stat_activity where application_name = 'vinr-sandbox'");
      return rows.map(({ pid }) => Number(pid));
    };
    const [pid = 0] = await findBackends();
    stopUntilEnd(pid);
    const next = await vinr.payments.create(newPayment);
    const server = Number((await readFile(`/proc/${pid}/stat`, "utf8")).split(" ")[3]);
    const goOn = [...(await findBackends()), server].map(stopUntilEnd);
    await expect(vinr.payments.create(newPayment)).rejects.toMatchObject({ status: 503, code: "service_unavailable" });
    for (const one of goOn) one();
    expect((await vinr.payments.list()).data.map((payment) => payment.id)).toEqual([next.id, id]);
  });

  it("waits for a migration of another process for longer than for an account", async () => {
    const { address } = await createPlace("PostgreSQL");
    const client = new pg.Client(address);
    await client.connect();
    await client.query("select pg_advisory_lock(7364019025)");
    const opening = createPostgresStore(`${address}&lock_timeout=100`);
    await sleep(600);
    await client.end();
    const store = await opening;
    await store.close();
  });

  it("is away where a statement takes too long, or nobody may write", async () => {
    const { address, open } = await createPlace("PostgreSQL");
    const others = await open();
    const impatient = await createPostgresStore(`${address}&statement_timeout=1000`);
    onTestFinished(() => impatient.close());
    await others.transact("shop", async () => {
      const late = impatient.transact("shop", async () => undefined);
      await expect(late).rejects.toThrow("PostgreSQL has ended a statement that took too long.");
    });
    await runSql(
      address,
      `alter database "${new URL(address).pathname.slice(1)}" set default_transaction_read_only = on`,
    );
    const reading = createPostgresStore(address);
    await expect(reading).rejects.toThrow("PostgreSQL lets nobody write just now.");
  });

  it("says that a transaction may have taken effect where the connection is lost before its commit is told", async () => {
    const { address, open } = await createPlace("PostgreSQL");
    const whole = await open();
    const cut = await createPostgresStore(await serveCommitsUnheard(address));
    onTestFinished(() => cut.close());
    const adding = cut.transact("shop", (records) => records.addDue({ kind: "refund", subject: "x", at: 1 }));
    await expect(adding).rejects.toMatchObject({ name: "StoreUnavailableError", mayHaveTakenEffect: true });
    expect(await whole.transact("shop", (records) => records.nextDue(9, "decision"))).toMatchObject({ subject: "x" });
  });

  it("fails where a statement has failed, even if the work went on", async () => {
    const store = await (await createPlace("PostgreSQL")).open();
    const attempt = store.transact("a", async (records) => {
      await records.addDue({ kind: "refund", subject: "x", at: 1 });
      await records.addDue({ kind: "refund", subject: "y\u0000", at: 1 }).catch(() => undefined);
    });
    await expect(attempt).rejects.toThrow("0x00");
    expect(await store.transact("a", (records) => records.nextDue(9, "decision"))).toBe(undefined);
  });

  it("holds no more connections than it may, and one for all requests of an account", async () => {
    const { address } = await createPlace("PostgreSQL");
    const store = await createPostgresStore(address, { maxConnections: 3 });
    onTestFinished(() => store.close());
    const countConnections = async () => {
      const own = "datname = current_database() and application_name = 'vinr-sandbox'";
      const [row] = await runSql(address, `select count(*) as n from pg_stat_activity where ${own}`);
      return Number(row?.n);
    };
    await Promise.all(Array.from({ length: 100 }, () => store.transact("a", (records) => records.readAccount())));
    expect(await countConnections()).toBe(1);
    const names = Array.from({ length: 30 }, (_, index) => `shop${index}`);
    const counts = await Promise.all(names.map((name) => store.transact(name, countConnections)));
    expect(Math.max(...counts)).toBe(3);
  });

  it("says that a database cannot be reached, without its password", async () => {
    const attempt = createPostgresStore("postgres://vinr:s3cret@127.0.0.1:1/shop");
    await expect(attempt).rejects.toThrow(StoreUnavailableError);
    await expect(attempt).rejects.toThrow("PostgreSQL cannot be reached (ECONNREFUSED).");
  });

  it.each(["shop.db", "mysql://localhost/shop", ""])("takes no address such as %j", async (url) => {
    await expect(createPostgresStore(url)).rejects.toThrow(TypeError);
  });

  it("takes no number of connections below one, and no time-out", async () => {
    await expect(createPostgresStore("postgres://localhost/shop", { maxConnections: 0 })).rejects.toThrow(RangeError);
    await expect(createPostgresStore("postgres://localhost/shop", { responseTimeout: 0 })).rejects.toThrow(RangeError);
  });
});
