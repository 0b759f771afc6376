import { describe, expect, it } from "vitest";
import { errorOf, newPayment } from "../../test/test-client.js";
import { eventExamples, examples } from "../generated/examples.js";
import {
  constructEvent,
  VinrCardError,
  VinrConnectionError,
  VinrResponseError,
  VinrTimeoutError,
  VinrWebhookError,
} from "../index.js";
import { createDelivery, createTestKit, VirtualClock } from "../testing.js";

describe("the test kit", () => {
  it("returns the first example of the specification", async () => {
    const { vinr } = createTestKit();
    expect(await vinr.payments.create(newPayment)).toEqual(examples.createPayment["201"].pending);
    expect(await vinr.webhooks.delete("we_1")).toBeUndefined();
  });

  it("returns lists that end", async () => {
    const { vinr, api } = createTestKit();
    const ids: string[] = [];
    for await (const { id } of vinr.payments.list()) ids.push(id);
    expect([ids.length > 0, api.callsOf("listPayments").length]).toEqual([true, 2]);
  });

  it("returns an example by name, including errors", async () => {
    const { vinr, api } = createTestKit();
    api.on("createPayment").example("cardDeclined");
    expect(await errorOf(vinr.payments.create(newPayment))).toBeInstanceOf(VinrCardError);
  });

  it("returns data, or what a function creates from the request", async () => {
    const { vinr, api } = createTestKit();
    const payment = examples.createPayment["201"].pending;
    api.on("createPayment").reply(({ body }) => ({ ...payment, object: "payment", amount: body.amount }));
    api.on("retrievePayment").data({ ...payment, object: "payment", status: "completed" });
    expect((await vinr.payments.create({ ...newPayment, amount: 7 })).amount).toBe(7);
    expect((await vinr.payments.retrieve("pay_1")).status).toBe("completed");
  });

  it("records requests, without the key", async () => {
    const { vinr, api } = createTestKit();
    await vinr.payments.capture("pay_1", { amount: 5 });
    await vinr.refunds.list({ payment: "pay_1" });
    expect(api.callsOf("capturePayment")).toMatchObject([
      { params: { id: "pay_1" }, body: { amount: 5 }, idempotencyKey: "key-1" },
    ]);
    expect(api.calls[1]).toMatchObject({ operationId: "listRefunds", query: { payment: "pay_1" }, body: undefined });
    expect(JSON.stringify(api.calls)).not.toContain("sk_test");
  });

  it("returns 429s, and the clock skips the waits", async () => {
    const { vinr, api, clock } = createTestKit();
    api.on("createPayment").rateLimited({ times: 2, retryAfter: 7 });
    const { attempts } = await vinr.payments.create(newPayment).withResponse();
    expect([attempts, clock.waits]).toEqual([3, [7000, 7000]]);
  });

  it.each([
    ["timeout", VinrTimeoutError],
    ["reset", VinrConnectionError],
    ["cut", VinrResponseError],
  ] as const)("injects a %s", async (fault, ErrorClass) => {
    const { vinr, api } = createTestKit({ maxRetries: 1 });
    api.on("createPayment")[fault]({ times: 2 });
    expect(await errorOf(vinr.payments.create(newPayment))).toBeInstanceOf(ErrorClass);
    expect(api.callsOf("createPayment").map(({ idempotencyKey }) => idempotencyKey)).toEqual(["key-1", "key-1"]);
  });

  it("says that the rate limit's bucket is full in a second, by its own clock", async () => {
    const { vinr } = createTestKit({ clock: new VirtualClock({ start: Date.parse("2030-01-01T00:00:00Z") }) });
    const { rateLimit } = await vinr.payments.retrieve("pay_1").withResponse();
    expect(rateLimit).toMatchObject({ limit: 25, reset: Date.parse("2030-01-01T00:00:01Z") / 1000 });
  });

  it("fails with an error by its code", async () => {
    const { vinr, api } = createTestKit();
    api.on("capturePayment").error("already_captured", { param: "id" });
    expect(await errorOf(vinr.payments.capture("pay_1"))).toMatchObject({
      status: 422,
      code: "already_captured",
      param: "id",
    });
  });

  it("returns any status and text", async () => {
    const { vinr, api } = createTestKit();
    api.on("retrievePayment").raw(200, "<html>");
    expect(await errorOf(vinr.payments.retrieve("pay_1"))).toMatchObject({ code: "response_not_json" });
  });

  it("waits for a reply that takes real time", async () => {
    const { vinr, api, clock } = createTestKit();
    api.on("retrievePayment").reply(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return { ...examples.createPayment["201"].pending, object: "payment" };
    });
    await vinr.payments.retrieve("pay_1");
    expect(clock.waits).toEqual([]);
  });

  it("aborts at once", async () => {
    const { vinr, api } = createTestKit({ clock: new VirtualClock({ mode: "manual" }) });
    api.on("createPayment").timeout();
    const controller = new AbortController();
    const call = errorOf(vinr.payments.create(newPayment, { signal: controller.signal }));
    controller.abort();
    expect(await call).toMatchObject({ code: "aborted" });
  });

  it("advances time by hand", async () => {
    const clock = new VirtualClock({ mode: "manual", start: 0 });
    const { vinr, api } = createTestKit({ clock, maxRetries: 0, timeout: 500 });
    api.on("createPayment").timeout();
    const call = errorOf(vinr.payments.create(newPayment));
    while (clock.running === 0 || api.calls.length === 0) await new Promise(setImmediate);
    clock.advance(500);
    expect([await call, clock.now()]).toEqual([expect.objectContaining({ code: "timeout" }), 500]);
  });

  it("returns 404 if the API has no such path", async () => {
    const { vinr } = createTestKit();
    const { error } = await vinr.http.GET("/nowhere" as "/payments");
    expect(error?.error.code).toBe("route_not_found");
  });

  it("clears its records on reset", async () => {
    const { vinr, api } = createTestKit();
    api.on("retrievePayment").error("internal_error", { times: 9 });
    await errorOf(vinr.payments.retrieve("pay_1"));
    api.reset();
    await vinr.payments.retrieve("pay_1");
    expect(api.calls).toHaveLength(1);
  });
});

describe("createDelivery", () => {
  const secret = "whsec_ExampleOnlyNotASecret0000";

  it.each(Object.keys(eventExamples) as (keyof typeof eventExamples)[])("signs an example of %s", (type) => {
    const { body, headers, event } = createDelivery(type, { secret });
    const verified = constructEvent(body, headers["x-vinr-signature"], headers["x-vinr-timestamp"], secret);
    expect([verified, verified.type]).toEqual([event, type]);
  });

  it("is accepted by the client of a test kit, whose clock it takes where that was moved", () => {
    const { vinr, clock } = createTestKit({ webhookSecret: secret });
    const accept = ({ body, headers }: ReturnType<typeof createDelivery>) =>
      vinr.webhooks.constructEvent(body, headers["x-vinr-signature"], headers["x-vinr-timestamp"]).type;
    expect(accept(createDelivery("payment.completed", { secret }))).toBe("payment.completed");
    clock.advance(3_600_000);
    expect(() => accept(createDelivery("payment.completed", { secret }))).toThrow(VinrWebhookError);
    expect(accept(createDelivery("payment.failed", { secret, clock }))).toBe("payment.failed");
  });

  it("takes another id and another time", () => {
    const { event, headers } = createDelivery("payment.completed", { secret, event: { id: "evt_9" }, timestamp: 5 });
    expect([event.id, headers["x-vinr-timestamp"]]).toEqual(["evt_9", "5"]);
  });
});
