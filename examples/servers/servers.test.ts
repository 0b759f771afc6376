import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { isErrorResponse, type ValidRequest } from "@vinr/validators";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createExpressApp } from "./express.ts";
import { createFastifyApp } from "./fastify.ts";
import { createHonoApp } from "./hono.ts";

const body = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

/** The parts of a request that a handler receives. */
const echo = ({ operationId, path, query, headers, body }: ValidRequest) => ({
  operationId,
  path,
  query,
  headers,
  body,
});

const frameworks: readonly (readonly [string, () => Server | Promise<Server>])[] = [
  ["Hono", () => createServer(getRequestListener(createHonoApp(echo).fetch))],
  ["Express", () => createServer(createExpressApp(echo))],
  [
    "Fastify",
    async () => {
      const app = createFastifyApp(echo);
      await app.ready();
      return app.server;
    },
  ],
];

describe.each(frameworks)("a server with %s", (_, create) => {
  let server: Server;
  let base: string;
  beforeAll(async () => {
    server = await create();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const post = (text: string, type = "application/json", path = "/v1/payments") =>
    fetch(base + path, { method: "POST", headers: { "content-type": type, "idempotency-key": "k1" }, body: text });

  it("hands on a request with its types", async () => {
    const response = await post(JSON.stringify(body), "application/json; charset=utf-8");
    expect([response.status, await response.json()]).toEqual([
      200,
      { operationId: "createPayment", path: {}, query: {}, headers: { "Idempotency-Key": "k1" }, body },
    ]);
  });

  it("fills in the defaults of a query", async () => {
    const response = await fetch(`${base}/v1/payments`);
    expect(await response.json()).toMatchObject({ operationId: "listPayments", query: { limit: 25 } });
  });

  it("lets a body be left out that may be", async () => {
    const response = await fetch(`${base}/v1/payments/pay_1/capture`, { method: "POST" });
    expect(await response.json()).toMatchObject({ operationId: "capturePayment", path: { id: "pay_1" } });
  });

  it.each([
    ["a bad amount", { amount: 0 }, 400, "parameter_invalid", "amount"],
    ["a misspelt property", { return_url: "x" }, 400, "parameter_unknown", "return_url"],
    ["a missing property", { currency: undefined }, 400, "parameter_missing", "currency"],
  ])("responds to %s as the API documents", async (_, change, status, code, param) => {
    await expectError(await post(JSON.stringify({ ...body, ...change })), status, { code, param });
  });

  it("responds to malformed JSON, and to a body of another type", async () => {
    await expectError(await post("{"), 400, { code: "body_malformed" });
    await expectError(await post("amount=1000", "application/x-www-form-urlencoded"), 415, {
      code: "unsupported_media_type",
    });
  });

  it("responds to an unknown query parameter, and to an unknown path", async () => {
    await expectError(await fetch(`${base}/v1/payments?page=2`), 400, { code: "parameter_unknown", param: "page" });
    await expectError(await fetch(`${base}/v1/nothing`), 404, { code: "route_not_found" });
  });

  it("names the methods of a path where it has others", async () => {
    const response = await fetch(`${base}/v1/payments`, { method: "DELETE" });
    expect(response.headers.get("allow")).toBe("GET, HEAD, POST");
    await expectError(response, 405, { code: "method_not_allowed" });
  });

  it("leaves paths as they came: slashes in ids, slashes at the end, half escapes", async () => {
    const badId = { code: "parameter_invalid", param: "id" };
    await expectError(await fetch(`${base}/v1/payments/pay_1%2Fcapture`), 400, badId);
    await expectError(await fetch(`${base}/v1/payments/pay_1%00`), 400, badId);
    await expectError(await fetch(`${base}/v1/payments/`), 404, { code: "route_not_found" });
    await expectError(await fetch(`${base}/v1/payments/pay_%E0%A4%A`), 400, badId);
  });

  it("responds to HEAD as to GET, without the body", async () => {
    const response = await fetch(`${base}/v1/payments`, { method: "HEAD" });
    const type = response.headers.get("content-type");
    expect([response.status, type?.split(";")[0], await response.text()]).toEqual([200, "application/json", ""]);
    expect((await fetch(`${base}/v1/payments?limit=0`, { method: "HEAD" })).status).toBe(400);
    expect((await fetch(`${base}/v1/payments/pay_1/capture`, { method: "HEAD" })).status).toBe(405);
  });

  it("rejects a caller that takes no JSON with 406", async () => {
    const response = await fetch(`${base}/v1/payments`, { headers: { accept: "text/html" } });
    await expectError(response, 406, { code: "not_acceptable" });
  });

  it("takes no body that is larger than its limit", async () => {
    const response = await post(JSON.stringify({ ...body, description: "x".repeat(70_000) }));
    expect(response.status).toBe(413);
  });
});

async function expectError(response: Response, status: number, error: object): Promise<void> {
  expect(response.status).toBe(status);
  const body: unknown = await response.json();
  expect(body).toMatchObject({ error: { type: "invalid_request_error", ...error } });
  expect(isErrorResponse(body)).toBe(true);
}
