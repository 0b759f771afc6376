import { setTimeout as sleep } from "node:timers/promises";
import type { Moment } from "../../domain/time.js";
import { Queue } from "../queue.js";
import { type Records, type Store, StoreUnavailableError } from "../store.js";
import { createBuilder, createRunner, type Language } from "./dialect.js";
import { migrate } from "./migrations.js";
import { SharedTransactions } from "./shared-transactions.js";
import { newAccountRow, SqlRecords } from "./sql-records.js";
import type { Connection } from "./statement.js";
import { buildStatements } from "./statements.js";

/** The points in which databases differ. */
export interface Database {
  readonly language: Language;
  /** Whether accounts can be written at the same time; otherwise transactions of the database run one after another. */
  readonly isConcurrent: boolean;
  /** Lends a connection to work that has exclusive use of it. */
  connect<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** Begins a transaction that changes the tables themselves, after others that do. */
  beginMigration(connection: Connection): Promise<void>;
  begin(connection: Connection): Promise<void>;
  /**
   * How long to wait before retrying a transaction that could not begin, in milliseconds. Undefined: it is not retried.
   */
  retryDelayOf(error: unknown, attempt: number): number | undefined;
  /** The reason, without addresses and passwords, if an error means that the database is away or locked. */
  findOutage(error: unknown): string | undefined;
  /**
   * Whether an error leaves the outcome of a commit unknown: the connection was lost before the database confirmed it.
   */
  isConnectionLost(error: unknown): boolean;
  /** Releases the file or the connections. */
  close(): Promise<void>;
}

/** Opens a store on a database, and brings its tables to the newest version. */
export async function openSqlStore(database: Database): Promise<Store> {
  const store = new SqlStore(database);
  try {
    await store.migrate();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** A name that no account has. */
const allAccounts = " ";

type Phase = "begin" | "commit" | "work";

class SqlStore implements Store {
  readonly #database: Database;
  readonly #statements: ReturnType<typeof buildStatements>;
  /**
   * Transactions of an account wait here without a connection, so any number of requests for one account take only one
   * connection.
   */
  readonly #queue = new Queue();
  /** The transactions of a database that has one writer. */
  readonly #shared = new SharedTransactions((work) =>
    this.#queue.run("", () => this.#run((connection) => this.#database.begin(connection), work)),
  );
  #isClosed = false;

  constructor(database: Database) {
    this.#database = database;
    this.#statements = buildStatements(createBuilder(database.language), { locks: database.isConcurrent });
  }

  async migrate(): Promise<void> {
    await this.#run(
      (connection) => this.#database.beginMigration(connection),
      (connection) => migrate(createRunner(this.#database.language, connection)),
    );
  }

  transact<T>(account: string, work: (records: Records) => Promise<T>): Promise<T> {
    if (this.#isClosed) return Promise.reject(new Error("The store is closed."));
    if (!this.#database.isConcurrent) return this.#shared.run((connection) => this.#work(connection, account, work));
    return this.#queue.run(account, () => this.#transact(account, work));
  }

  async accountsWithDueWork(until: Moment, limit: number): Promise<readonly string[]> {
    const rows = await this.#look(allAccounts, (connection) =>
      this.#statements.accountsWithDueWork(connection, { until, limit }),
    );
    return rows.map(({ account }) => account);
  }

  async findAccount(publicId: string): Promise<string | undefined> {
    // No account has such a name, either.
    const row = await this.#look(publicId, (connection) =>
      this.#statements.findAccount(connection, { public_id: publicId }),
    );
    return row?.account;
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#shared.drain();
    await this.#queue.drain();
    await this.#database.close();
  }

  /** Reads outside of a transaction. Reads with the same name wait for each other. */
  async #look<T>(name: string, work: (connection: Connection) => Promise<T>): Promise<T> {
    try {
      return await this.#queue.run(this.#nameOf(name), () => this.#database.connect(work));
    } catch (error) {
      throw this.#explain(error, "begin");
    }
  }

  /** The name of what waits for one another. */
  #nameOf(account: string): string {
    return this.#database.isConcurrent ? account : "";
  }

  /** Runs a transaction of the database for one account only. */
  async #transact<T>(account: string, work: (records: Records) => Promise<T>): Promise<T> {
    return this.#run(
      async (connection) => {
        await this.#database.begin(connection);
        return this.#open(connection, account);
      },
      (_, records) => save(records, work),
    );
  }

  async #work<T>(connection: Connection, account: string, work: (records: Records) => Promise<T>): Promise<T> {
    try {
      return await save(await this.#open(connection, account), work);
    } catch (error) {
      throw this.#explain(error, "work");
    }
  }

  async #open(connection: Connection, account: string): Promise<SqlRecords> {
    return new SqlRecords(connection, this.#statements, account, await this.#openAccount(connection, account));
  }

  /** Reads an account's row, which is also a lock if the database has several writers. */
  async #openAccount(connection: Connection, account: string): Promise<typeof newAccountRow> {
    const { readAccount, addAccount } = this.#statements;
    const found = await readAccount(connection, { account });
    if (found !== undefined) return found;
    await addAccount(connection, { account, ...newAccountRow });
    // Another process may have added it at the same time.
    const added = await readAccount(connection, { account });
    if (added === undefined) throw new Error("The account was deleted by someone else.");
    return added;
  }

  /** Runs a transaction. It is retried as long as it could not begin, and so had no effect; never after that. */
  async #run<Begun, T>(
    begin: (connection: Connection) => Promise<Begun>,
    work: (connection: Connection, begun: Begun) => Promise<T>,
  ): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      let phase: Phase = "begin";
      try {
        return await this.#database.connect(async (connection) => {
          try {
            const begun = await begin(connection);
            phase = "work";
            const result = await work(connection, begun);
            phase = "commit";
            await connection.run("commit");
            return result;
          } catch (error) {
            await rollBack(connection);
            throw error;
          }
        });
      } catch (error) {
        const delay = phase === "begin" ? this.#database.retryDelayOf(error, attempt) : undefined;
        if (delay === undefined) throw this.#explain(error, phase);
        await sleep(delay);
      }
    }
  }

  #explain(error: unknown, phase: Phase): unknown {
    const outage = this.#database.findOutage(error);
    if (outage === undefined) return error;
    const mayHaveTakenEffect = phase === "commit" && this.#database.isConnectionLost(error);
    return new StoreUnavailableError(outage, { cause: error, mayHaveTakenEffect });
  }
}

async function save<T>(records: SqlRecords, work: (records: Records) => Promise<T>): Promise<T> {
  const result = await work(records);
  await records.save();
  return result;
}

async function rollBack(connection: Connection): Promise<void> {
  try {
    await connection.run("rollback");
  } catch {
    // Either nothing had begun, or the connection is lost and the database has rolled back by itself.
  }
}
