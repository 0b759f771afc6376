import { apiError, type PartialOperations, type Refund } from "@vinr/server";
import { paginate } from "./paginate.ts";
import { type Accounts, createId, find, now } from "./records.ts";

/** The operations on refunds. */
export function refundOperations(accounts: Accounts) {
  return {
    createRefund({ body: { payment: id, amount, reason, metadata = {} }, caller }) {
      const { payments, refunds } = accounts(caller);
      const payment = find(payments, id);
      if (payment.status !== "completed") throw apiError("payment_not_refundable", { resource: id, param: "payment" });
      const { amountCaptured = 0, amountRefunded = 0, currency } = payment;
      const rest = amountCaptured - amountRefunded;
      const refunded = amount ?? rest;
      if (refunded > rest || rest === 0) throw apiError("amount_too_large", { resource: id, param: "amount" });
      const own = { id: createId("re"), object: "refund", status: "pending", created_at: now() } as const;
      const refund: Refund = { ...own, payment: id, amount: refunded, currency, reason, metadata };
      payments.set(id, { ...payment, amountRefunded: amountRefunded + refunded });
      refunds.set(refund.id, refund);
      return { status: 201, body: refund };
    },

    listRefunds({ query: { payment: id, ...query }, caller }) {
      const all = [...accounts(caller).refunds.values()];
      const wanted = id === undefined ? all : all.filter(({ payment }) => payment === id);
      return { status: 200, body: paginate(wanted, query) };
    },

    retrieveRefund: ({ path, caller }) => ({ status: 200, body: find(accounts(caller).refunds, path.id) }),
  } satisfies PartialOperations;
}
