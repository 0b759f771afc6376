import { createWebhookServer } from "./server.ts";

const port = Number(process.env.PORT ?? 3000);
const server = createWebhookServer({
  secret: process.env.VINR_WEBHOOK_SECRET,
  handle: async (event) => console.log(event.type, event.data.object.id),
});
server.listen(port, "127.0.0.1", () => console.log(`webhooks are taken at http://127.0.0.1:${port}/webhooks/vinr`));
