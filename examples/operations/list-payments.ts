import { Vinr } from "@vinr/client";

const vinr = new Vinr({
  secretKey: process.env.VINR_SECRET_KEY,
  baseUrl: process.env.VINR_BASE_URL,
});

// Asks for the next page when this one is used up.
for await (const payment of vinr.payments.list({ limit: 100 })) {
  console.log(payment.id, payment.status);
  if (payment.id === "pay_7rP1gS0bY") break;
}
