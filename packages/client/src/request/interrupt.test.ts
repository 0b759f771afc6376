import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { apiError, hang, stall, startServer } from "../../test/scripted-server.js";
import { createTestClient, errorOf, newPayment, payment } from "../../test/test-client.js";
import { VinrAbortError, VinrTimeoutError } from "../index.js";

const created = { status: 201, body: payment };

describe("a timeout", () => {
  it.each([
    ["never responds", hang],
    ["stalls in the middle of the body", stall],
  ])("ends an attempt on a server that %s", async (_, scripted) => {
    const server = await startServer(scripted);
    const { vinr, runtime } = createTestClient(server, { maxRetries: 0 });
    const call = errorOf(vinr.payments.create(newPayment));
    await server.received(1);
    await new Promise(setImmediate);
    runtime.advance(30_000);
    const error = await call;
    expect(error).toBeInstanceOf(VinrTimeoutError);
    expect(error).toMatchObject({ code: "timeout", attempts: 1, idempotencyKey: "key-1" });
  });

  it("is followed by a retry", async () => {
    const server = await startServer(hang, created);
    const { vinr, runtime } = createTestClient(server);
    const call = vinr.payments.create(newPayment).withResponse();
    await server.received(1);
    runtime.advance(30_000);
    expect((await call).attempts).toBe(2);
  });

  it("of the whole call ends it in the middle of an attempt", async () => {
    const server = await startServer(hang);
    const { vinr, runtime } = createTestClient(server, { timeout: 60_000, totalTimeout: 40_000 });
    const call = errorOf(vinr.payments.create(newPayment));
    await server.received(1);
    runtime.advance(40_000);
    expect(await call).toMatchObject({ code: "total_timeout", attempts: 1 });
  });

  it("leaves no timer behind a call that succeeds", async () => {
    const server = await startServer(created);
    const { vinr, runtime } = createTestClient(server);
    await vinr.payments.create(newPayment);
    expect(runtime.running).toBe(0);
  });

  it("ends the attempt even where fetch ignores its signal", async () => {
    const fetch = () => new Promise<Response>(() => {});
    const { vinr, runtime } = createTestClient({ url: "http://127.0.0.1:1" }, { fetch, maxRetries: 0 });
    const call = errorOf(vinr.payments.create(newPayment));
    await new Promise(setImmediate);
    runtime.advance(30_000);
    expect(await call).toMatchObject({ code: "timeout" });
  });
});

describe("an abort", () => {
  it("ends a call under way with the signal's reason", async () => {
    const server = await startServer(hang);
    const controller = new AbortController();
    const call = errorOf(createTestClient(server).vinr.payments.create(newPayment, { signal: controller.signal }));
    await server.received(1);
    const reason = new Error("the customer left");
    controller.abort(reason);
    const error = await call;
    expect(error).toBeInstanceOf(VinrAbortError);
    expect(error).toMatchObject({ code: "aborted", cause: reason, idempotencyKey: "key-1", attempts: 1 });
  });

  it("hangs up, so that the server can stop working", async () => {
    let noteClosed = () => {};
    const closed = new Promise<void>((resolve) => {
      noteClosed = resolve;
    });
    const server = await startServer((response) => response.once("close", noteClosed));
    const controller = new AbortController();
    const call = errorOf(createTestClient(server).vinr.payments.create(newPayment, { signal: controller.signal }));
    await server.received(1);
    controller.abort();
    await Promise.all([call, closed]);
  });

  it("before the call keeps it from being sent", async () => {
    const server = await startServer(created);
    const call = createTestClient(server).vinr.payments.create(newPayment, { signal: AbortSignal.abort() });
    expect(await errorOf(call)).toBeInstanceOf(VinrAbortError);
    expect(server.requests).toHaveLength(0);
  });

  it("ends the wait for a retry", async () => {
    const server = await startServer(apiError(503, "service_unavailable", { "retry-after": "25" }));
    const controller = new AbortController();
    const { vinr, runtime } = createTestClient(server);
    const call = errorOf(vinr.payments.create(newPayment, { signal: controller.signal }));
    while (!runtime.dueIn.includes(25_000)) await new Promise(setImmediate);
    controller.abort();
    expect([await call, server.requests.length, runtime.running]).toEqual([expect.any(VinrAbortError), 1, 0]);
  });

  it("ends every call with the signal, on which all calls share one listener", async () => {
    const server = await startServer(hang);
    const controller = new AbortController();
    const { vinr } = createTestClient(server);
    const options = { signal: controller.signal };
    const calls = Array.from({ length: 20 }, () => errorOf(vinr.payments.create(newPayment, options)));
    await server.received(20);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
    controller.abort();
    expect((await Promise.all(calls)).every((error) => error instanceof VinrAbortError)).toBe(true);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  it.each([
    ["succeeds", created],
    ["fails", apiError(400, "parameter_invalid")],
  ])("leaves no listener behind a call that %s", async (_, scripted) => {
    const server = await startServer(apiError(503, "service_unavailable"), scripted);
    const { signal } = new AbortController();
    await createTestClient(server)
      .vinr.payments.create(newPayment, { signal })
      .catch(() => {});
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});
