import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement, sql } from "kysely";
import Libsql from "libsql";
import type { Store } from "../store.js";
import type { Schema } from "./schema.js";
import { type Database, openSqlStore } from "./sql-store.js";

/** How long a transaction waits for other processes that write to the file, in milliseconds. */
const patience = 30_000;

/** How often it looks, in milliseconds. SQLite's own waiting would stop the whole process, and looks less and less often. */
const pause = 5;

/**
 * Keeps accounts in a file of SQLite, which is created if need be. Several processes may use one file: one writes at a time, and
 * the others wait. A transaction that was acknowledged survives the end of the process; a power failure may take the last ones
 * with it, but leaves no half of one.
 *
 * @throws {TypeError} for an empty path.
 * @throws {Error} where the file cannot be opened, is not a database, or was made by a newer version.
 *
 * @example
 * ```ts
 * const store = await createSqliteStore("shop.db");
 * const sandbox = createSandbox({ store });
 * ```
 */
export async function createSqliteStore(path: string): Promise<Store> {
  if (path === "") throw new TypeError('A path is needed, such as "shop.db".');
  return openSqlStore(new SqliteFile(path));
}

class SqliteFile implements Database {
  readonly db: Kysely<Schema>;
  readonly isConcurrent = false;

  constructor(path: string) {
    this.db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: async () => open(path) }) });
  }

  async beginMigration(connection: Kysely<Schema>): Promise<void> {
    await sql`pragma journal_mode = wal`.execute(connection);
    // Without a wait for the disk at each commit: enough for the end of a process, which is what a sandbox meets.
    await sql`pragma synchronous = normal`.execute(connection);
    await this.begin(connection);
  }

  /** Takes the file for writing at once: a transaction that only reads at first could not write later, if another has. */
  async begin(connection: Kysely<Schema>): Promise<void> {
    await sql`begin immediate`.execute(connection);
  }

  retryDelayOf(error: unknown, attempt: number): number | undefined {
    return isBusy(error) && attempt * pause < patience ? pause : undefined;
  }

  findOutage(error: unknown): string | undefined {
    return isBusy(error) ? `Another process has kept the SQLite file for ${patience / 1000} s.` : undefined;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Libsql.SqliteError && error.code.startsWith("SQLITE_BUSY");
}

/** Opens a file. Each statement is prepared once. */
function open(path: string): SqliteDatabase {
  const database = new Libsql(path);
  const prepared = new Map<string, SqliteStatement>();
  return {
    prepare(text) {
      const known = prepared.get(text);
      if (known !== undefined) return known;
      const statement = database.prepare(text);
      prepared.set(text, statement);
      return statement;
    },
    close: () => database.close(),
  };
}
