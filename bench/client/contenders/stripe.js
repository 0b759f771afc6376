import Stripe from "stripe";
import { order } from "../order.js";

export const create = (origin) => {
  const { hostname, port } = new URL(origin);
  const stripe = new Stripe("sk_test_x", { host: hostname, port, protocol: "http", telemetry: false });
  return () => stripe.paymentIntents.create({ amount: order.amount, currency: "eur", return_url: order.returnUrl });
};
