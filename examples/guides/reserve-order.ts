import type { NewPayment, Vinr } from "@vinr/client";
import type { OpenOrder } from "./pay-order.ts";

/** Asks the customer for an amount without taking it: send them to `checkoutUrl`, then wait for `payment.authorized`. */
export function reserveOrder(vinr: Vinr, { id, amount, currency, attempt }: OpenOrder): Promise<NewPayment> {
  return vinr.payments.create(
    {
      amount,
      currency,
      returnUrl: `https://shop.example/orders/${id}/return`,
      capture: false,
      metadata: { order: id },
    },
    { idempotencyKey: `order-${id}-pay-${attempt}` },
  );
}
