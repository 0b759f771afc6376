/** One implementation on each host for Node, over real HTTP. Bun, Deno and workerd are in `pnpm test:matrix`. */
import { createServer, type Server, request as sendRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { createHandler, type Handler } from "@vinr/server";
import { isErrorResponse, isPayment } from "@vinr/validators";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createVinr } from "./browser.ts";
import { createExpressApp } from "./express.ts";
import { createFastifyApp } from "./fastify.ts";
import { createNodeServer } from "./node.ts";
import { createOperations } from "./operations.ts";
import { createAccounts } from "./records.ts";
import worker from "./worker.ts";

const body = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };
const handler: Handler = createHandler(createOperations(createAccounts()), { maxBodyBytes: 64 * 1024 });

const hosts: readonly (readonly [string, () => Server | Promise<Server>])[] = [
  ["Node", () => createNodeServer(handler)],
  ["Express", () => createServer(createExpressApp(handler))],
  [
    "Fastify",
    async () => {
      const app = createFastifyApp(handler);
      await app.ready();
      return app.server;
    },
  ],
];

describe.each(hosts)("a server with %s", (name, start) => {
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    server = await start();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${origin}/v1${path}`, {
      ...init,
      headers: { authorization: "Bearer sk_test_Example", ...init.headers },
    });
  const createPayment = (payload: unknown, key: string) =>
    ask("/payments", {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify(payload),
    });

  it("creates a payment once for its idempotency key, and returns it", async () => {
    const first = await createPayment(body, name);
    const again = await createPayment(body, name);
    const text = await first.text();
    expect([first.status, again.status, again.headers.get("idempotent-replayed")]).toEqual([201, 201, "true"]);
    expect(await again.text()).toBe(text);
    const found = await ask(`/payments/${JSON.parse(text).id}`);
    const payment: unknown = await found.json();
    expect([found.status, payment, isPayment(payment)]).toEqual([200, JSON.parse(text), true]);
  });

  it("rejects what is invalid, unknown or without a key, as the API documents it", async () => {
    await expectError(await createPayment({ ...body, amount: 0 }, "k"), 400, "parameter_invalid");
    await expectError(await createPayment({ ...body, amount: 1001 }, name), 409, "idempotency_key_reused");
    await expectError(await ask("/payments/pay_unknown"), 404, "resource_not_found");
    await expectError(await ask("/nothing"), 404, "route_not_found");
    await expectError(await ask("/payments/pay_1%2Fcapture"), 400, "parameter_invalid");
    await expectError(await ask("/payments/pay_%E0%A4%A"), 400, "parameter_invalid");
    await expectError(await fetch(`${origin}/v1/payments`), 401, "api_key_missing");
  });

  it("names the methods of a path where it has others", async () => {
    const response = await ask("/payments", { method: "DELETE" });
    expect(response.headers.get("allow")).toBe("GET, HEAD, POST, OPTIONS");
    await expectError(response, 405, "method_not_allowed");
  });

  it("reads no body that is larger than its limit, whether or not its length is known", async () => {
    await expectError(await createPayment({ ...body, description: "x".repeat(70_000) }, "k"), 413, "body_too_large");
    expect(await streamEndlessly(`${origin}/v1/payments`)).toBe(413);
  });

  it("responds to HEAD as to GET, without the body", async () => {
    const response = await ask("/payments", { method: "HEAD" });
    const headers = ["content-type", "x-ratelimit-limit"].map((header) => response.headers.get(header));
    expect([response.status, ...headers, await response.text()]).toEqual([200, "application/json", "25", ""]);
    expect((await ask("/payments/pay_unknown", { method: "HEAD" })).status).toBe(404);
  });

  it("leaves the other paths to the framework, with their bodies", async () => {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${origin}/echo`, { method: "POST", headers, body: JSON.stringify(body) });
    if (name === "Node") await expectError(response, 404, "route_not_found");
    else expect([response.status, await response.json()]).toEqual([200, body]);
    expect((await fetch(`${origin}/v2/payments`)).status).toBe(404);
  });
});

describe("a handler without a port", () => {
  it("serves a client in the same process", async () => {
    const vinr = createVinr(handler);
    const { id } = await vinr.payments.create(body);
    expect(await vinr.payments.retrieve(id)).toMatchObject({ id, status: "pending" });
    await expect(vinr.payments.retrieve("pay_unknown")).rejects.toMatchObject({ code: "resource_not_found" });
  });

  it("is a worker, where a part of the API responds and the rest does not", async () => {
    const vinr = createVinr(worker.fetch);
    const { id } = await vinr.payments.create(body);
    expect((await vinr.payments.retrieve(id)).amount).toBe(1000);
    await expect(vinr.refunds.list()).rejects.toMatchObject({ status: 501, code: "not_implemented" });
  });
});

async function expectError(response: Response, status: number, code: string): Promise<void> {
  const received = await response.json();
  expect([response.status, received.error?.code, isErrorResponse(received)]).toEqual([status, code, true]);
  expect(response.headers.get("x-request-id")).toBe(received.error.request_id);
}

/** Sends a body without a length and without an end, and returns the status of the response. */
function streamEndlessly(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: "Bearer sk_test_Example", "content-type": "application/json" };
    const request = sendRequest(url, { method: "POST", headers }, (response) => {
      clearInterval(timer);
      resolve(response.statusCode);
      request.destroy();
    });
    const timer = setInterval(() => request.write(" ".repeat(16 * 1024)), 5);
    request.on("error", reject);
  });
}
