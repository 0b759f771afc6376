/** Hono: routing and JSON. It checks nothing. */
import { Hono } from "hono";
import { payment } from "../../shared/payment.js";
import { serveFetch } from "../serve-fetch.js";

const app = new Hono();
app.get("/v1/payments/:id", (context) => context.json(payment));
app.post("/v1/payments", async (context) => {
  const { amount, currency, metadata } = await context.req.json();
  return context.json({ ...payment, amount, currency, metadata }, 201);
});

export const listen = () => serveFetch(app.fetch);
