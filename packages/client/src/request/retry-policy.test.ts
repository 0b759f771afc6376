import { describe, expect, it } from "vitest";
import { apiError, cut, reset, startServer } from "../../test/scripted-server.js";
import { createTestClient, errorOf, newPayment, payment } from "../../test/test-client.js";
import { createTestRuntime } from "../../test/test-runtime.js";
import { VinrConnectionError, VinrRateLimitError, VinrServerError } from "../index.js";

const created = { status: 201, body: payment };

describe("a retry", () => {
  it.each([408, 425, 429, 500, 502, 503, 504])("follows a %i", async (status) => {
    const server = await startServer(apiError(status, "internal_error"), created);
    const { attempts } = await createTestClient(server).vinr.payments.create(newPayment).withResponse();
    expect(attempts).toBe(2);
  });

  it.each([400, 401, 402, 403, 404, 405, 410, 413, 415, 422, 501, 505, 507, 511])(
    "does not follow a %i",
    async (status) => {
      const server = await startServer(apiError(status, "parameter_invalid"), created);
      await errorOf(createTestClient(server).vinr.payments.create(newPayment));
      expect(server.requests).toHaveLength(1);
    },
  );

  it("follows a 409 that says that the first request is in progress", async () => {
    const server = await startServer(apiError(409, "idempotency_key_in_progress", { "retry-after": "2" }), created);
    const { vinr, runtime } = createTestClient(server);
    await vinr.payments.create(newPayment);
    expect(runtime.waits).toEqual([2000]);
  });

  it("does not follow a 409 that says that the key was reused, even with a Retry-After", async () => {
    const server = await startServer(apiError(409, "idempotency_key_reused", { "retry-after": "2" }), created);
    await errorOf(createTestClient(server).vinr.payments.create(newPayment));
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ["hangs up", reset],
    ["cuts its response", cut],
  ])("follows a server that %s", async (_, scripted) => {
    const server = await startServer(scripted, created);
    expect(await createTestClient(server).vinr.payments.create(newPayment)).toEqual(payment);
  });

  it("sends the same bytes again", async () => {
    const server = await startServer(reset, created);
    await createTestClient(server).vinr.payments.create(newPayment);
    expect(server.requests[1]?.body).toBe(server.requests[0]?.body);
  });

  it("happens at most twice by default", async () => {
    const server = await startServer(apiError(503, "service_unavailable"));
    const error = await errorOf(createTestClient(server).vinr.payments.create(newPayment));
    expect([error instanceof VinrServerError && error.attempts, server.requests.length]).toEqual([3, 3]);
  });

  it("happens as often as the option maxRetries says", async () => {
    const server = await startServer(apiError(503, "service_unavailable"));
    await errorOf(createTestClient(server).vinr.payments.create(newPayment, { maxRetries: 0 }));
    expect(server.requests).toHaveLength(1);
  });

  it("waits with full jitter, twice as long each time, up to 8 seconds", async () => {
    const server = await startServer(apiError(503, "service_unavailable"));
    const { vinr, runtime } = createTestClient(server, { maxRetries: 7 });
    await errorOf(vinr.payments.create(newPayment));
    expect(runtime.waits).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000]);
  });

  it("waits for a Retry-After in seconds, exactly", async () => {
    const server = await startServer(apiError(429, "rate_limited", { "retry-after": "7" }), created);
    const { vinr, runtime } = createTestClient(server);
    await vinr.payments.create(newPayment);
    expect(runtime.waits).toEqual([7000]);
  });

  it.each([
    ["Wed, 15 Apr 2026 10:30:12 GMT"],
    ["Wednesday, 15-Apr-26 10:30:12 GMT"],
    ["Wed Apr 15 10:30:12 2026"],
    ["Wed, 15 Apr 2026 10:30:12 GMT \t"],
  ])("waits for a Retry-After that is an HTTP date: %j", async (date) => {
    const headers = { "retry-after": date };
    const server = await startServer(apiError(503, "service_unavailable", headers), created);
    const { vinr, runtime } = createTestClient(server);
    await vinr.payments.create(newPayment);
    expect(runtime.waits).toEqual([12_000]);
  });

  it("does not wait for a Retry-After in the past", async () => {
    const headers = { "retry-after": "Wed, 15 Apr 2026 10:29:00 GMT" };
    const server = await startServer(apiError(503, "service_unavailable", headers), created);
    const { vinr, runtime } = createTestClient(server);
    await vinr.payments.create(newPayment);
    expect(runtime.waits).toEqual([0]);
  });

  it.each(["soon", "-5", "", "1e3", "Soon", "2026-04-15T10:30:12Z"])(
    "uses the backoff if Retry-After is %j",
    async (value) => {
      const server = await startServer(apiError(503, "service_unavailable", { "retry-after": value }), created);
      const { vinr, runtime } = createTestClient(server);
      await vinr.payments.create(newPayment);
      expect(runtime.waits).toEqual([250]);
    },
  );

  it("gives up at once if Retry-After outlasts the total timeout", async () => {
    const server = await startServer(apiError(429, "rate_limited", { "retry-after": "60" }));
    const { vinr, runtime } = createTestClient(server);
    const error = await errorOf(vinr.payments.create(newPayment, { totalTimeout: 50_000 }));
    expect(error).toBeInstanceOf(VinrRateLimitError);
    expect([error, runtime.waits]).toEqual([expect.objectContaining({ retryAfter: 60, attempts: 1 }), []]);
  });

  it("is not sent if the program was suspended until the call's time was up, and the call ends with the last error", async () => {
    const server = await startServer(apiError(429, "rate_limited", { "retry-after": "1" }), created);
    const runtime = createTestRuntime();
    const suspend = { onRetry: () => setImmediate(() => runtime.advance(900_000)) };
    const { vinr } = createTestClient(server, { runtime, hooks: suspend });
    expect(await errorOf(vinr.payments.create(newPayment))).toMatchObject({ code: "rate_limited", attempts: 1 });
    expect(server.requests).toHaveLength(1);
  });

  it("ends with the last error", async () => {
    const server = await startServer(apiError(503, "service_unavailable"), reset);
    const error = await errorOf(createTestClient(server).vinr.payments.create(newPayment));
    expect(error).toBeInstanceOf(VinrConnectionError);
    expect(error).toMatchObject({ code: "connection_failed", attempts: 3, idempotencyKey: "key-1" });
  });

  it("reuses the connection of the discarded response", async () => {
    const ports: (number | undefined)[] = [];
    const server = await startServer((response) => {
      ports.push(response.socket?.remotePort);
      response.writeHead(ports.length === 1 ? 503 : 201, { "content-type": "application/json" });
      response.end(JSON.stringify(payment));
    });
    await createTestClient(server).vinr.payments.create(newPayment);
    expect([ports.length, new Set(ports).size]).toEqual([2, 1]);
  });
});
