import type { Event, SignedDelivery } from "@vinr/server";
import { withAccount } from "../account/with-account.js";
import type { World } from "../account/world.js";
import type { Delivery } from "../domain/delivery.js";
import type { Store } from "../store/store.js";
import { type ReadyDelivery, signNow } from "./attempt.js";

/** A delivery as a test sees it: the event, signed as VINR signs it, and its attempts. */
export interface SentDelivery extends Pick<Delivery, "attempts" | "status">, SignedDelivery {
  readonly url: string;
  readonly event: Event;
}

/** Every delivery of an account, oldest first; those to deleted endpoints are left out. */
export async function readDeliveries(store: Store, world: World, name: string): Promise<readonly SentDelivery[]> {
  const ready = await withAccount(store, world, name, async (account) => {
    const all: ReadyDelivery[] = [];
    // One after another: a transaction has one connection.
    for (const delivery of await account.readAll("delivery")) {
      const endpoint = await account.findEndpoint(delivery.endpoint);
      if (endpoint !== undefined) all.push({ delivery, endpoint, event: await account.read("event", delivery.event) });
    }
    return all;
  });
  return Promise.all(
    ready.map(async ({ delivery: { attempts, status }, endpoint, event }) => {
      const signed = await signNow(event, endpoint, world);
      return { ...signed, url: endpoint.url, event, attempts, status };
    }),
  );
}
