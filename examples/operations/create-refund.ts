import { Vinr } from "@vinr/client";

const vinr = new Vinr({
  secretKey: process.env.VINR_SECRET_KEY,
  baseUrl: process.env.VINR_BASE_URL,
});

const refund = await vinr.refunds.create(
  { payment: "pay_7rP1gS0bY", amount: 4999, reason: "requested_by_customer" },
  { idempotencyKey: "order-1041-refund-1" },
);
console.log(refund.id, refund.status, refund.amount);
