import { Vinr } from "@vinr/client";

const vinr = new Vinr({
  secretKey: process.env.VINR_SECRET_KEY,
  baseUrl: process.env.VINR_BASE_URL,
});

for await (const endpoint of vinr.webhooks.list()) {
  console.log(endpoint.id, endpoint.status, endpoint.url);
}
