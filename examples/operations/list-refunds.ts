import { Vinr } from "@vinr/client";

const vinr = new Vinr({
  secretKey: process.env.VINR_SECRET_KEY,
  baseUrl: process.env.VINR_BASE_URL,
});

for await (const refund of vinr.refunds.list({ payment: "pay_7rP1gS0bY" })) {
  console.log(refund.id, refund.status, refund.amount);
}
