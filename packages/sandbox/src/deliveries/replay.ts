import { apiError } from "@vinr/server";
import { find } from "../account/find.js";
import { withAccount } from "../account/with-account.js";
import type { World } from "../account/world.js";
import { recordReplay } from "../domain/decide-delivery.js";
import type { Delivery } from "../domain/delivery.js";
import type { Store } from "../store/store.js";
import { attempt } from "./attempt.js";
import { everyAccount, type Sender } from "./sender.js";

/** Which delivery of an account to send once more. */
interface Replay {
  readonly name: string;
  readonly id: string;
  /** How often the account had been replaced when this was requested: its replacement may have the same ids. */
  readonly replacements: number;
  readonly sender: Sender;
  /** Of who asked for it, and may leave. */
  readonly signal: AbortSignal | undefined;
}

/** The most attempts that are kept of a delivery. Listing, sending or replaying it reads and writes all of them. */
const maxAttempts = 1_000;

/**
 * Sends a delivery once more, whatever became of it.
 *
 * @throws {ApiError} `resource_not_found` if it does not exist, or disappeared when its account was replaced;
 *   `permission_denied` if it has very many attempts.
 */
export async function replay(store: Store, world: World, asked: Replay): Promise<Delivery> {
  const { sender, signal } = asked;
  return sender.turns.run(everyAccount, () => sendOnceMore(store, world, asked), signal);
}

async function sendOnceMore(
  store: Store,
  world: World,
  { name, id, replacements, sender: { send } }: Replay,
): Promise<Delivery> {
  const ready = await withAccount(store, world, name, async (account) => {
    const delivery = await find(account, "delivery", id);
    if (account.replacements !== replacements) throw apiError("resource_not_found", { resource: id });
    const endpoint = await account.findEndpoint(delivery.endpoint);
    if (endpoint === undefined) throw apiError("resource_not_found", { resource: delivery.endpoint });
    if (delivery.attempts.length >= maxAttempts) {
      throw apiError("permission_denied", {
        message: `A delivery with ${maxAttempts} attempts cannot be replayed again.`,
      });
    }
    return { delivery, endpoint, event: await account.read("event", delivery.event) };
  });
  const response = await attempt(ready, { world, account: name, send });
  return withAccount(store, world, name, async (account) => {
    // The account may have been reset or restored meanwhile: for its new state, nothing was sent.
    const delivery = await find(account, "delivery", id);
    if (account.replacements !== replacements) return delivery;
    return account.apply(recordReplay(delivery, { at: account.now, ...response }));
  });
}
