import type { Payment, Vinr } from "@vinr/client";

/** Asks the customer for an amount without taking it: send them to `checkoutUrl`, then wait for `payment.authorized`. */
export function reserveOrder(vinr: Vinr, order: string, amount: number): Promise<Payment> {
  return vinr.payments.create(
    { amount, currency: "EUR", returnUrl: `https://shop.example/orders/${order}/return`, capture: false },
    { idempotencyKey: `order-${order}-pay` },
  );
}
