/** Properties that another library has put on `Object.prototype`: nobody sent them, so no operation gets them. */
import { afterEach, describe, expect, it } from "vitest";
import {
  apiError,
  createHandler,
  createMemoryIdempotencyStore,
  createPartialHandler,
  errorResponse,
  type IdempotencyStore,
} from "../src/index.js";
import { ask, createBackend, newPayment, outcome, payment } from "./backend.js";

const inherited: string[] = [];
const inherit = (name: string, value: unknown) => {
  Object.defineProperty(Object.prototype, name, { value, configurable: true, enumerable: true, writable: true });
  inherited.push(name);
};
afterEach(() => {
  for (const name of inherited.splice(0)) Reflect.deleteProperty(Object.prototype, name);
});

describe("an inherited property", () => {
  it("is neither in the body of a request, nor in its query or path", async () => {
    const seen: unknown[] = [];
    const handler = createPartialHandler({
      createRefund({ body, query }) {
        seen.push(body.amount, body.reason, "limit" in query);
        return errorResponse("payment_not_refundable", "req_1");
      },
      listPayments({ query, path }) {
        seen.push(query.starting_after, "id" in path);
        return {
          status: 200,
          body: { object: "list", data: [], page: { has_more: false, next_cursor: null, total_estimate: 0 } },
        };
      },
      capturePayment({ body }) {
        seen.push(body);
        return errorResponse("payment_not_capturable", "req_1");
      },
    });
    for (const [name, value] of Object.entries({ amount: 1, reason: "fraud", starting_after: "pay_1", id: "pay_2" })) {
      inherit(name, value);
    }
    inherit("limit", 1);
    const statuses = [
      await handler(ask("/v1/refunds", { method: "POST", body: { payment: "pay_1" } })),
      await handler(ask("/v1/payments")),
      await handler(ask("/v1/payments/pay_1/capture", { method: "POST" })),
    ].map(({ status }) => status);
    expect(statuses).toEqual([422, 200, 422]);
    expect(seen).toEqual([undefined, undefined, false, undefined, false, undefined]);
  });

  it("adds nothing to an error", async () => {
    const details = { message: "evil", param: "evil", resource: "pay_evil", decline_code: "evil", retryAfter: 5 };
    for (const [name, value] of Object.entries(details)) inherit(name, value);
    const handler = createPartialHandler({
      cancelPayment: () => {
        throw apiError("payment_not_cancellable");
      },
    });
    const response = await handler(ask("/v1/payments/pay_1/cancel", { method: "POST" }));
    expect(response.headers.get("retry-after")).toBe(null);
    const text = await response.text();
    expect(text).toContain("payment_not_cancellable");
    expect(text).not.toContain("evil");
  });

  it("is neither an idempotency key, nor a header or the body of a response", async () => {
    inherit("Idempotency-Key", "k");
    inherit("headers", { "x-evil": "1" });
    inherit("body", { evil: true });
    inherit("statusText", "evil\n");
    let created = 0;
    const handler = createPartialHandler({
      createPayment({ body: { amount, currency } }) {
        created += 1;
        return { status: 201, body: { ...payment, id: `pay_${created}`, amount, currency } };
      },
      deleteWebhookEndpoint: () => ({ status: 204 }),
    });
    const create = () => handler(ask("/v1/payments", { method: "POST", body: newPayment }));
    const responses = [await create(), await create()];
    const deleted = await handler(ask("/v1/webhooks/we_1", { method: "DELETE" }));
    expect([...responses, deleted].map(({ status }) => status)).toEqual([201, 201, 204]);
    expect(created).toBe(2);
    for (const { headers } of [...responses, deleted]) expect(headers.get("x-evil")).toBe(null);
  });

  it("stands for neither an idempotency key nor the clock of the store in memory", async () => {
    const { operations, created } = createBackend();
    const keys: unknown[] = [];
    const store = createMemoryIdempotencyStore();
    const idempotency: IdempotencyStore<undefined> = {
      run(request, effect) {
        keys.push(request.key);
        return store.run(request, effect);
      },
    };
    const handler = createHandler(operations, { idempotency });
    inherit("key", "k1");
    const pay = () => handler(ask("/v1/payments", { method: "POST", body: newPayment }));
    expect([(await pay()).status, (await pay()).status, created()]).toEqual([201, 201, 2]);
    expect(keys).toEqual([undefined, undefined]);
    let reads = 0;
    inherit("now", () => reads++);
    const withKey = createHandler(operations, { idempotency: createMemoryIdempotencyStore() });
    const headers = { "idempotency-key": "k2" };
    expect(await outcome(await withKey(ask("/v1/payments", { method: "POST", body: newPayment, headers })))).toEqual([
      201,
    ]);
    expect(reads).toBe(0);
  });

  it("is not the response to a request in progress, nor says when to come again", async () => {
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const handler = createPartialHandler({
      async createPayment() {
        await ended;
        return errorResponse("card_declined", "req_1");
      },
    });
    const headers = { "idempotency-key": "k" };
    const pay = () => handler(ask("/v1/payments", { method: "POST", body: newPayment, headers }));
    inherit("response", { status: 201, body: "{}" });
    inherit("retryAfter", 5000);
    const first = pay();
    const second = await pay();
    end();
    expect([second.status, second.headers.get("retry-after")]).toEqual([409, "1"]);
    expect((await first).status).toBe(402);
    const state = { isAllowed: false, limit: 1, remaining: 0, reset: 1776249074 };
    const limited = await createPartialHandler({}, { rateLimiter: { take: () => state } })(ask("/v1/payments"));
    expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "1"]);
  });
});
