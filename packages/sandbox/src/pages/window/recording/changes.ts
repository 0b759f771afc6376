import { afterTransactions } from "../../../store/after-transactions.js";
import type { Store } from "../../../store/store.js";

/** Notifies those who watch an account that something happened in it, in this process. */
export class ChangeFeed {
  readonly #listeners = new Map<string, Set<() => void>>();

  /** The store, whose transactions count as changes. To look at an account, use the store itself. */
  watch(store: Store): Store {
    return afterTransactions(store, (account) => this.notify(account));
  }

  notify(account: string): void {
    for (const listener of this.#listeners.get(account) ?? []) listener();
  }

  /** Returns a function that ends the subscription. */
  subscribe(account: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(account) ?? new Set();
    this.#listeners.set(account, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(account);
    };
  }
}
