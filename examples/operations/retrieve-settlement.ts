import { Vinr } from "@vinr/client";

const vinr = new Vinr({
  secretKey: process.env.VINR_SECRET_KEY,
  baseUrl: process.env.VINR_BASE_URL,
});

const settlement = await vinr.settlements.retrieve("setl_3kQ9xZ");
console.log(settlement.grossAmount - settlement.refundedAmount - settlement.feeAmount === settlement.netAmount);
