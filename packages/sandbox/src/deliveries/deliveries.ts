import { countReplacements } from "../account/with-account.js";
import type { World } from "../account/world.js";
import type { Delivery } from "../domain/delivery.js";
import { Faults } from "../faults/faults.js";
import type { Store } from "../store/store.js";
import { Turns } from "../turns.js";
import { advance } from "./advance.js";
import type { SendDelivery } from "./attempt.js";
import { replay } from "./replay.js";
import type { Sender } from "./sender.js";

/** A request to send something. It may have waited for the turn of its idempotency key. */
interface Asking {
  readonly signal: AbortSignal;
  /** How often the account had been replaced when the request arrived. */
  readonly replacements: number;
}

/** Sends the deliveries of accounts, those of one account one after another. Other processes may send them too. */
export class Deliveries {
  readonly #store: Store;
  readonly #world: World;
  readonly #sender: Sender | undefined;
  readonly #turns = new Turns();
  #isStopped = false;

  /**
   * Without `send`, deliveries stay due. `faults` strike what the schedule sends. At most `atOnce` deliveries of all
   * accounts are sent at once.
   */
  constructor(
    store: Store,
    world: World,
    send: SendDelivery | undefined,
    faults = new Faults(world.seed),
    atOnce = Number.POSITIVE_INFINITY,
  ) {
    this.#store = store;
    this.#world = world;
    const id = crypto.getRandomValues(new Uint32Array(4)).join("-");
    this.#sender = send && { id, send, faults, turns: new Turns(atOnce) };
  }

  /**
   * Moves an account's clock by milliseconds, and carries out and sends what falls due, in order. It ends before the
   * next delivery if the request is aborted: the client has left, and very many slow receivers could take hours.
   *
   * @throws {ApiError} `service_unavailable` if it was stopped on the way.
   */
  async advance(name: string, duration: number, by?: Asking): Promise<void> {
    return this.#advance(name, duration, () => false, by);
  }

  /** Sends what is due now, or only one delivery if others wait. */
  async sendDue(name: string, isEnough: () => boolean): Promise<void> {
    return this.#advance(name, 0, isEnough);
  }

  async #advance(name: string, duration: number, isEnough: () => boolean, by?: Asking): Promise<void> {
    const signal = by?.signal;
    const isStopped = () => this.#isStopped || signal?.aborted === true;
    const replacements = by?.replacements ?? (await countReplacements(this.#store, this.#world, name));
    const asked = { name, duration, replacements, sender: this.#sender, isStopped, isEnough, signal };
    return this.#turns.run(name, () => advance(this.#store, this.#world, asked), signal);
  }

  /** Lets the current attempts end, and makes no further ones. */
  stop(): void {
    this.#isStopped = true;
  }

  /**
   * Sends a delivery once more.
   *
   * @throws {ApiError} `resource_not_found` if it or its endpoint no longer exists; `permission_denied` if it has very
   *   many attempts.
   */
  async replay(name: string, id: string, { signal, replacements }: Asking): Promise<Delivery> {
    const sender = this.#sender;
    if (sender === undefined) throw new TypeError("Nothing is sent without the option `send`.");
    const asked = { name, id, replacements, sender, signal };
    return this.#turns.run(name, () => replay(this.#store, this.#world, asked), signal);
  }
}
