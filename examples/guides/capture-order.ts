import { isVinrApiError, type Payment, type Vinr } from "@vinr/client";

/** Captures what was shipped. Safe to call again: for the same order, the money is taken once. */
export async function captureOrder(vinr: Vinr, order: string, payment: string, amount: number): Promise<Payment> {
  try {
    return await vinr.payments.capture(payment, { amount }, { idempotencyKey: `order-${order}-capture` });
  } catch (error) {
    // Captured before, by an earlier run that did not live to hear of it: read what stands.
    if (isVinrApiError(error) && error.code === "already_captured") return vinr.payments.retrieve(payment);
    throw error;
  }
}
