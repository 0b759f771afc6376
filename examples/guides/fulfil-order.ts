import type { Event, Payment, Vinr } from "@vinr/client";

/** An order, as your database keeps it. */
export interface Order {
  readonly id: string;
  /** The payment that the customer was offered last. */
  readonly payment: string;
  /** The payment that the order was fulfilled for. */
  readonly paidBy?: string;
}

export interface Orders {
  find(id: string): Promise<Order>;
  fulfil(order: Order, payment: string): Promise<void>;
  /** Lets the customer pay again. */
  reopen(order: Order): Promise<void>;
  /** Reports that an order was paid twice, so that somebody refunds this payment. */
  reportExtra(order: Order, payment: string): Promise<void>;
}

/** Handles an event whose signature was verified. Events come late, twice and in any order: they say only where to look. */
export async function handleEvent(event: Event, vinr: Vinr, orders: Orders): Promise<void> {
  switch (event.type) {
    case "payment.completed":
    case "payment.failed":
    case "payment.expired":
    case "payment.cancelled":
      return updateOrder(await vinr.payments.retrieve(event.data.object.id), orders);
    default:
      // A new type, or one that this shop does not need: respond with 2xx and go on.
      return;
  }
}

/** Acts on the current state of a payment and of its order. In production, in one transaction that locks the order. */
async function updateOrder({ id, status, metadata }: Payment, orders: Orders): Promise<void> {
  if (metadata.order === undefined) throw new Error(`${id} names no order in its metadata.`);
  const order = await orders.find(metadata.order);
  if (status === "completed") {
    if (order.paidBy === undefined) await orders.fulfil(order, id);
    else if (order.paidBy !== id) await orders.reportExtra(order, id);
    return;
  }
  const hasEnded = status === "failed" || status === "expired" || status === "cancelled";
  // An earlier attempt may end while the customer pays with the next one, or has paid.
  if (hasEnded && order.paidBy === undefined && order.payment === id) await orders.reopen(order);
}
