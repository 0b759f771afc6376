import { Vinr } from "@vinr/client";

const vinr = new Vinr({
  secretKey: process.env.VINR_SECRET_KEY,
  baseUrl: process.env.VINR_BASE_URL,
});

for await (const settlement of vinr.settlements.list()) {
  console.log(settlement.id, settlement.status, settlement.netAmount, settlement.currency);
}
