import { PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from "kysely";
import pg from "pg";
import type { Store } from "../store.js";
import type { Language } from "./dialect.js";
import { type Database, openSqlStore } from "./sql-store.js";
import type { Connection } from "./statement.js";

/**
 * How many connections a store holds, and how long it waits.
 *
 * @example
 * ```ts
 * const options: PostgresStoreOptions = { maxConnections: 20 };
 * ```
 */
export interface PostgresStoreOptions {
  /** The greatest number of connections to the database. Default: 10. */
  readonly maxConnections?: number;
}

/**
 * Keeps accounts in a PostgreSQL database, in tables whose names begin with `sandbox_`. Any number of processes may share it: the
 * transactions of one account wait for each other, and those of different accounts do not.
 *
 * @param url Such as `postgres://user:password@host:5432/database`.
 * @throws {TypeError} for a URL of another kind.
 * @throws {StoreUnavailableError} where the database cannot be reached.
 * @throws {Error} for tables that a newer version has made.
 *
 * @example
 * ```ts
 * const store = await createPostgresStore("postgres://localhost/sandbox");
 * const sandbox = createSandbox({ store });
 * ```
 */
export async function createPostgresStore(url: string, options: PostgresStoreOptions = {}): Promise<Store> {
  const { maxConnections = 10 } = options;
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new TypeError("A URL of PostgreSQL is needed, such as postgres://localhost/sandbox.");
  }
  if (!Number.isInteger(maxConnections) || maxConnections < 1) {
    throw new RangeError("maxConnections must be an integer of at least 1.");
  }
  return openSqlStore(new PostgresDatabase(url, maxConnections));
}

/** Any number that stands for the sandbox's migrations among other users of the database's advisory locks. */
const migrationLock = 7_364_019_025;

/** Waits between attempts to begin a transaction, in milliseconds: enough for a database that is restarted. */
const retryDelays = [0, 50, 100, 250, 500, 1000, 1000] as const;

class PostgresDatabase implements Database {
  readonly language: Language = {
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
  readonly isConcurrent = true;
  readonly #pool: pg.Pool;
  /** Each statement has a name, by which a connection prepares it once. */
  readonly #names = new Map<string, string>();

  constructor(url: string, maxConnections: number) {
    this.#pool = new pg.Pool({
      connectionString: url,
      // For whoever looks at the database's connections; a URL may say another.
      application_name: "vinr-sandbox",
      max: maxConnections,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      // A process that stops in the middle of a transaction, or its network, keeps an account from the others no longer. Meanwhile
      // they wait for so long, and then report it. A URL may say other times, in milliseconds.
      idle_in_transaction_session_timeout: 30_000,
      lock_timeout: 20_000,
      types: { getTypeParser: parserOf },
    });
    // A connection that breaks while it waits emits an event, which ends the process if nobody listens. The pool replaces it,
    // and one that breaks while it is used fails the statement too.
    this.#pool.on("error", () => undefined);
    this.#pool.on("connect", (client) => client.on("error", () => undefined));
  }

  async connect<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    try {
      return await work({ run: (text, parameters) => this.#run(client, text, parameters) });
    } finally {
      client.release();
    }
  }

  async #run(client: pg.PoolClient, text: string, parameters: readonly unknown[] = []): Promise<readonly unknown[]> {
    // Without parameters it is a command, such as `begin`, or one of a migration.
    if (parameters.length === 0) return (await client.query(text)).rows;
    const name = this.#names.get(text) ?? `sandbox_${this.#names.size}`;
    this.#names.set(text, name);
    return (await client.query({ name, text, values: [...parameters] })).rows;
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async beginMigration(connection: Connection): Promise<void> {
    await this.begin(connection);
    await connection.run(`select pg_advisory_xact_lock(${migrationLock})`);
  }

  /** Each statement sees what was committed before it, so that a transaction sees all once it has the account's lock. */
  async begin(connection: Connection): Promise<void> {
    await connection.run("begin isolation level read committed");
  }

  retryDelayOf(error: unknown, attempt: number): number | undefined {
    return isOutage(error) || isConflict(error) ? retryDelays[attempt] : undefined;
  }

  findOutage(error: unknown): string | undefined {
    const code = codeOf(error);
    if (code === "55P03") return "Another process has kept the account in PostgreSQL for too long.";
    if (isOutage(error)) return `PostgreSQL cannot be reached${code === undefined ? "" : ` (${code})`}.`;
    return undefined;
  }
}

/** bigint as a number: none of the tables' comes near 2 ** 53. */
function parserOf(type: number, format?: "binary" | "text"): (text: string) => unknown {
  if (type === pg.types.builtins.INT8) return Number;
  return format === "binary" ? pg.types.getTypeParser(type, "binary") : pg.types.getTypeParser(type, "text");
}

function codeOf(error: unknown): string | undefined {
  // Where a host has several addresses, there is an error for each.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error && "code" in first && typeof first.code === "string" ? first.code : undefined;
}

/** Of the network; ENOENT is the socket of a server that does not run. */
const networkErrors: readonly string[] = [
  "EAI_AGAIN",
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOENT",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
];

/** Errors of the network, and PostgreSQL's about connections (08), shutdown and start (57P), and too many of them or too slow. */
function isOutage(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined) return networkErrors.includes(code) || /^(08...|57P0[1-5]|53300|25P03)$/.test(code);
  // pg has no code for these.
  return (
    error instanceof Error &&
    /^Connection terminated|^timeout exceeded when trying to connect|not queryable$/.test(error.message)
  );
}

/** A transaction that the database has rolled back, in favour of another. */
function isConflict(error: unknown): boolean {
  return ["40001", "40P01"].includes(codeOf(error) ?? "");
}
