/** The client against handlers: over HTTP with its own suite, and within the process, without a network. */
import path from "node:path";
import { describe, expect, it } from "vitest";
import { Vinr, VinrConflictError, VinrNotFoundError, type VinrOptions } from "../../packages/client/src/index.ts";
import { describeDocumentedCalls } from "../../packages/client/test/describe-documented-calls.ts";
import { listDocumentedResponses } from "../../packages/client/test/documented-responses.ts";
import { errorOf, newPayment, testKey } from "../../packages/client/test/test-client.ts";
import { createTestRuntime } from "../../packages/client/test/test-runtime.ts";
import {
  apiError,
  createHandler,
  createTokenBucket,
  type Handler,
  type Operations,
} from "../../packages/server/src/index.ts";
import { serveHandler } from "../../packages/server/test/serve.ts";
import { createStatefulBackend, settlement } from "../../packages/server/test/stateful-backend.ts";
import { specFolder } from "../measure/tools.ts";
import { loadSpec } from "../read/document/load-spec.ts";
import { createDocumentedHandler } from "./testing/documented-handler.ts";

const spec = await loadSpec(path.join(specFolder, "openapi.yaml"));
const responses = listDocumentedResponses(spec.document);

describeDocumentedCalls("a handler that returns errors", responses, () => {
  return serveHandler(createDocumentedHandler(responses));
});
describeDocumentedCalls("a handler that throws errors", responses, () => {
  return serveHandler(createDocumentedHandler(responses, { throwsErrors: true }));
});

/** A client whose requests a handler gets without a network, and whose waits are over at once. */
function connect(handler: Handler, options: Partial<VinrOptions> = {}) {
  const runtime = createTestRuntime();
  const fetch: VinrOptions["fetch"] = (url, init) => handler(new Request(url, init));
  return { runtime, vinr: new Vinr({ secretKey: testKey, runtime, fetch, ...options }) };
}

describe("the client with a handler as its transport", () => {
  it("makes the calls of a merchant's day", async () => {
    const { vinr } = connect(createHandler(createStatefulBackend()));
    const prefer = (example: string) => ({ headers: { prefer: `example=${example}` } });
    const { id } = await vinr.payments.create({ ...newPayment, capture: false });
    await vinr.payments.retrieve(id, prefer("authorized"));
    expect(await vinr.payments.capture(id, { amount: 900 })).toMatchObject({
      status: "completed",
      amountCaptured: 900,
    });
    const refund = await vinr.refunds.create({ payment: id, amount: 400 });
    expect((await vinr.refunds.list({ payment: id })).data).toEqual([refund]);
    expect(await vinr.refunds.retrieve(refund.id)).toEqual(refund);
    const other = await vinr.payments.create(newPayment);
    expect((await vinr.payments.cancel(other.id)).status).toBe("cancelled");
    expect((await vinr.payments.list()).data.map((payment) => payment.id).slice(0, 2)).toEqual([other.id, id]);
    const { secret, ...endpoint } = await vinr.webhooks.create({ url: "https://shop.example/", enabled_events: ["*"] });
    expect(secret).toMatch(/^whsec_/);
    expect((await vinr.webhooks.list()).data).toEqual([endpoint]);
    await vinr.webhooks.delete(endpoint.id);
    expect(await errorOf(vinr.webhooks.delete(endpoint.id))).toBeInstanceOf(VinrNotFoundError);
    expect((await vinr.settlements.list()).data).toEqual([settlement]);
    expect(await vinr.settlements.retrieve(settlement.id)).toEqual(settlement);
    expect((await vinr.settlements.listTransactions(settlement.id)).data).toHaveLength(1);
  });

  it("reads the pages of a list, each object once and the newest first", async () => {
    const { vinr } = connect(createHandler(createStatefulBackend()));
    const ids: string[] = [];
    for (let i = 0; i < 30; i++) ids.unshift((await vinr.payments.create({ ...newPayment, amount: i + 1 })).id);
    const read: string[] = [];
    for await (const { id } of vinr.payments.list({ limit: 7 })) read.push(id);
    expect(read).toEqual([...ids, "pay_4nV8xL1fH"]);
  });

  it("tries again after a 503, as late as it says, and takes effect once", async () => {
    const backend = createStatefulBackend();
    let calls = 0;
    const createPayment: Operations["createPayment"] = (request) => {
      calls += 1;
      if (calls === 1) throw apiError("service_unavailable", { retryAfter: 3 });
      return backend.createPayment(request);
    };
    const { vinr, runtime } = connect(createHandler({ ...backend, createPayment }));
    const { attempts } = await vinr.payments.create(newPayment).withResponse();
    expect([attempts, calls, runtime.waits.filter((wait) => wait >= 3000).length]).toEqual([2, 2, 1]);
  });

  it("tries again after a 429 of the token bucket", async () => {
    let now = Date.UTC(2026, 3, 15);
    const rateLimiter = createTokenBucket({ limit: 1, burst: 1, now: () => now });
    const handler = createHandler(createStatefulBackend(), { rateLimiter });
    const { vinr } = connect(async (request) => {
      const response = await handler(request);
      now += 600;
      return response;
    });
    expect((await vinr.payments.list().withResponse()).attempts).toBe(1);
    expect((await vinr.payments.list().withResponse()).attempts).toBe(2);
  });

  it("gets the first response again where it was lost", async () => {
    const handler = createHandler(createStatefulBackend());
    const sent: Response[] = [];
    const { vinr } = connect(async (request) => {
      const response = await handler(request);
      sent.push(response.clone());
      if (sent.length === 1) throw new TypeError("fetch failed");
      return response;
    });
    const { data, response } = await vinr.payments.create(newPayment).withResponse();
    expect(response.headers.get("idempotent-replayed")).toBe("true");
    expect(await sent[0]?.json()).toEqual(data);
  });

  it("throws the conflict of a key that was used with another payload", async () => {
    const { vinr } = connect(createHandler(createStatefulBackend()), { maxRetries: 0 });
    const options = { idempotencyKey: "order-1042" };
    await vinr.payments.create(newPayment, options);
    const error = await errorOf(vinr.payments.create({ ...newPayment, amount: 2 }, options));
    expect(error).toBeInstanceOf(VinrConflictError);
    expect(error).toMatchObject({ code: "idempotency_key_reused" });
  });
});
