import {
  apiError,
  type Caller,
  errorResponse,
  type NewPayment,
  type PartialOperations,
  type Payment,
} from "@vinr/server";
import { createId, now } from "./records.ts";
import type { Connection } from "./sql-store.ts";

export const paymentsSchema =
  "create table payments (account text, id text, capture boolean not null, body text not null, primary key (account, id))";

/** Takes authorized money. It is safe to repeat for one payment. */
export interface Bank {
  capture(paymentId: string, amount: number): Promise<"captured" | "declined">;
}

/** Two operations that write: everything through `transaction`, so that it is committed with the record of the key. */
export function sqlPaymentOperations(bank: Bank) {
  return {
    async createPayment({ body: { capture = true, metadata = {}, ...params }, caller, transaction }) {
      const id = createId("pay");
      const checkoutUrl = `https://checkout.vinr.com/${id}`;
      const own = { id, object: "payment", status: "pending", checkoutUrl, created_at: now() } as const;
      const payment: NewPayment = { ...own, ...params, metadata };
      // Whether to capture is not a property of a payment, but decides what the checkout does with the customer's money.
      const insert = "insert into payments (account, id, capture, body) values ($1, $2, $3, $4)";
      await transaction.query(insert, [caller.account, payment.id, capture, JSON.stringify(payment)]);
      return { status: 201, body: payment };
    },

    async capturePayment({ path: { id }, body, caller, transaction, requestId }) {
      const payment = await lockPayment(transaction, caller, id);
      const { status, amountCapturable = 0 } = payment;
      // Thrown: nothing was done, and nothing is remembered.
      if (status === "completed") throw apiError("already_captured", { resource: id });
      if (status !== "authorized") throw apiError("payment_not_capturable", { resource: id });
      const amount = body?.amount ?? amountCapturable;
      if (amount > amountCapturable) throw apiError("amount_too_large", { resource: id, param: "amount" });
      // A crash from here to the commit repeats this: the bank knows by the id that it is one payment.
      if ((await bank.capture(id, amount)) === "declined") {
        await savePayment(transaction, caller, { ...payment, status: "failed", amountCapturable: 0 });
        // Returned: the failure is saved, and a retry gets the same response.
        return errorResponse("authorization_declined", requestId, { resource: id });
      }
      const captured: Payment = { ...payment, status: "completed", amountCapturable: 0, amountCaptured: amount };
      await savePayment(transaction, caller, captured);
      return { status: 200, body: captured };
    },
  } satisfies PartialOperations<Caller, Connection>;
}

/** Reads a payment for a change: another request that changes it waits for the end of the transaction. */
async function lockPayment(transaction: Connection, { account }: Caller, id: string): Promise<Payment> {
  const select = "select body from payments where account = $1 and id = $2 for update";
  const [row] = (await transaction.query(select, [account, id])).rows;
  if (row === undefined) throw apiError("resource_not_found", { resource: id });
  return JSON.parse(String(row.body));
}

async function savePayment(transaction: Connection, { account }: Caller, payment: Payment): Promise<void> {
  const update = "update payments set body = $3 where account = $1 and id = $2";
  await transaction.query(update, [account, payment.id, JSON.stringify(payment)]);
}
