import { describe, expect, it } from "vitest";
import { errorOf, newPayment } from "../../test/test-client.js";
import { eventExamples, examples } from "../generated/examples.js";
import {
  constructEvent,
  VinrCardError,
  VinrConnectionError,
  VinrInvalidRequestError,
  VinrResponseError,
  VinrTimeoutError,
  VinrWebhookError,
} from "../index.js";
import { createDelivery, createTestKit, type FakeApi, VirtualClock } from "../testing.js";

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

  it.each<[string, () => never, string]>([
    ["throws", () => expect.fail("the amount is wrong"), "the amount is wrong"],
    ["returns nothing", () => undefined as never, "it returned nothing"],
  ])("ends the call if the function that replies %s, so that no retry hides it", async (_, reply, problem) => {
    const { vinr, api } = createTestKit();
    api.on("createPayment").reply(reply);
    expect(await errorOf(vinr.payments.create(newPayment))).toMatchObject({
      name: "VinrConnectionError",
      code: "fetch_invalid",
      message: `The function that replies to createPayment failed: ${problem}`,
    });
    expect(api.calls).toHaveLength(1);
  });

  it("takes the place of a transport, a runtime and a key that are undefined, as from settings without them", async () => {
    const { vinr, api, clock } = createTestKit({ fetch: undefined, runtime: undefined, secretKey: undefined });
    api.on("createPayment").rateLimited();
    await vinr.payments.create(newPayment);
    expect([api.calls.length, clock.waits]).toEqual([2, [1000]]);
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

describe("the test kit rejects what VINR rejects:", () => {
  it.each([
    ["a decimal amount", { amount: 10.5 }, { code: "parameter_invalid", param: "amount" }],
    ["an unknown property", { return_url: "x" }, { code: "parameter_unknown", param: "return_url" }],
    ["a missing property", { currency: undefined }, { code: "parameter_missing", param: "currency" }],
  ])("%s", async (_, change, expected) => {
    const { vinr, api } = createTestKit();
    api.on("createPayment").example("pending");
    const error = await errorOf(vinr.payments.create({ ...newPayment, ...change } as typeof newPayment));
    expect(error).toBeInstanceOf(VinrInvalidRequestError);
    expect(error).toMatchObject({ status: 400, ...expected });
    expect(api.callsOf("createPayment")).toHaveLength(1);
  });

  it("a bad id, a bad query and a body that is not JSON", async () => {
    const { vinr, api } = createTestKit();
    expect(await errorOf(vinr.payments.retrieve("order-1042"))).toMatchObject({ code: "parameter_invalid" });
    expect(await errorOf(vinr.payments.list({ limit: 500 }))).toMatchObject({ param: "limit" });
    const headers = { "content-type": "application/json" };
    const rest = { redirect: "manual", duplex: "half", signal: new AbortController().signal } as const;
    const { status } = await api.fetch("https://vinr.test/v1/payments", {
      method: "POST",
      headers,
      body: "{",
      ...rest,
    });
    expect(status).toBe(400);
  });

  it("before a scripted response, which the next valid request gets", async () => {
    const { vinr, api } = createTestKit();
    api.on("createPayment").example("cardDeclined");
    expect(await errorOf(vinr.payments.create({ ...newPayment, amount: 0 }))).toMatchObject({ param: "amount" });
    expect(await errorOf(vinr.payments.create(newPayment))).toBeInstanceOf(VinrCardError);
  });

  it("unless validateRequests is false", async () => {
    const { vinr } = createTestKit({ validateRequests: false });
    expect(await vinr.payments.create({ ...newPayment, amount: 10.5 })).toMatchObject({ status: "pending" });
  });
});

describe("a scripted response", () => {
  const payment = { ...examples.createPayment["201"].pending, object: "payment" } as const;
  const html = { headers: { "content-type": "text/html" } };

  it.each([
    ["data", (api: FakeApi, times: number) => api.on("createPayment").data({ ...payment, amount: 7 }, { times })],
    [
      "reply",
      (api: FakeApi, times: number) => api.on("createPayment").reply(() => ({ ...payment, amount: 7 }), { times }),
    ],
    ["example", (api: FakeApi, times: number) => api.on("createPayment").example("cardDeclined", { times })],
    ["raw", (api: FakeApi, times: number) => api.on("createPayment").raw(404, "<html>", { ...html, times })],
    ["error", (api: FakeApi, times: number) => api.on("createPayment").error("card_declined", { times })],
  ])("of %s is returned as many times as it says", async (_, script) => {
    const { vinr, api } = createTestKit();
    script(api, 2);
    const outcomes: boolean[] = [];
    for (let count = 0; count < 3; count++) {
      const outcome = await vinr.payments.create(newPayment).then(
        ({ amount }) => amount === 7,
        () => true,
      );
      outcomes.push(outcome);
    }
    expect(outcomes).toEqual([true, true, false]);
  });

  it("may be returned from then on", async () => {
    const { vinr, api } = createTestKit();
    api.on("retrievePayment").data({ ...payment, status: "completed" }, { times: Number.POSITIVE_INFINITY });
    for (let count = 0; count < 5; count++) expect((await vinr.payments.retrieve("pay_1")).status).toBe("completed");
  });

  it.each([0, -1, 1.5, Number.NaN, "2"])("is not returned %s times", (times) => {
    const { api } = createTestKit();
    expect(() => api.on("createPayment").timeout({ times: times as number })).toThrow("times must be a whole number");
  });
});

describe("a misspelt name is an error in JavaScript, too:", () => {
  const { api } = createTestKit();
  const operation = "createPayments" as "createPayment";
  it.each([
    ["an operation", () => api.on(operation), "no operation createPayments. It has: createPayment, "],
    ["the operation of calls", () => api.callsOf(operation), "no operation createPayments. It has: createPayment, "],
    [
      "an error code",
      () => api.on("createPayment").error("card_decline" as "card_declined"),
      "no error code card_decline. It has: body_malformed, ",
    ],
    [
      "an example",
      () => api.on("createPayment").example("declined" as "cardDeclined"),
      "no documented example declined. It has: pending, ",
    ],
    [
      "an event type",
      () => createDelivery("payment.complete" as "payment.completed", { secret: "whsec_1" }),
      "no event type payment.complete. It has: payment.created, ",
    ],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(message);
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

  it("changes properties of the resource, and leaves the others", () => {
    const resource = { amount: 7, metadata: { order: "1042" } };
    const { event, body } = createDelivery("payment.completed", { secret, resource, event: { id: "evt_9" } });
    const [example] = Object.values(eventExamples["payment.completed"]);
    expect(event).toEqual({ ...example, id: "evt_9", data: { object: { ...example?.data.object, ...resource } } });
    expect(JSON.parse(body)).toEqual(event);
    expect(example?.data.object.amount).not.toBe(7);
  });

  it("takes another id and another time", () => {
    const { event, headers } = createDelivery("payment.completed", { secret, event: { id: "evt_9" }, timestamp: 5 });
    expect([event.id, headers["x-vinr-timestamp"]]).toEqual(["evt_9", "5"]);
  });
});
