import type { World } from "./account.js";
import { advance, replay, type SendRequest } from "./deliver.js";
import type { Delivery } from "./domain/delivery.js";
import type { Store } from "./store/store.js";

/** Sends the deliveries of accounts, those of one account one after another: two senders at once would send one twice. */
export class Deliveries {
  readonly #store: Store;
  readonly #world: World;
  readonly #send: SendRequest | undefined;
  /** The last work that was begun of each account for which some is under way. */
  readonly #last = new Map<string, Promise<unknown>>();

  /** Without `send`, deliveries stay due. */
  constructor(store: Store, world: World, send: SendRequest | undefined) {
    this.#store = store;
    this.#world = world;
    this.#send = send;
  }

  /** Moves an account's clock by milliseconds, and carries out and sends what falls due, in order. */
  advance(account: string, milliseconds: number): Promise<void> {
    return this.#inTurn(account, () => advance(this.#store, this.#world, account, milliseconds, this.#send));
  }

  /**
   * Sends a delivery once more.
   *
   * @throws {ApiError} `resource_not_found` if it does not exist, or its endpoint does not exist any more.
   */
  replay(account: string, delivery: string): Promise<Delivery> {
    const send = this.#send;
    if (send === undefined) throw new TypeError("Nothing is sent without the option `send`.");
    return this.#inTurn(account, () => replay(this.#store, this.#world, { account, delivery, send }));
  }

  async #inTurn<T>(account: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(account) ?? Promise.resolve();
    const own = before.catch(() => undefined).then(work);
    this.#last.set(account, own);
    try {
      return await own;
    } finally {
      if (this.#last.get(account) === own) this.#last.delete(account);
    }
  }
}
