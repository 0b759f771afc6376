/** The SQL store and its operations over a real PostgreSQL. Without one (Debian: `postgresql`), they are skipped. */
import { createPartialHandler, type Handler, type Payment } from "@vinr/server";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Postgres, skipsPostgres, startPostgres } from "../../scripts/postgres.ts";
import { type Bank, paymentsSchema, sqlPaymentOperations } from "./sql-payments.ts";
import { type Connection, createSqlStore, type Pool, schema } from "./sql-store.ts";

const order = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

describe.skipIf(skipsPostgres)("an idempotency store in PostgreSQL", () => {
  let postgres: Postgres;
  let database: Pool & { end(): Promise<void> };
  beforeAll(async () => {
    postgres = await startPostgres();
    const pool = new pg.Pool({ connectionString: postgres.url, max: 50 });
    // A connection that the server ends while nobody uses it is a part of some tests.
    pool.on("error", () => undefined);
    database = pool;
    await sql(schema);
    await sql(paymentsSchema);
  });
  afterAll(async () => {
    await database?.end();
    await postgres?.close();
  });
  beforeEach(() => sql("truncate payments, idempotency_keys"));

  const sql = async (text: string, values: readonly unknown[] = []) => {
    const connection = await database.connect();
    try {
      return (await connection.query(text, values)).rows;
    } finally {
      connection.release();
    }
  };
  const countOf = async (tableName: string) => Number((await sql(`select count(*) as n from ${tableName}`))[0]?.n);

  const approves: Bank = { capture: async () => "captured" };

  /** A server process: it shares nothing with another but the database. */
  const startProcess = ({ bank = approves, pool = database }: { bank?: Bank; pool?: Pool } = {}): Handler =>
    createPartialHandler(sqlPaymentOperations(bank), { idempotency: createSqlStore(pool), onError: () => {} });

  const post = (path: string, key: string, body?: unknown) =>
    new Request(`http://localhost/v1${path}`, {
      method: "POST",
      headers: { authorization: "Bearer sk_test_a", "content-type": "application/json", "idempotency-key": key },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const create = (key: string, change: object = {}) => post("/payments", key, { ...order, ...change });
  const stateOf = async (response: Response) => [
    response.status,
    response.status < 400 ? response.headers.get("idempotent-replayed") : (await response.json()).error.code,
  ];

  async function insertAuthorized(id: string): Promise<void> {
    const created_at = "2026-04-15T10:30:00Z";
    const own = {
      id,
      object: "payment",
      status: "authorized",
      amountCapturable: 1000,
      metadata: {},
      created_at,
    } as const;
    const payment: Payment = { ...own, amount: 1000, currency: "EUR" };
    await sql("insert into payments (account, id, capture, body) values ('a', $1, false, $2)", [
      id,
      JSON.stringify(payment),
    ]);
  }
  const statusOf = async (id: string) => {
    const [row] = await sql("select body from payments where id = $1", [id]);
    return JSON.parse(String(row?.body)).status;
  };

  it("replays the first response in every process, byte for byte", async () => {
    const first = await startProcess()(create("k"));
    const text = await first.text();
    const again = await startProcess()(create("k"));
    expect([await stateOf(again.clone()), await again.text()]).toEqual([[201, "true"], text]);
    expect(await stateOf(await startProcess()(create("k", { amount: 1001 })))).toEqual([409, "idempotency_key_reused"]);
    expect(await stateOf(await startProcess()(create("another-key")))).toEqual([201, null]);
    expect(await countOf("payments")).toBe(2);
  });

  it("lets forty concurrent requests with one key, to two processes, take effect once", async () => {
    const processes = [startProcess(), startProcess()];
    const all = Array.from({ length: 20 }, () => processes.map((handle) => handle(create("k")))).flat();
    const states = await Promise.all((await Promise.all(all)).map(stateOf));
    const allowed = [
      [201, null],
      [201, "true"],
      [409, "idempotency_key_in_progress"],
    ].map(String);
    expect(states.map(String).filter((state) => !allowed.includes(state))).toEqual([]);
    expect(states.filter(([status, replayed]) => status === 201 && replayed === null)).toHaveLength(1);
    expect([await countOf("payments"), await countOf("idempotency_keys")]).toEqual([1, 1]);
  });

  it("forgets the effect and the key together if the connection is lost before the commit", async () => {
    let crashes = true;
    const pool = interceptQueries(database, async (connection, text) => {
      if (text !== "commit" || !crashes) return;
      crashes = false;
      const [own] = (await connection.query("select pg_backend_pid() as pid")).rows;
      await sql("select pg_terminate_backend($1)", [own?.pid]);
    });
    const handle = startProcess({ pool });
    expect(await stateOf(await handle(create("k")))).toEqual([500, "internal_error"]);
    expect([await countOf("payments"), await countOf("idempotency_keys")]).toEqual([0, 0]);
    expect(await stateOf(await handle(create("k")))).toEqual([201, null]);
    expect(await countOf("payments")).toBe(1);
  });

  it.each([undefined, "order-1"])(
    "fails where a query has failed, even if the operation went on: key %s",
    async (key) => {
      const store = createSqlStore(database);
      const request = { account: "acct_1", operationId: "createPayment" };
      const running = store.run(
        key === undefined ? request : { ...request, key, fingerprint: "f" },
        async (connection) => {
          await connection.query("select no_such_column").catch(() => undefined);
          return { status: 201, body: "{}" };
        },
      );
      await expect(running).rejects.toThrow(/Nothing was committed|transaction is aborted/);
      expect(await countOf("idempotency_keys")).toBe(0);
    },
  );

  it("replays the response if the connection is lost after the commit", async () => {
    let isLost = true;
    const pool = interceptQueries(database, async (connection, text) => {
      if (text !== "commit" || !isLost) return;
      isLost = false;
      await connection.query("commit");
      throw new Error("the network is down");
    });
    const handle = startProcess({ pool });
    expect(await stateOf(await handle(create("k")))).toEqual([500, "internal_error"]);
    expect(await stateOf(await handle(create("k")))).toEqual([201, "true"]);
    expect(await countOf("payments")).toBe(1);
  });

  it("keeps whether a payment is to be captured, which no later request repeats", async () => {
    const handle = startProcess();
    await handle(create("now"));
    await handle(create("later", { capture: false }));
    expect((await sql("select capture from payments order by capture")).map((row) => row.capture)).toEqual([
      false,
      true,
    ]);
  });

  it("remembers nothing of an error that is thrown", async () => {
    await insertAuthorized("pay_1");
    const handle = startProcess();
    const capture = (amount: number) => handle(post("/payments/pay_1/capture", "k", { amount }));
    expect(await stateOf(await capture(1001))).toEqual([422, "amount_too_large"]);
    expect(await stateOf(await capture(900))).toEqual([200, null]);
    expect(await statusOf("pay_1")).toBe("completed");
  });

  it("remembers an error that is returned, with what was written", async () => {
    await insertAuthorized("pay_1");
    let asked = 0;
    const bank: Bank = {
      capture: async () => {
        asked += 1;
        return "declined";
      },
    };
    const handle = startProcess({ bank });
    const first = await handle(post("/payments/pay_1/capture", "k"));
    const again = await handle(post("/payments/pay_1/capture", "k"));
    expect([again.headers.get("idempotent-replayed"), await again.text()]).toEqual(["true", await first.text()]);
    expect([first.status, asked, await statusOf("pay_1")]).toEqual([402, 1, "failed"]);
  });

  it("lets two captures with different keys take the money once", async () => {
    await insertAuthorized("pay_1");
    const capture = (key: string) => startProcess()(post("/payments/pay_1/capture", key));
    const states = await Promise.all((await Promise.all([capture("k1"), capture("k2")])).map(stateOf));
    expect(states.sort()).toEqual([
      [200, null],
      [422, "already_captured"],
    ]);
  });

  it("forgets a key after 24 hours", async () => {
    const handle = startProcess();
    await handle(create("k"));
    await sql("update idempotency_keys set created_at = now() - interval '24 hours 1 second'");
    expect(await stateOf(await handle(create("k", { amount: 1 })))).toEqual([201, null]);
    expect(await stateOf(await handle(create("k", { amount: 1 })))).toEqual([201, "true"]);
  });
});

/** A pool that calls a function before each query, which may break it. */
function interceptQueries(pool: Pool, before: (connection: Connection, text: string) => Promise<void>): Pool {
  return {
    async connect() {
      const connection = await pool.connect();
      return {
        release: (isBroken) => connection.release(isBroken),
        on: (event, listener) => connection.on(event, listener),
        off: (event, listener) => connection.off(event, listener),
        async query(text, values) {
          await before(connection, text);
          return connection.query(text, values);
        },
      };
    },
  };
}
