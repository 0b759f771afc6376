import { type World, withAccount } from "../account.js";
import type { Deliveries } from "../deliveries.js";
import type { Store } from "../store/store.js";

/** A burst of requests wakes its account once; in milliseconds. */
const pause = 50;
/** The longest that a timer of Node can wait, in milliseconds: about 25 days. */
const longestWait = 2 ** 31 - 1;

/**
 * Sends what falls due, account by account: soon after something happened in an account, and at the moment of what is due next
 * by its clock. An account in which nothing happens and nothing is due costs nothing.
 */
export class DeliveryLoop {
  readonly #store: Store;
  readonly #world: World;
  readonly #deliveries: Deliveries;
  readonly #onError: (error: unknown) => void;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #running = new Set<Promise<void>>();
  #isStopped = false;

  /** `onError` is told of what the store failed to do; the account is tried again when something happens in it. */
  constructor(store: Store, world: World, deliveries: Deliveries, onError: (error: unknown) => void) {
    this.#store = store;
    this.#world = world;
    this.#deliveries = deliveries;
    this.#onError = onError;
  }

  /** The store, which wakes the loop for each account that something happened in. */
  watch(): Store {
    return {
      accountsWithDeliveries: () => this.#store.accountsWithDeliveries(),
      close: () => this.#store.close(),
      transact: async (account, work) => {
        const result = await this.#store.transact(account, work);
        this.wake(account);
        return result;
      },
    };
  }

  /** Looks soon at what is due in an account. */
  wake(account: string): void {
    this.#wait(account, pause);
  }

  /** Begins nothing new, and returns when the deliveries under way have ended. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    await Promise.all(this.#running);
  }

  #wait(account: string, milliseconds: number): void {
    if (this.#isStopped) return;
    clearTimeout(this.#timers.get(account));
    const timer = setTimeout(() => this.#run(account), Math.min(milliseconds, longestWait));
    this.#timers.set(account, timer);
  }

  #run(account: string): void {
    this.#timers.delete(account);
    const run = this.#deliver(account)
      .catch(this.#onError)
      .finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  async #deliver(account: string): Promise<void> {
    await this.#deliveries.advance(account, 0);
    const wait = await withAccount(this.#store, this.#world, account, async ({ records, now }) => {
      const due = await Promise.all([
        records.nextDue(Number.MAX_SAFE_INTEGER, "delivery"),
        records.nextDue(Number.MAX_SAFE_INTEGER, "decision"),
      ]);
      return Math.min(...due.map((work) => (work?.at ?? Number.POSITIVE_INFINITY) - now));
    });
    // Something may have happened meanwhile, and waits already.
    if (wait !== Number.POSITIVE_INFINITY && !this.#timers.has(account)) this.#wait(account, Math.max(wait, pause));
  }
}
