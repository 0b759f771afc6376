import { sValidator } from "@hono/standard-validator";
import { validatePaymentCreateParams } from "@vinr/validators/payment-create-params";
import { Hono } from "hono";

/** A shop's own route, which takes what it will send to VINR. */
export const app = new Hono().post("/checkout", sValidator("json", validatePaymentCreateParams), (c) => {
  const { amount, currency } = c.req.valid("json");
  return c.json({ amount, currency });
});
