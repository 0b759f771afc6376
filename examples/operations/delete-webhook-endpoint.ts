import { Vinr } from "@vinr/client";

const vinr = new Vinr({
  secretKey: process.env.VINR_SECRET_KEY,
  baseUrl: process.env.VINR_BASE_URL,
});

await vinr.webhooks.delete("we_6fD4pJ");
console.log("deleted");
