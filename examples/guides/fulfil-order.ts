import type { Event } from "@vinr/client";

/** The orders of your shop. `fulfil` does nothing the second time. */
export interface Orders {
  fulfil(order: string): Promise<void>;
  reopen(order: string): Promise<void>;
}

/** Handles an event whose signature was verified. */
export async function handleEvent(event: Event, orders: Orders): Promise<void> {
  switch (event.type) {
    case "payment.completed":
      return orders.fulfil(orderOf(event.data.object));
    case "payment.failed":
    case "payment.expired":
    case "payment.cancelled":
      return orders.reopen(orderOf(event.data.object));
    default:
      // A new type, or one that this shop does not need: respond with 2xx and go on.
      return;
  }
}

/** The order that the payment was created for. A payment without an order needs a person's attention. */
function orderOf({ id, metadata }: { id: string; metadata: Record<string, string> }): string {
  const { order } = metadata;
  if (order === undefined) throw new Error(`${id} names no order in its metadata.`);
  return order;
}
