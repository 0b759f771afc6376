/** A shop on a store that processes share: its client, and its server that receives events. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Vinr } from "@vinr/client";
import { onTestFinished } from "vitest";
import { createSandbox } from "../../src/index.js";
import type { Store } from "../../src/store/store.js";

export const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

export function clientOf(store: Store, name = "sandbox") {
  const { fetch, account } = createSandbox({ store });
  const sandbox = account(name);
  return { sandbox, vinr: new Vinr({ secretKey: sandbox.key(), fetch, maxRetries: 0 }) };
}

/** A merchant's server, which is slow enough for two senders to meet. */
export async function startReceiver(onEvent: (id: string) => void): Promise<string> {
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    onEvent(JSON.parse(body).id);
    await sleep(20);
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Leaves a delivery that is due for each of so many payments. */
export async function makeDeliveries(vinr: Vinr, count: number): Promise<void> {
  await vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["payment.created"] });
  for (let i = 0; i < count; i++) await vinr.payments.create(newPayment);
}
