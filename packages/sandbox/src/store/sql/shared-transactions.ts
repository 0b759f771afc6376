import { setImmediate } from "node:timers/promises";
import type { Connection } from "./statement.js";

/** Work in a transaction of one account, and whoever waits for it. */
interface Part {
  run(connection: Connection): Promise<() => void>;
  reject(error: unknown): void;
}

/** How many parts share one transaction: other processes wait for the file meanwhile. */
const mostParts = 32;

/**
 * Runs transactions of accounts, for a database that has one writer. Those that wait at the same time share one transaction of the
 * database, which takes the file once and writes each page of it once. A part that throws is undone alone. Nobody learns of a
 * result before it was committed.
 */
export class SharedTransactions {
  readonly #transact: (work: (connection: Connection) => Promise<void>) => Promise<void>;
  readonly #waiting: Part[] = [];
  #ended: Promise<void> = Promise.resolve();

  /** `transact` runs one transaction of the database, after those that came before. */
  constructor(transact: (work: (connection: Connection) => Promise<void>) => Promise<void>) {
    this.#transact = transact;
  }

  run<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const run = async (connection: Connection) => {
        const result = await work(connection);
        return () => resolve(result);
      };
      this.#waiting.push({ run, reject });
      if (this.#waiting.length === 1) this.#ended = this.#runAll();
    });
  }

  /** Returns when all transactions have ended. */
  drain(): Promise<void> {
    return this.#ended;
  }

  async #runAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      // Requests that arrive together are read one after another before this.
      await setImmediate();
      await this.#runTogether(this.#waiting.slice(0, mostParts));
    }
  }

  async #runTogether(parts: readonly Part[]): Promise<void> {
    let settle: (() => void)[] = [];
    try {
      await this.#transact(async (connection) => {
        const [only] = parts;
        if (only !== undefined && parts.length === 1) settle = [await only.run(connection)];
        else for (const part of parts) settle.push(await runPart(connection, part));
      });
    } catch (error) {
      settle = parts.map((part) => () => part.reject(error));
    }
    this.#waiting.splice(0, parts.length);
    for (const tell of settle) tell();
  }
}

/** @throws where the whole transaction is lost, and not this part alone. */
async function runPart(connection: Connection, part: Part): Promise<() => void> {
  await connection.run("savepoint part");
  try {
    const tell = await part.run(connection);
    await connection.run("release part");
    return tell;
  } catch (error) {
    try {
      await connection.run("rollback to part");
      await connection.run("release part");
    } catch {
      // SQLite rolls back everything where the disk is full.
      throw error;
    }
    return () => part.reject(error);
  }
}
