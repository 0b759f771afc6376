import { Vinr } from "@vinr/client";

const vinr = new Vinr({
  secretKey: process.env.VINR_SECRET_KEY,
  baseUrl: process.env.VINR_BASE_URL,
});

const endpoint = await vinr.webhooks.create(
  {
    url: "https://shop.example/webhooks/vinr",
    enabled_events: ["payment.completed", "payment.failed", "refund.completed"],
  },
  { idempotencyKey: "shop-webhooks" },
);
// The signing secret is shown this once: store it where your server reads VINR_WEBHOOK_SECRET.
console.log(endpoint.id, endpoint.secret !== undefined);
