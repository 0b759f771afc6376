import { initTRPC } from "@trpc/server";
import { validatePaymentCreateParams } from "@vinr/validators/payment-create-params";

const t = initTRPC.create();

/** A shop's own procedure, which takes what it will send to VINR. */
export const router = t.router({
  checkout: t.procedure
    .input(validatePaymentCreateParams)
    .mutation(({ input: { amount, currency } }) => ({ amount, currency })),
});
