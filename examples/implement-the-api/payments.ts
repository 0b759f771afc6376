import { apiError, type NewPayment, type PartialOperations, type Payment } from "@vinr/server";
import { paginate } from "./paginate.ts";
import { type Account, type Accounts, createId, find, now } from "./records.ts";

/** The operations on payments. `satisfies`, not `: Operations`: it keeps the types in which misspelt names are found. */
export function paymentOperations(accounts: Accounts) {
  return {
    createPayment({ body: { capture = true, metadata = {}, ...params }, caller }) {
      const id = createId("pay");
      const checkoutUrl = `https://checkout.vinr.com/${id}`;
      const own = { id, object: "payment", status: "pending", checkoutUrl, created_at: now() } as const;
      const payment: NewPayment = { ...own, ...params, metadata };
      const account = accounts(caller);
      account.payments.set(id, payment);
      if (!capture) account.capturedLater.add(id);
      return { status: 201, body: payment };
    },

    listPayments: ({ query, caller }) => ({ status: 200, body: paginate(accounts(caller).payments.values(), query) }),

    retrievePayment: ({ path, caller }) => ({ status: 200, body: find(accounts(caller).payments, path.id) }),

    capturePayment({ path: { id }, body, caller }) {
      const { payments } = accounts(caller);
      const payment = find(payments, id);
      const { status, amountCapturable = 0 } = payment;
      if (status === "completed") throw apiError("already_captured", { resource: id });
      if (status !== "authorized") throw apiError("payment_not_capturable", { resource: id });
      const amount = body?.amount ?? amountCapturable;
      if (amount > amountCapturable) throw apiError("amount_too_large", { resource: id, param: "amount" });
      const captured: Payment = { ...payment, status: "completed", amountCapturable: 0, amountCaptured: amount };
      payments.set(id, captured);
      return { status: 200, body: captured };
    },

    cancelPayment({ path: { id }, caller }) {
      const { payments } = accounts(caller);
      const { checkoutUrl: _, ...payment } = find(payments, id);
      if (payment.status === "completed") throw apiError("already_captured", { resource: id });
      if (!isOpen(payment)) throw apiError("payment_not_cancellable", { resource: id });
      const cancelled: Payment = { ...payment, status: "cancelled" };
      payments.set(id, cancelled);
      return { status: 200, body: cancelled };
    },
  } satisfies PartialOperations;
}

function isOpen({ status }: Payment): boolean {
  return status === "pending" || status === "requires_authentication" || status === "authorized";
}

/** Pays as a customer does on the hosted page. It is not an operation: the page calls it. */
export function completeCheckout({ payments, capturedLater }: Account, id: string): void {
  const { checkoutUrl: _, ...payment } = find(payments, id);
  const { amount } = payment;
  if (capturedLater.has(id)) payments.set(id, { ...payment, status: "authorized", amountCapturable: amount });
  else payments.set(id, { ...payment, status: "completed", amountCapturable: 0, amountCaptured: amount });
}
