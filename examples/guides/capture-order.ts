import { isVinrApiError, type Payment, type Vinr } from "@vinr/client";

/** Captures what was shipped. Safe to call again: a payment is captured once. */
export async function captureOrder(vinr: Vinr, payment: string, amount: number): Promise<Payment> {
  try {
    return await vinr.payments.capture(payment, { amount }, { idempotencyKey: `${payment}-capture` });
  } catch (error) {
    // An earlier run captured it and crashed before the response: retrieve the current state.
    if (isVinrApiError(error) && error.code === "already_captured") return vinr.payments.retrieve(payment);
    throw error;
  }
}
