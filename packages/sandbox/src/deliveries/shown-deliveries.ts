import type { Account } from "../account/account.js";
import type { Delivery } from "../domain/delivery.js";

/**
 * Deliveries as they are shown: those to a deleted endpoint are stopped. To delete one looks for none of its deliveries, of which there
 * may be very many; each is stopped in the store when it falls due.
 */
export async function showDeliveries(account: Account, deliveries: readonly Delivery[]): Promise<readonly Delivery[]> {
  const waiting = deliveries.filter(({ status }) => status === "pending");
  const deleted = new Set<string>();
  // One after another: a transaction has one connection.
  for (const id of new Set(waiting.map(({ endpoint }) => endpoint))) {
    if ((await account.findEndpoint(id)) === undefined) deleted.add(id);
  }
  return deliveries.map((one) =>
    one.status === "pending" && deleted.has(one.endpoint) ? { ...one, status: "stopped" } : one,
  );
}

/** The same for one delivery. */
export async function showDelivery(account: Account, delivery: Delivery): Promise<Delivery> {
  const [shown = delivery] = await showDeliveries(account, [delivery]);
  return shown;
}
