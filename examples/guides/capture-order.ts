import { isVinrApiError, type Payment, type Vinr } from "@vinr/client";

/** Captures what was shipped. Safe to call again: for the same order, the money is taken once. */
export async function captureOrder(vinr: Vinr, order: string, payment: string, amount: number): Promise<Payment> {
  try {
    return await vinr.payments.capture(payment, { amount }, { idempotencyKey: `order-${order}-capture` });
  } catch (error) {
    // An earlier run captured it and crashed before the response: retrieve the current state.
    if (isVinrApiError(error) && error.code === "already_captured") return vinr.payments.retrieve(payment);
    throw error;
  }
}
