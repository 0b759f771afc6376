/** Ten thousand payments through a server that drops, delays, duplicates, cuts and lies, by a fixed seed. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seeded } from "../../../scripts/generators/validators/testing/random.ts";
import { isVinrError, Vinr } from "../src/index.js";
import { createNodeFetch } from "../src/node.js";
import { newPayment, testKey } from "./test-client.js";

const count = 10_000;
const atOnce = 50;

/** An API that does each thing once a key, whatever it says about it. */
class ChaoticApi {
  readonly payments = new Map<string, { id: string }>();
  readonly #random = seeded(20260415);
  requests = 0;

  respond(key: string, response: ServerResponse): void {
    this.requests++;
    const roll = this.#random();
    const hangUp = () => response.socket?.destroy();
    if (roll < 0.05)
      hangUp(); // Dropped before anything happened.
    else if (roll < 0.08) this.#fail(response, 429, "rate_limited", { "retry-after": "1" });
    else if (roll < 0.11) this.#fail(response, 503, "service_unavailable");
    else if (roll < 0.13) this.#fail(response, 409, "idempotency_key_in_progress", { "retry-after": "1" });
    else this.#do(key, roll, response, hangUp);
  }

  /** Makes the payment, and does not always say so. */
  #do(key: string, roll: number, response: ServerResponse, hangUp: () => void): void {
    const { id } = this.#pay(key);
    const send = () => this.#send(response, 201, { ...newPayment, id, object: "payment", status: "pending" });
    if (roll < 0.18) hangUp();
    else if (roll < 0.21) this.#fail(response, 500, "internal_error");
    else if (roll < 0.24) this.#cut(response);
    else if (roll < 0.28) setTimeout(send, 5);
    else if (this.#pay(key).id === id) send(); // The request came twice.
  }

  /** The rule of idempotency: a key that is known gets what it got. */
  #pay(key: string): { id: string } {
    const known = this.payments.get(key);
    if (known !== undefined) return known;
    const made = { id: `pay_${this.payments.size + 1}` };
    this.payments.set(key, made);
    return made;
  }

  #fail(response: ServerResponse, status: number, code: string, headers: Record<string, string> = {}): void {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    this.#send(response, status, { error: { type: "api_error", code, message: "Chaos.", request_id: "req_1" } });
  }

  #cut(response: ServerResponse): void {
    response.writeHead(201, { "content-type": "application/json", "content-length": "500" });
    response.write('{"id":"pay_', () => response.socket?.destroy());
  }

  #send(response: ServerResponse, status: number, body: object): void {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  }
}

const api = new ChaoticApi();
const server = createServer(async (request: IncomingMessage, response) => {
  for await (const _ of request);
  api.respond(String(request.headers["idempotency-key"]), response);
});
const fetch = createNodeFetch();
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => {
  fetch.close();
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

it("ends with one payment a key, and every outcome known to the caller", async () => {
  const random = seeded(1);
  const vinr = new Vinr({
    secretKey: testKey,
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    maxRetries: 2,
    fetch,
    // Waits are over at once; time-outs are not.
    runtime: {
      random,
      after: (ms, callback) => {
        const timer = setTimeout(callback, ms > 10_000 ? ms : 0);
        return () => clearTimeout(timer);
      },
    },
  });
  const known = new Map<string, string>();
  let resumed = 0;

  /** Pays as a merchant does: on an error, again with the same key. */
  async function pay(order: string): Promise<void> {
    for (let idempotencyKey = order; ; resumed++) {
      try {
        const { id } = await vinr.payments.create(newPayment, { idempotencyKey });
        known.set(order, id);
        return;
      } catch (error) {
        if (!isVinrError(error) || error.idempotencyKey === undefined) throw error;
        idempotencyKey = error.idempotencyKey;
      }
    }
  }

  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < count) await pay(`order-${next++}`);
    }),
  );

  expect([known.size, api.payments.size]).toEqual([count, count]);
  expect([...known].filter(([order, id]) => api.payments.get(order)?.id !== id)).toEqual([]);
  expect([api.requests > count * 1.2, resumed > 0]).toEqual([true, true]);
}, 120_000);
