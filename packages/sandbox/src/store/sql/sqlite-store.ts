import { setImmediate } from "node:timers/promises";
import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from "kysely";
import Libsql from "libsql";
import type { Store } from "../store.js";
import type { Language } from "./dialect.js";
import { isRemote } from "./is-remote.js";
import { type Database, openSqlStore } from "./sql-store.js";
import type { Connection } from "./statement.js";

/** How long a transaction waits for other processes that write to the file, in milliseconds. */
const patience = 30_000;

/**
 * How often it checks, in milliseconds. SQLite's own waiting would block the whole process, and checks less and less
 * often.
 */
const pause = 5;

/**
 * Keeps accounts in a SQLite file, which is created if needed. Several processes may use one file: one writes at a time, and the
 * others wait. An acknowledged transaction survives the end of the process; a power failure may lose the last ones, but never
 * leaves half of one.
 *
 * @throws {TypeError} for an empty path, or an address such as `https://…`.
 * @throws {Error} if the file cannot be opened, is not a database, or was made by a newer version.
 *
 * @example
 * ```ts
 * const store = await createSqliteStore("shop.db");
 * const sandbox = createSandbox({ store });
 * ```
 */
export async function createSqliteStore(path: string): Promise<Store> {
  if (path === "") throw new TypeError('A path is needed, such as "shop.db".');
  if (isRemote(path)) {
    throw new TypeError('A path is needed, such as "shop.db", and not the address of a database elsewhere.');
  }
  return openSqlStore(new SqliteFile(path));
}

class SqliteFile implements Database {
  readonly language: Language = {
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
  readonly isConcurrent = false;
  readonly #file: Libsql.Database;
  readonly #connection: Connection;

  constructor(path: string) {
    this.#file = new Libsql(path);
    this.#connection = connectTo(this.#file);
  }

  /** The store runs one transaction after another, so one connection is enough. */
  connect<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    return work(this.#connection);
  }

  /** libsql keeps its prepared statements, so SQLite itself does not merge the files beside the database into it. */
  async close(): Promise<void> {
    try {
      this.#file.pragma("wal_checkpoint(truncate)");
    } catch {
      // It may not be a database, or its disk may be full: nothing is lost, and whoever opens the file next reads the
      // files beside it.
    }
    this.#file.close();
  }

  async beginMigration(connection: Connection): Promise<void> {
    await connection.run("pragma journal_mode = wal");
    // Does not wait for the disk at each commit: that survives the end of a process, which is all that a sandbox needs.
    await connection.run("pragma synchronous = normal");
    // With SQLite's defaults of 2 MB and 4 MB, a shop with a few thousand payments would read and write its pages again
    // and again.
    await connection.run("pragma cache_size = -32000");
    await connection.run("pragma wal_autocheckpoint = 4000");
    await this.begin(connection);
  }

  /**
   * Locks the file for writing at once: a transaction that only reads at first could not write later if another one
   * has.
   */
  async begin(connection: Connection): Promise<void> {
    await connection.run("begin immediate");
  }

  retryDelayOf(error: unknown, attempt: number): number | undefined {
    return isBusy(error) && attempt * pause < patience ? pause : undefined;
  }

  findOutage(error: unknown): string | undefined {
    if (isBusy(error)) return `Another process has kept the SQLite file for ${patience / 1000} s.`;
    if (!isFull(error)) return undefined;
    return `The disk of the SQLite file is full, or the file may not grow (${error.code}). Make room, and repeat the request.`;
  }

  /** Nothing lies between the process and its file: a failed commit is rolled back. */
  isConnectionLost(): boolean {
    return false;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Libsql.SqliteError && error.code.startsWith("SQLITE_BUSY");
}

/** When a limit of the process or of its user is reached, SQLite cannot write, but does not report a full disk. */
function isFull(error: unknown): error is InstanceType<typeof Libsql.SqliteError> {
  return error instanceof Libsql.SqliteError && /^SQLITE_(FULL|IOERR_WRITE|IOERR_SHMSIZE)$/.test(error.code);
}

/** After this many statements, other tasks get a turn: each statement blocks the process while it runs. */
const statementsAtOnce = 500;

/** Each statement is prepared once. */
function connectTo(file: Libsql.Database): Connection {
  let count = 0;
  const prepared = new Map<string, { readonly statement: Libsql.Statement; readonly hasRows: boolean }>();
  function prepare(text: string) {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    const statement = file.prepare(text);
    const added = { statement, hasRows: statement.reader };
    prepared.set(text, added);
    return added;
  }
  function isBreakDue(): boolean {
    count += 1;
    return count % statementsAtOnce === 0;
  }
  return {
    async run(text, parameters = []) {
      if (isBreakDue()) await setImmediate();
      const { statement, hasRows } = prepare(text);
      if (hasRows) return statement.all(parameters);
      statement.run(parameters);
      return [];
    },
    async runForOne(text, parameters) {
      if (isBreakDue()) await setImmediate();
      const found: unknown = prepare(text).statement.get(parameters);
      return found === undefined ? undefined : withoutTime(found as Readonly<Record<string, unknown>>);
    },
  };
}

/** libsql adds to a single row how long it took. */
function withoutTime({ _metadata, ...row }: Readonly<Record<string, unknown>>): unknown {
  return row;
}
