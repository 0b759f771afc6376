import type { NewPayment, Vinr } from "@vinr/client";

/** An order, as your database keeps it. */
export interface OpenOrder {
  readonly id: string;
  /** In the minor unit of the currency. */
  readonly amount: number;
  readonly currency: string;
  /** How many payments the customer was offered, this one included. Add one, and save it, before you offer the next. */
  readonly attempt: number;
}

/** Creates the payment of an order's attempt. For 24 hours it is safe to call again: one attempt, one key, one payment. */
export function payOrder(vinr: Vinr, { id, amount, currency, attempt }: OpenOrder): Promise<NewPayment> {
  return vinr.payments.create(
    { amount, currency, returnUrl: `https://shop.example/orders/${id}/return`, metadata: { order: id } },
    { idempotencyKey: `order-${id}-pay-${attempt}` },
  );
}
