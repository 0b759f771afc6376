/** The stores that tests run on: in memory, on a file of SQLite, and on a PostgreSQL server of the tests' own. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, onTestFinished, test } from "vitest";
import { type Postgres, skipsPostgres, startPostgres } from "../../../../scripts/postgres.ts";
import { createPostgresStore } from "../../src/postgres.js";
import { createSqliteStore } from "../../src/sqlite.js";
import { createMemoryStore } from "../../src/store/memory-store.js";
import type { Store } from "../../src/store/store.js";

export type StoreName = "memory" | "PostgreSQL" | "SQLite";

export const storeNames: readonly StoreName[] = skipsPostgres
  ? ["memory", "SQLite"]
  : ["memory", "SQLite", "PostgreSQL"];

/** Where a store keeps its accounts. Nothing is there at first. */
export interface Place {
  /** A path or a URL, for another process. */
  readonly address: string;
  open(): Promise<Store>;
}

let current: StoreName = "memory";
let postgres: Postgres | undefined;
let count = 0;

/** The server of this file of tests; `usePostgres` starts it. */
export function postgresOf(): Postgres {
  if (postgres === undefined) throw new Error("Call usePostgres() first.");
  return postgres;
}

/** Starts a server for the tests of this file. */
export function usePostgres(): void {
  if (skipsPostgres) {
    test.skip("PostgreSQL is not installed");
    return;
  }
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(async () => {
    await postgres?.close();
    postgres = undefined;
  });
}

/** Lets `openStore` open stores of this kind in the tests that follow. */
export function runOn(name: StoreName): void {
  current = name;
  if (name === "PostgreSQL") usePostgres();
  afterAll(() => {
    current = "memory";
  });
}

export function isOn(name: StoreName): boolean {
  return current === name;
}

/** An empty store, which is closed when the test has ended. */
export async function openStore(): Promise<Store> {
  return (await createPlace(current)).open();
}

export async function createPlace(name: StoreName): Promise<Place> {
  const { address, open } = await places[name]();
  return {
    address,
    async open() {
      const store = await open();
      onTestFinished(() => store.close());
      return store;
    },
  };
}

const places: Readonly<Record<StoreName, () => Promise<Place>>> = {
  memory: async () => {
    const store = createMemoryStore();
    return { address: "", open: async () => store };
  },
  SQLite: async () => {
    const folder = await mkdtemp(join(tmpdir(), "vinr-store-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const address = join(folder, "shop.db");
    return { address, open: () => createSqliteStore(address) };
  },
  PostgreSQL: async () => {
    const name = `test_${count++}`;
    await runSql(postgresOf().url, `create database ${name}`);
    const address = postgresOf().url.replace("/postgres?", `/${name}?`);
    return { address, open: () => createPostgresStore(address) };
  },
};

/** Runs a statement on a connection of its own. */
export async function runSql(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
