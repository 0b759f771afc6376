import { ownOptions } from "@vinr/server/internal";
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
  /** The maximum number of connections to the database. Default: 10. */
  readonly maxConnections?: number;
  /**
   * How long it waits for PostgreSQL to respond to a statement, in milliseconds, before it gives up the connection. Default:
   * 30,000. Waiting for another transaction of the account takes at most 20,000 of them.
   */
  readonly responseTimeout?: number;
}

/**
 * Keeps accounts in a PostgreSQL database, in tables whose names begin with `sandbox_`. Any number of processes may share it: the
 * transactions of one account wait for each other, and those of different accounts do not.
 *
 * @param url Such as `postgres://user:password@host:5432/database`.
 * @throws {TypeError} for a URL of another kind, and for an option that does not exist.
 * @throws {RangeError} for an option that is out of range.
 * @throws {StoreUnavailableError} if the database cannot be reached.
 * @throws {Error} for tables that a newer version made.
 *
 * @example
 * ```ts
 * const store = await createPostgresStore("postgres://localhost/sandbox");
 * const sandbox = createSandbox({ store });
 * ```
 */
export async function createPostgresStore(url: string, options: PostgresStoreOptions = {}): Promise<Store> {
  const own = ownOptions(options, ["maxConnections", "responseTimeout"]);
  const { maxConnections = 10, responseTimeout = 30_000 } = own;
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new TypeError("A URL of PostgreSQL is needed, such as postgres://localhost/sandbox.");
  }
  if (!Number.isInteger(maxConnections) || maxConnections < 1) {
    throw new RangeError("maxConnections must be an integer of at least 1.");
  }
  if (!Number.isInteger(responseTimeout) || responseTimeout < 1) {
    throw new RangeError("responseTimeout must be an integer of at least 1.");
  }
  return openSqlStore(new PostgresDatabase(url, { maxConnections, responseTimeout }));
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
  readonly #responseTimeout: number;
  /** Connections that wait for as long as it takes: a migration may be at work on a large table. */
  readonly #patient = new WeakSet<Connection>();

  constructor(url: string, { maxConnections, responseTimeout }: Required<PostgresStoreOptions>) {
    this.#responseTimeout = responseTimeout;
    this.#pool = new pg.Pool({
      connectionString: url,
      // Shown in the list of the database's connections. A URL may set another one.
      application_name: "vinr-sandbox",
      max: maxConnections,
      connectionTimeoutMillis: Math.min(10_000, responseTimeout),
      keepAlive: true,
      // How long a process that stops in the middle of a transaction, or whose network does, can block an account for
      // the others; and how long these wait before they report it. A URL may set other times, in milliseconds.
      idle_in_transaction_session_timeout: 30_000,
      lock_timeout: 20_000,
      types: { getTypeParser: parserOf },
    });
    // A connection that breaks while idle emits an event, which ends the process if nothing listens. The pool replaces
    // it. A connection that breaks while in use fails its statement, too.
    this.#pool.on("error", () => undefined);
    this.#pool.on("connect", (client) => client.on("error", () => undefined));
  }

  async connect<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let isReleased = false;
    const release = (isLost: boolean) => {
      if (!isReleased) client.release(isLost);
      isReleased = true;
    };
    const connection: Connection = {
      run: (text, parameters) => {
        const response = this.#run(client, text, parameters);
        return this.#patient.has(connection) ? response : this.#watch(response, () => release(true));
      },
      runForOne: async (text, parameters) => (await connection.run(text, parameters))[0],
    };
    try {
      return await work(connection);
    } finally {
      release(false);
    }
  }

  /** A stalled server, or a network that lost the connection, would never respond: the pool cuts the connection. */
  async #watch<T>(response: Promise<T>, giveUp: () => void): Promise<T> {
    const timer = setTimeout(giveUp, this.#responseTimeout);
    try {
      return await response;
    } finally {
      clearTimeout(timer);
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
    this.#patient.add(connection);
    await this.begin(connection);
    await connection.run("set local lock_timeout = 0");
    await connection.run(`select pg_advisory_xact_lock(${migrationLock})`);
  }

  /** Each statement sees what was committed before it, so that a transaction sees all once it has the account's lock. */
  async begin(connection: Connection): Promise<void> {
    await connection.run("begin isolation level read committed");
  }

  retryDelayOf(error: unknown, attempt: number): number | undefined {
    // If the server has stalled, another attempt would take as long.
    const isWorthIt = (isOutage(error) && !isLate(error)) || isConflict(error);
    return isWorthIt ? retryDelays[attempt] : undefined;
  }

  findOutage(error: unknown): string | undefined {
    const code = codeOf(error);
    const known = code === undefined ? undefined : outages.get(code);
    if (known !== undefined) return known;
    if (isOutage(error)) return `PostgreSQL cannot be reached${code === undefined ? "" : ` (${code})`}.`;
    return undefined;
  }

  isConnectionLost(error: unknown): boolean {
    return isOutage(error);
  }
}

/** Errors that need someone to act: an immediate second attempt would only repeat them. */
const outages: ReadonlyMap<string, string> = new Map([
  ["25006", "PostgreSQL lets nobody write just now."],
  ["25P04", "PostgreSQL has ended a transaction that took too long."],
  ["53100", "The disk of PostgreSQL is full."],
  ["53200", "PostgreSQL has too little memory."],
  ["55P03", "Another process has kept the account in PostgreSQL for too long."],
  ["57014", "PostgreSQL has ended a statement that took too long."],
]);

/** bigint as a number: none of the tables' comes near 2 ** 53. */
function parserOf(type: number, format?: "binary" | "text"): (text: string) => unknown {
  if (type === pg.types.builtins.INT8) return Number;
  return format === "binary" ? pg.types.getTypeParser(type, "binary") : pg.types.getTypeParser(type, "text");
}

function codeOf(error: unknown): string | undefined {
  // If a host has several addresses, there is an error for each.
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

/**
 * A new connection was not made in time: the server has stalled. Waiting for an existing connection is a different
 * error.
 */
function isLate(error: unknown): boolean {
  return error instanceof Error && error.message.endsWith("due to connection timeout");
}

/** A transaction that the database rolled back in favour of another. */
function isConflict(error: unknown): boolean {
  return ["40001", "40P01"].includes(codeOf(error) ?? "");
}
