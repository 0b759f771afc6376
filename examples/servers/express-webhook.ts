import { constructEvent, type Event, isVinrWebhookError } from "@vinr/client";
import express, { type Express } from "express";

/** Takes VINR's deliveries beside the other routes of an Express app. */
export function createWebhookApp(handle: (event: Event) => Promise<void>): Express {
  const app = express();

  // Before express.json(), and with the raw body: the signature covers its bytes.
  app.post("/webhooks/vinr", express.raw({ type: () => true, limit: "1mb" }), async (request, response, next) => {
    const { "x-vinr-signature": signature, "x-vinr-timestamp": timestamp } = request.headers;
    try {
      const body = request.body ?? ""; // undefined where a request has none, which is not one of VINR's
      const event = constructEvent(body, signature, timestamp, process.env.VINR_WEBHOOK_SECRET);
      await handle(event); // your code: do the work once, and note the id with it
      response.sendStatus(204);
    } catch (error) {
      if (isVinrWebhookError(error)) response.status(400).send(error.code);
      else next(error); // a fault of yours: Express logs it and responds with 500, and VINR delivers again
    }
  });

  app.use(express.json());
  return app;
}
