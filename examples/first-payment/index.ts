import { Vinr } from "@vinr/client";

const vinr = new Vinr({ secretKey: process.env.VINR_SECRET_KEY, baseUrl: process.env.VINR_BASE_URL });
// The amount is in the minor unit: 10.00 euro.
const params = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

// The key is kept with the order, so running this again within 24 hours is not a second payment. A new attempt needs a new key.
const payment = await vinr.payments.create(params, { idempotencyKey: "order-1042-pay-1" });
console.log(`${payment.id} waits for its customer at ${payment.checkoutUrl}`);
