import { Vinr } from "@vinr/client";

const vinr = new Vinr({
  secretKey: process.env.VINR_SECRET_KEY,
  baseUrl: process.env.VINR_BASE_URL,
});

const payment = await vinr.payments.retrieve("pay_1234567890");
console.log(payment.status, payment.amount, payment.currency);
