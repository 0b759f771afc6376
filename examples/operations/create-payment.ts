import { Vinr } from "@vinr/client";

const vinr = new Vinr({
  secretKey: process.env.VINR_SECRET_KEY,
  baseUrl: process.env.VINR_BASE_URL,
});

const payment = await vinr.payments.create(
  {
    amount: 1000, // in the minor unit: 10.00 euro
    currency: "EUR",
    returnUrl: "https://shop.example/orders/1042/return",
    description: "Order 1042",
    metadata: { order: "1042" },
  },
  { idempotencyKey: "order-1042-pay" },
);
console.log(payment.id, payment.status, payment.checkoutUrl);
