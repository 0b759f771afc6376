/**
 * The client and the sandbox with a network between them that drops, delays, duplicates and cuts, by a fixed seed: one payment
 * for each idempotency key, and every outcome known to the merchant.
 */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isVinrError, Vinr } from "@vinr/client";
import { createNodeFetch } from "@vinr/client/node";
import { expect, it, onTestFinished } from "vitest";
import { seeded } from "../../../scripts/generators/validators/testing/random.ts";
import { createSandbox, type Sandbox } from "../src/index.js";
import { createPlace, type StoreName } from "./testing/stores.js";

/** `CHAOS_PAYMENTS=10000` is the long run. */
const count = Number(process.env.CHAOS_PAYMENTS ?? 300);
const atOnce = 50;
const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

/** The network between the client and the sandbox. */
class Chaos {
  readonly #sandbox: Sandbox;
  readonly #random = seeded(20260415);
  readonly fates = new Map<string, number>();
  requests = 0;

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  async respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    this.requests++;
    const roll = this.#random();
    if (roll < 0.06) return this.#end("dropped before the sandbox", response);
    const received = await this.#forward(request, body);
    if (roll < 0.14) return this.#end("dropped after the sandbox", response);
    if (roll < 0.2) return this.#cut(received, response);
    if (roll < 0.26) await new Promise((resolve) => setTimeout(resolve, 5));
    // The request came twice, and the second response is the one that arrives.
    const last = roll < 0.34 ? await this.#forward(request, body) : received;
    this.#count(roll < 0.26 ? "delayed" : roll < 0.34 ? "duplicated" : "untouched");
    response.writeHead(last.status, [...last.headers].flat()).end(await last.text());
  }

  async #forward({ method = "", url = "", headers }: IncomingMessage, body: string): Promise<Response> {
    const sent = new Headers();
    for (const name of ["authorization", "content-type", "idempotency-key"]) {
      if (headers[name] !== undefined) sent.set(name, String(headers[name]));
    }
    return this.#sandbox.fetch(`http://localhost${url}`, { method, headers: sent, body: body === "" ? null : body });
  }

  #end(fate: string, response: ServerResponse): void {
    this.#count(fate);
    response.socket?.destroy();
  }

  async #cut(received: Response, response: ServerResponse): Promise<void> {
    const text = await received.text();
    this.#count("cut");
    response.writeHead(received.status, { "content-type": "application/json", "content-length": text.length });
    response.write(text.slice(0, 20), () => response.socket?.destroy());
  }

  #count(fate: string): void {
    this.fates.set(fate, (this.fates.get(fate) ?? 0) + 1);
  }
}

/** A client over HTTP whose waits are over at once; time-outs are not. */
async function connect(chaos: Chaos, secretKey: string) {
  const server = createServer((request, response) => void chaos.respond(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const fetch = createNodeFetch();
  const runtime = {
    random: seeded(1),
    after(ms: number, callback: () => void) {
      const timer = setTimeout(callback, ms > 10_000 ? ms : 0);
      return () => clearTimeout(timer);
    },
  };
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const close = async () => {
    fetch.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { vinr: new Vinr({ secretKey, baseUrl, maxRetries: 2, fetch, runtime }), close };
}

/** Acts as a merchant does: on an error, again with the same key. */
async function insist<T>(key: string, act: (idempotencyKey: string) => Promise<T>): Promise<T> {
  for (let idempotencyKey = key; ; ) {
    try {
      return await act(idempotencyKey);
    } catch (error) {
      if (!isVinrError(error) || error.idempotencyKey === undefined) throw error;
      idempotencyKey = error.idempotencyKey;
    }
  }
}

async function payThrough(name: StoreName): Promise<void> {
  const sandbox = createSandbox({ store: await (await createPlace(name)).open() });
  const chaos = new Chaos(sandbox);
  const { vinr, close } = await connect(chaos, sandbox.key());
  onTestFinished(close);
  const known = new Map<string, string>();
  async function pay(order: string): Promise<void> {
    const params = { ...newPayment, capture: false };
    const { id } = await insist(order, (idempotencyKey) => vinr.payments.create(params, { idempotencyKey }));
    await sandbox.checkout(id).pay("4242 4242 4242 4242");
    await insist(`${order}-capture`, (idempotencyKey) => vinr.payments.capture(id, {}, { idempotencyKey }));
    const refund = { payment: id, amount: 400 };
    await insist(`${order}-refund`, (idempotencyKey) => vinr.refunds.create(refund, { idempotencyKey }));
    known.set(order, id);
  }
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < count) await pay(`order-${next++}`);
    }),
  );

  const direct = new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch });
  const payments = await direct.payments.list({ limit: 100 }).toArray({ limit: 2 * count });
  const refunds = await direct.refunds.list({ limit: 100 }).toArray({ limit: 2 * count });
  const fates = [...chaos.fates].map(([fate, times]) => `${fate}: ${times}`).join(", ");
  console.info(
    `${name}: ${payments.length} payments and ${refunds.length} refunds for ${count} orders; ${chaos.requests} requests: ${fates}.`,
  );
  expect(new Set(payments.map(({ id }) => id))).toEqual(new Set(known.values()));
  expect([payments.length, refunds.length, known.size]).toEqual([count, count, count]);
  expect(payments.filter(({ status, amountRefunded }) => status !== "completed" || amountRefunded !== 400)).toEqual([]);
  expect(chaos.requests).toBeGreaterThan(count * 3 * 1.1);
}

// Ten thousand payments show nothing more of a slower store.
const names: readonly StoreName[] = process.env.CHAOS_PAYMENTS === undefined ? ["memory", "SQLite"] : ["memory"];

it.each(names)(
  "ends with one payment, one capture and one refund for each order, on %s",
  async (name) => {
    await payThrough(name);
  },
  1_200_000,
);
