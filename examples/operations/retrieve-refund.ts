import { Vinr } from "@vinr/client";

const vinr = new Vinr({
  secretKey: process.env.VINR_SECRET_KEY,
  baseUrl: process.env.VINR_BASE_URL,
});

const refund = await vinr.refunds.retrieve("re_2bN7vC");
console.log(refund.status, refund.amount, refund.currency);
