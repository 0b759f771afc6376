/** A sandbox that others can reach, and what they need. */
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { Vinr } from "@vinr/client";
import { expect, onTestFinished } from "vitest";
import type { RunningSandbox } from "../../src/cli/serve.js";
import { type ServeOptions, serveForTest } from "./serve.js";

export const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

/** A key that nobody guesses. */
export const longKey = "sk_test_4fJ8sQ2nXv7LbT5yRk1W";
export const otherKey = "sk_test_9dM3zH6pCw8GaU0eKj4B";

/** Serves on this machine as for others, until the test has ended. It reports no error. */
export async function serveHosted(changed: Partial<ServeOptions> = {}): Promise<RunningSandbox> {
  const errors: unknown[] = [];
  const sandbox = await serveForTest((error) => errors.push(error), { isHosted: true, ...changed });
  onTestFinished(async () => {
    // No load balancer has to notice.
    await sandbox.close(0);
    expect(errors).toEqual([]);
  });
  return sandbox;
}

export function clientOf({ origin }: RunningSandbox, secretKey = longKey): Vinr {
  return new Vinr({ secretKey, baseUrl: `${origin}/v1`, maxRetries: 0 });
}

/** Asks the control API, and returns what it responds with. */
export async function control({ origin }: RunningSandbox, method: string, path: string, key = longKey) {
  const response = await fetch(`${origin}/sandbox${path}`, { method, headers: { authorization: `Bearer ${key}` } });
  return { status: response.status, body: await response.json() };
}

/** An HTTP server on an address of this machine. Returns its origin. */
export async function listenOn(listener: RequestListener, host = "127.0.0.1"): Promise<string> {
  const server = createServer(listener).listen(0, host);
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
