import type { World } from "./account.js";
import { advance, type SendRequest } from "./deliver.js";
import type { Store } from "./store/store.js";

/** The clocks of accounts. An account's clock makes one move after another: two at once would send a delivery twice. */
export class Clocks {
  readonly #store: Store;
  readonly #world: World;
  readonly #send: SendRequest | undefined;
  /** The last move of each account whose clock moves. */
  readonly #moves = new Map<string, Promise<void>>();

  /** Without `send`, deliveries stay due. */
  constructor(store: Store, world: World, send: SendRequest | undefined) {
    this.#store = store;
    this.#world = world;
    this.#send = send;
  }

  /** Moves an account's clock by milliseconds, and carries out and sends what falls due, in order. */
  async advance(account: string, milliseconds: number): Promise<void> {
    const before = this.#moves.get(account) ?? Promise.resolve();
    const move = before
      .catch(() => undefined)
      .then(() => advance(this.#store, this.#world, account, milliseconds, this.#send));
    this.#moves.set(account, move);
    try {
      await move;
    } finally {
      if (this.#moves.get(account) === move) this.#moves.delete(account);
    }
  }
}
