import type { Event } from "@vinr/client";

/** What your shop does with an order; `fulfil` does nothing the second time. */
export interface Orders {
  fulfil(order: string): Promise<void>;
  reopen(order: string): Promise<void>;
}

/** Handles an event whose signature was verified. */
export async function handleEvent(event: Event, orders: Orders): Promise<void> {
  switch (event.type) {
    case "payment.completed":
      return orders.fulfil(event.data.object.metadata.order ?? "");
    case "payment.failed":
    case "payment.expired":
    case "payment.cancelled":
      return orders.reopen(event.data.object.metadata.order ?? "");
    default:
      // A type that is new, or that this shop has no use for: answer 2xx and go on.
      return;
  }
}
