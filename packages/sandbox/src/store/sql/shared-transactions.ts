import { setImmediate } from "node:timers/promises";
import { StoreUnavailableError } from "../store.js";
import type { Connection } from "./statement.js";

/** Work in a transaction of one account, and the caller that waits for it. */
interface Part {
  run(connection: Connection): Promise<() => void>;
  reject(error: unknown): void;
}

/**
 * The most parts that share one transaction, and how long new parts may join it, in milliseconds: others wait for the
 * file meanwhile.
 */
const mostParts = 32;
const longestSharing = 100;

/**
 * How many transactions have only one part after one was lost: on a full disk, parts that only read are then not lost
 * with others.
 */
const unsharedAfterLoss = 128;

/**
 * Runs transactions of accounts, for a database that has one writer. Those that wait at the same time share one
 * transaction of the database, which takes the file once and writes each page of it once. If a part throws, only that
 * part is undone. No result is returned before it is committed.
 */
export class SharedTransactions {
  readonly #transact: (work: (connection: Connection) => Promise<void>) => Promise<void>;
  readonly #waiting: Part[] = [];
  /**
   * A caller whose transaction has ended may start the next one before the loop continues: a second loop must not
   * start.
   */
  #isRunning = false;
  #unshared = 0;
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
      if (!this.#isRunning) this.#ended = this.#runAll();
    });
  }

  /** Returns when all transactions have ended. */
  drain(): Promise<void> {
    return this.#ended;
  }

  async #runAll(): Promise<void> {
    this.#isRunning = true;
    while (this.#waiting.length > 0) {
      // Requests that arrive together are read one after another before this.
      await setImmediate();
      await this.#runTogether();
    }
    this.#isRunning = false;
  }

  async #runTogether(): Promise<void> {
    const begun: Part[] = [];
    let settle: (() => void)[] = [];
    try {
      await this.#transact(async (connection) => {
        const most = this.#unshared > 0 ? 1 : Math.min(this.#waiting.length, mostParts);
        this.#unshared = Math.max(0, this.#unshared - 1);
        const until = performance.now() + longestSharing;
        do {
          const part = this.#waiting.shift();
          if (part === undefined) break;
          begun.push(part);
          settle.push(most === 1 ? await part.run(connection) : await runPart(connection, part));
        } while (begun.length < most && performance.now() < until);
      });
    } catch (error) {
      // If the transaction could not begin, the parts that it was for get the error.
      const lost = begun.length > 0 ? begun : this.#waiting.splice(0, mostParts);
      settle = lost.map((part) => () => part.reject(error));
      // If a single part is lost alone, the disk is still full.
      if (begun.length > 1 || (begun.length === 1 && error instanceof StoreUnavailableError)) {
        this.#unshared = unsharedAfterLoss;
      }
    }
    for (const tell of settle) tell();
  }
}

/** @throws if the whole transaction is lost, and not only this part. */
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
      // SQLite rolls back everything if the disk is full.
      throw error;
    }
    return () => part.reject(error);
  }
}
