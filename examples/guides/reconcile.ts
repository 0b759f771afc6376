import type { Vinr } from "@vinr/client";

/** Adds up a settlement's transactions and compares the sums with the settlement's own figures, to the cent. */
export async function reconcile(vinr: Vinr, id: string): Promise<{ payout: number; differences: string[] }> {
  const settlement = await vinr.settlements.retrieve(id);
  const sums = { grossAmount: 0, refundedAmount: 0, feeAmount: 0, netAmount: 0 };
  for await (const { gross, fee, net } of vinr.settlements.listTransactions(id, { limit: 100 })) {
    // By sign, not by type: disputes count as refunds when money is held, and as payments when it comes back.
    if (gross > 0) sums.grossAmount += gross;
    else sums.refundedAmount -= gross;
    sums.feeAmount -= fee;
    sums.netAmount += net;
  }
  const names = ["grossAmount", "refundedAmount", "feeAmount", "netAmount"] as const;
  const differences = names
    .filter((name) => sums[name] !== settlement[name])
    .map((name) => `${name} is ${settlement[name]}, the transactions make ${sums[name]}`);
  return { payout: settlement.netAmount, differences };
}
