/** The tables: how they come to their newest version, and how they are read. */
import { CompiledQuery, Kysely, PostgresDialect, SqliteDialect, sql } from "kysely";
import Libsql from "libsql";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { withAccount } from "../src/account/with-account.js";
import type { World } from "../src/account/world.js";
import { migrate, migrations } from "../src/store/sql/migrations.js";
import type { Schema } from "../src/store/sql/schema.js";
import { newAccountRow, SqlRecords } from "../src/store/sql/sql-records.js";
import type { Connection } from "../src/store/sql/statement.js";
import { buildStatements } from "../src/store/sql/statements.js";
import type { Objects } from "../src/store/store.js";
import { createPlace, storeNames, usePostgres } from "./testing/stores.js";

const payment: Objects["payment"] = {
  id: "pay_1",
  object: "payment",
  status: "pending",
  amount: 1000,
  currency: "EUR",
  metadata: {},
  created_at: "2026-04-15T10:30:00Z",
};

usePostgres();

describe.each(storeNames.filter((name) => name !== "memory"))("the tables of %s", (name) => {
  /** The database itself, without a store. */
  function connect(address: string): Kysely<Schema> {
    const dialect =
      name === "SQLite"
        ? new SqliteDialect({ database: new Libsql(address) })
        : new PostgresDialect({ pool: createPool(address) });
    const db = new Kysely<Schema>({ dialect });
    onTestFinished(() => db.destroy());
    return db;
  }

  it.each([...migrations.keys(), migrations.length])("come from version %i to the newest", async (version) => {
    const place = await createPlace(name);
    const db = connect(place.address);
    await migrate(db, migrations.slice(0, version));
    const store = await place.open();
    await store.transact("a", (records) => records.put("payment", payment));
    const again = await place.open();
    expect(await again.transact("a", (records) => records.find("payment", "pay_1"))).toEqual(payment);
    const { rows } = await sql`select version from sandbox_versions order by version`.execute(db);
    expect(rows).toEqual(migrations.map((_, index) => ({ version: index + 1 })));
  });

  it("of version 1 show what is due, and which responses have expired", async () => {
    const place = await createPlace(name);
    const db = connect(place.address);
    await migrate(db, migrations.slice(0, 1));
    const state = '{"clockOffset":0,"time":5,"idCount":7,"failingRefunds":0,"idSeed":null}';
    await sql`insert into sandbox_accounts (account, state, next_sequence, totals)
      values ('a', ${state}, 2, '{}'), ('b', ${state}, 0, '{}')`.execute(db);
    await sql`insert into sandbox_due_work (account, kind, subject, queue, at, sequence)
      values ('a', 'delivery', 'dlv_1', 'delivery', 90, 1)`.execute(db);
    await sql`insert into sandbox_responses (account, operation, key, fingerprint, status, body, expires_at)
      values ('a', 'createPayment', 'k', 'f', 201, '{}', 50)`.execute(db);
    const store = await place.open();
    expect([...(await store.accountsWithDueWork(50, 9))].sort()).toEqual(["a", "b"]);
    const world: World = { now: () => 60, seed: "vinr", checkoutUrlOf: (id) => id };
    const next = (account: string) => withAccount(store, world, account, ({ records }) => records.nextMoment());
    expect([await next("a"), await next("b")]).toEqual([90, undefined]);
    expect((await store.transact("a", (records) => records.readContents())).responses).toEqual([]);
    expect((await store.transact("a", (records) => records.readAccount())).idCount).toBe(7);
    expect(await store.accountsWithDueWork(89, 9)).toEqual([]);
    expect(await store.accountsWithDueWork(90, 9)).toEqual(["a"]);
  });

  it("are made once by stores that are opened at the same time", async () => {
    const place = await createPlace(name);
    const stores = await Promise.all(Array.from({ length: 8 }, () => place.open()));
    await Promise.all(
      stores.map((store, n) => store.transact("a", (r) => r.put("payment", { ...payment, id: `p${n}` }))),
    );
    expect((await stores[0]?.transact("a", (records) => records.list("payment", { limit: 9 })))?.total).toBe(8);
  });

  it("keep nothing of a migration that fails", async () => {
    const place = await createPlace(name);
    const db = connect(place.address);
    const fails = async () => {
      throw new Error("the migration has failed");
    };
    await expect(db.transaction().execute((run) => migrate(run, [...migrations, fails]))).rejects.toThrow("has failed");
    expect((await db.introspection.getTables()).map((table) => table.name)).toEqual([]);
    await place.open();
  });

  it("of a newer version are left alone", async () => {
    const place = await createPlace(name);
    await (await place.open()).close();
    await sql`insert into sandbox_versions (version) values (99)`.execute(connect(place.address));
    await expect(place.open()).rejects.toThrow(
      `The tables have version 99, but this program supports only versions up to ${migrations.length}.`,
    );
  });

  it("have a primary key that begins with the account", async () => {
    const place = await createPlace(name);
    await place.open();
    const db = connect(place.address);
    const tables = (await db.introspection.getTables()).map((table) => table.name).sort();
    expect(tables).toContain("sandbox_objects");
    for (const table of tables.filter((one) => one !== "sandbox_versions")) {
      const query =
        name === "SQLite"
          ? sql<{ name: string }>`select name from pragma_table_info(${table}) where pk = 1`
          : sql<{ name: string }>`select a.attname as name from pg_index i join pg_attribute a
              on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
              where i.indrelid = ${table}::regclass and i.indisprimary`;
      expect([table, (await query.execute(db)).rows]).toEqual([table, [{ name: "account" }]]);
    }
  });

  it("are read through an index in each statement, without a sort", async () => {
    const place = await createPlace(name);
    await place.open();
    const db = connect(place.address);
    await fillTables(db, name === "SQLite");
    const statements: { readonly text: string; readonly parameters: readonly unknown[] }[] = [];
    const run = async (text: string, parameters: readonly unknown[] = []) =>
      (await db.executeQuery(CompiledQuery.raw(text, [...parameters]))).rows;
    const watched: Connection = {
      run(text, parameters = []) {
        statements.push({ text, parameters });
        return run(text, parameters);
      },
      runForOne: async (text, parameters) => (await watched.run(text, parameters))[0],
    };
    const all = buildStatements(db, { locks: false });
    await useEverything(new SqlRecords(watched, all, "big", newAccountRow));
    await all.accountsWithDueWork(watched, { until: 20, limit: 100 });
    await all.findAccount(watched, { public_id: "o5" });
    const plans = await Promise.all(
      statements.map(async ({ text, parameters }) => {
        const explain = name === "SQLite" ? "explain query plan" : "explain";
        const rows = await run(`${explain} ${text}`, parameters);
        return `${text}: ${rows.map((row) => JSON.stringify(row)).join("\n")}`;
      }),
    );
    expect(plans.length).toBeGreaterThan(20);
    expect(plans.filter((plan) => /\bSCAN\b|TEMP B-TREE|Seq Scan|Sort|Aggregate/.test(plan))).toEqual([]);
  });
});

/** Its connections may end with the server, after the tests. */
function createPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** An account with ten thousand objects, entries and due works, and statistics about them. */
async function fillTables(db: Kysely<Schema>, isSqlite: boolean): Promise<void> {
  const numbers = sql`(with recursive n(i) as (select 1 union all select i + 1 from n where i < 10000) select i from n) n`;
  const text = isSqlite ? sql`'o' || i` : sql`'o' || i::text`;
  await sql`insert into sandbox_objects (account, kind, id, sequence, parent, body)
    select 'big', 'refund', ${text}, i, ${text}, '{}' from ${numbers}`.execute(db);
  await sql`insert into sandbox_ledger_entries (account, at, sequence, body)
    select 'big', i, i, '{}' from ${numbers}`.execute(db);
  await sql`insert into sandbox_due_work (account, kind, subject, queue, at, sequence)
    select 'big', 'refund', ${text}, 'decision', i, i from ${numbers}`.execute(db);
  await sql`insert into sandbox_responses (account, operation, key, fingerprint, status, body, expires_at)
    select 'big', 'createRefund', ${text}, 'f', 201, '{}', i from ${numbers}`.execute(db);
  await sql`insert into sandbox_accounts (account, state, next_sequence, totals, due_at, public_id)
    select ${text}, '{}', 20000, '{}', i, ${text} from ${numbers}`.execute(db);
  await sql`insert into sandbox_list_totals (account, kind, parent, total)
    select 'big', 'refund', ${text}, 1 from ${numbers}`.execute(db);
  await sql`analyze`.execute(db);
}

/** Calls every method of the records, but those about all contents: this account is the whole table, which may well be scanned. */
async function useEverything(records: SqlRecords): Promise<void> {
  const refund = { ...payment, id: "o5", payment: "o5", object: "refund", status: "pending" } as const;
  const request = { account: "big", operationId: "createRefund", key: "o5", fingerprint: "f" };
  await records.writeAccount({ ...(await records.readAccount()), time: 1 });
  await records.find("refund", "o5");
  await records.put("refund", { ...refund, id: "new" }, "o5");
  await records.remove("refund", "new");
  for (const parent of [undefined, "o5"]) {
    await records.list("refund", { limit: 20 }, parent);
    await records.list("refund", { limit: 20, starting_after: "o5" }, parent);
    await records.list("refund", { limit: 20, ending_before: "o5" }, parent);
  }
  await records.appendEntry({ entry: { type: "refund", source: "o5", currency: "EUR", postings: [] }, at: 20_000 });
  await records.entriesBetween(100, 110);
  await records.recentEntries(10);
  await records.addDue({ kind: "refund", subject: "new", at: 20_000 });
  await records.nextDue(20_000, "decision");
  await records.removeDue({ kind: "refund", subject: "new" });
  await records.findResponse(request, 0);
  await records.saveResponse(request, { status: 201, body: "{}" }, 20_000);
  await records.forgetResponses(20);
  await records.nextMoment();
  await records.save();
}
