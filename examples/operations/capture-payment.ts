import { Vinr } from "@vinr/client";

const vinr = new Vinr({
  secretKey: process.env.VINR_SECRET_KEY,
  baseUrl: process.env.VINR_BASE_URL,
});

// Takes 1835.00 of the 1900.00 euro that are authorized, and releases the rest.
const payment = await vinr.payments.capture(
  "pay_7rP1gS0bY",
  { amount: 183500 },
  { idempotencyKey: "order-1041-capture" },
);
console.log(payment.status, payment.amountCaptured);
