import type { Refund, Vinr } from "@vinr/client";

/** Returns at most 150 of a payment's refunds, newest first, from as many pages as it takes. */
export function newestRefunds(vinr: Vinr, payment: string): Promise<Refund[]> {
  return vinr.refunds.list({ payment, limit: 100 }).toArray({ limit: 150 });
}
