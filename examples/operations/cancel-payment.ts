import { Vinr } from "@vinr/client";

const vinr = new Vinr({
  secretKey: process.env.VINR_SECRET_KEY,
  baseUrl: process.env.VINR_BASE_URL,
});

const payment = await vinr.payments.cancel("pay_4nV8xL1fH", { idempotencyKey: "order-1043-cancel" });
console.log(payment.status);
