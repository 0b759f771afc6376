import type { SettlementTransaction, Vinr } from "@vinr/client";

/** Finds the payment of a dispute in your own records, where the event `dispute.opened` put it. */
type PaymentOfDispute = (dispute: string) => Promise<string | undefined>;

/** Lists a settlement's transactions with the number of the order that each belongs to; undefined for a fee of its own. */
export async function* listOrders(vinr: Vinr, settlement: string, paymentOfDispute: PaymentOfDispute) {
  for await (const line of vinr.settlements.listTransactions(settlement, { limit: 100 })) {
    const id = await findPayment(vinr, line, paymentOfDispute);
    const payment = id === undefined ? undefined : await vinr.payments.retrieve(id);
    yield { type: line.type, net: line.net, order: payment?.metadata.order };
  }
}

/** A refund has metadata of its own, and leads to its payment by `payment`. */
async function findPayment(
  vinr: Vinr,
  { type, source }: SettlementTransaction,
  paymentOfDispute: PaymentOfDispute,
): Promise<string | undefined> {
  if (source === null) return undefined;
  if (type === "payment") return source;
  if (type === "refund") return (await vinr.refunds.retrieve(source)).payment;
  return type === "dispute" ? paymentOfDispute(source) : undefined;
}
