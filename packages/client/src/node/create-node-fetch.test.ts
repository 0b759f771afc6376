import { getEventListeners } from "node:events";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { apiError, cut, hang, reset, stall, startServer } from "../../test/scripted-server.js";
import { createTestClient, errorOf, newPayment, payment } from "../../test/test-client.js";
import { createNodeFetch } from "../node.js";

const created = { status: 201, body: payment };

function createNodeClient(server: { url: string }, options: object = {}) {
  const fetch = createNodeFetch();
  onTestFinished(() => fetch.close());
  return createTestClient(server, { fetch, ...options });
}

describe("the transport for Node", () => {
  it("sends and reads like fetch", async () => {
    const server = await startServer({ ...created, headers: { "x-request-id": "req_1" } });
    const result = await createNodeClient(server).vinr.payments.create(newPayment).withResponse();
    expect([result.data, result.requestId, result.response.status]).toEqual([payment, "req_1", 201]);
    expect(result.response).toBeInstanceOf(Response);
    expect(JSON.parse(server.requests[0]?.body ?? "")).toEqual(newPayment);
  });

  it("keeps connections for many calls", async () => {
    const ports = new Set<number | undefined>();
    const server = await startServer((response) => {
      ports.add(response.socket?.remotePort);
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(payment));
    });
    const { vinr } = createNodeClient(server);
    for (let count = 0; count < 60; count++) await vinr.payments.retrieve("pay_1");
    // undici frees a connection one turn of the event loop after the response, so a second one may be opened.
    expect(ports.size).toBeLessThanOrEqual(2);
  });

  it("retries with the same key if the server closed a kept connection", async () => {
    let count = 0;
    const keys: unknown[] = [];
    const server = await startServer((response, request) => {
      count++;
      keys.push(request.headers["idempotency-key"]);
      if (count === 2) response.socket?.destroy();
      else response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(payment));
    });
    const { vinr } = createNodeClient(server);
    await vinr.payments.retrieve("pay_1");
    const { attempts } = await vinr.payments.create(newPayment).withResponse();
    expect([attempts, count, new Set(keys.slice(1)).size]).toEqual([2, 3, 1]);
  });

  it("treats a deletion as done if its retry finds nothing", async () => {
    const server = await startServer({ status: 200, body: payment }, reset, apiError(404, "resource_missing"));
    const { vinr } = createNodeClient(server);
    await vinr.payments.retrieve("pay_1");
    expect(await vinr.webhooks.delete("we_1")).toBeUndefined();
    expect(server.requests).toHaveLength(3);
  });

  it.each([
    ["hangs up", reset, "connection_failed"],
    ["cuts its response", cut, "response_cut"],
  ])("reports a server that %s", async (_, scripted, code) => {
    const { vinr } = createNodeClient(await startServer(scripted), { maxRetries: 0 });
    expect(await errorOf(vinr.payments.create(newPayment))).toMatchObject({ code });
  });

  it.each([
    ["never responds", hang],
    ["stalls in the middle of the body", stall],
  ])("is timed out on a server that %s, and hangs up", async (_, scripted) => {
    let noteClosed = () => {};
    const closed = new Promise<void>((resolve) => {
      noteClosed = resolve;
    });
    const server = await startServer((response, request) => {
      response.once("close", noteClosed);
      if (typeof scripted === "function") scripted(response, request);
    });
    const { vinr, runtime } = createNodeClient(server, { maxRetries: 0 });
    const call = errorOf(vinr.payments.create(newPayment));
    await server.received(1);
    await new Promise(setImmediate);
    runtime.advance(30_000);
    expect(await call).toMatchObject({ code: "timeout" });
    await closed;
  });

  it("reports that nothing was sent if the connection is rejected", async () => {
    const { vinr } = createNodeClient({ url: "http://127.0.0.1:1" }, { maxRetries: 0 });
    expect(await errorOf(vinr.payments.create(newPayment))).toMatchObject({ code: "not_connected" });
  });

  it("does not follow redirects", async () => {
    const elsewhere = await startServer(created);
    const server = await startServer({ status: 307, headers: { location: `${elsewhere.url}/payments` } });
    const error = await errorOf(createNodeClient(server).vinr.payments.create(newPayment));
    expect([error, elsewhere.requests]).toEqual([expect.objectContaining({ code: "response_redirected" }), []]);
  });

  it("reads UTF-8 across chunks, and past a byte order mark", async () => {
    const bytes = Buffer.from(`\ufeff${JSON.stringify({ ...payment, description: "Zürich €" })}`);
    const server = await startServer((response) => {
      response.writeHead(200, { "content-type": "application/json" });
      for (const byte of bytes) response.write(Buffer.from([byte]));
      response.end();
    });
    expect(await createNodeClient(server).vinr.payments.retrieve("pay_1")).toMatchObject({ description: "Zürich €" });
  });

  it("accepts a URL without a path", async () => {
    const server = await startServer(created);
    const fetch = createNodeFetch();
    onTestFinished(() => fetch.close());
    const { signal } = new AbortController();
    const { origin } = new URL(server.url);
    const response = await fetch(origin, { method: "GET", headers: {}, redirect: "manual", duplex: "half", signal });
    expect([response.status, server.requests[0]?.url]).toEqual([201, "/"]);
  });

  it("sends nothing for a signal that was aborted before, and leaves no listener on one that was not", async () => {
    const server = await startServer(created);
    const fetch = createNodeFetch();
    onTestFinished(() => fetch.close());
    const { signal } = new AbortController();
    const init = { method: "GET", headers: {}, redirect: "manual", duplex: "half" } as const;
    await expect(fetch(server.url, { ...init, signal: AbortSignal.abort(new Error("late")) })).rejects.toThrow("late");
    await (await fetch(server.url, { ...init, signal })).text();
    await vi.waitFor(() => expect(getEventListeners(signal, "abort")).toEqual([]));
    expect(server.requests).toHaveLength(1);
  });

  it("retries like fetch", async () => {
    const server = await startServer(apiError(503, "service_unavailable"), created);
    expect(await createNodeClient(server).vinr.payments.create(newPayment)).toEqual(payment);
  });

  it("sends a stream once, through vinr.http", async () => {
    const server = await startServer(apiError(503, "service_unavailable"), created);
    const body = new Response(JSON.stringify(newPayment)).body as never;
    await createNodeClient(server).vinr.http.POST("/payments", { body });
    expect(server.requests.map((request) => JSON.parse(request.body))).toEqual([newPayment]);
  });
});
