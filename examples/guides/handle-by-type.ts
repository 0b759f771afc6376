import { WebhookHandlers } from "@vinr/client/webhooks";

/** Creates the route of a server that speaks the Fetch standard; a bad delivery gets a 400. */
export function createRoute(fulfil: (payment: string) => Promise<void>): (request: Request) => Promise<Response> {
  const handlers = new WebhookHandlers()
    .on("payment.completed", ({ data }) => fulfil(data.object.id))
    .otherwise(({ type }) => console.log(`not handled: ${type}`));
  return (request) => handlers.receive(request, process.env.VINR_WEBHOOK_SECRET);
}
