import { apiError, createPartialHandler, type NewPayment, type Payment } from "@vinr/server";

const payments = new Map<string, Payment>();

/** A part of the API, such as for a fake: every other operation responds with 501. */
export const handler = createPartialHandler({
  createPayment({ body: { amount, currency, returnUrl, metadata = {} }, caller }) {
    const id = `pay_${payments.size + 1}`;
    const created_at = new Date().toISOString();
    const payment: NewPayment = {
      id,
      object: "payment",
      status: "pending",
      amount,
      currency,
      returnUrl,
      checkoutUrl: `https://checkout.vinr.com/${id}`,
      metadata,
      created_at,
    };
    payments.set(`${caller.account}/${id}`, payment);
    return { status: 201, body: payment };
  },
  retrievePayment({ path: { id }, caller }) {
    const payment = payments.get(`${caller.account}/${id}`);
    if (payment === undefined) throw apiError("resource_not_found", { resource: id });
    return { status: 200, body: payment };
  },
});
