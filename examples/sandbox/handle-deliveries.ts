import { Vinr } from "@vinr/client";
import { createSandbox } from "@vinr/sandbox";

/** A shop's webhook handler, as it is mounted in its server. */
export type Handler = (request: Request) => Promise<Response>;

/** Pays an order and passes every delivery to the handler; gives the handler's statuses, by the event's type. */
export async function deliverAll(createHandler: (secret: string) => Handler): Promise<[string, number][]> {
  const sandbox = createSandbox();
  const vinr = new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch });
  const { secret = "" } = await vinr.webhooks.create({ url: "https://shop.example/webhooks", enabled_events: ["*"] });
  const payment = await vinr.payments.create({
    amount: 1000,
    currency: "EUR",
    returnUrl: "https://shop.example/return",
  });
  await sandbox.checkout(payment.id).pay("4000 0000 0000 3220");
  await sandbox.checkout(payment.id).passChallenge();

  const handler = createHandler(secret);
  const responses: [string, number][] = [];
  for (const { url, event, body, headers } of await sandbox.deliveries()) {
    const { status } = await handler(new Request(url, { method: "POST", headers, body }));
    responses.push([event.type, status]);
  }
  return responses;
}
