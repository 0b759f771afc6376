import { describe, expect, it } from "vitest";
import { apiError, startServer } from "../../test/scripted-server.js";
import { createTestClient, errorOf, newPayment, payment, testKey } from "../../test/test-client.js";
import { VinrError, VinrResponseError } from "../index.js";

const created = { status: 201, body: payment };
const found = { status: 200, body: payment };

describe("a request", () => {
  it("goes to the operation's path with its method and its body as JSON", async () => {
    const server = await startServer(created);
    await createTestClient(server).vinr.payments.create(newPayment);
    const [request] = server.requests;
    expect([request?.method, request?.url, JSON.parse(request?.body ?? "")]).toEqual([
      "POST",
      "/v1/payments",
      newPayment,
    ]);
  });

  it("carries the key as a bearer token", async () => {
    const server = await startServer(found);
    await createTestClient(server).vinr.payments.retrieve("pay_1234567890");
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${testKey}`);
  });

  it("is not affected by later changes to the arguments", async () => {
    const server = await startServer(apiError(503, "service_unavailable"), created);
    const body = { ...newPayment };
    const options = { idempotencyKey: "order-1", headers: { "x-a": "1" }, maxRetries: 1 };
    const call = createTestClient(server).vinr.payments.create(body, options);
    Object.assign(body, { amount: 5 });
    Object.assign(options, { idempotencyKey: "order-2", headers: {}, maxRetries: 0 });
    await call;
    const sent = server.requests.map(({ headers, body: text }) => [
      JSON.parse(text).amount,
      headers["idempotency-key"],
      headers["x-a"],
    ]);
    expect(sent).toEqual(Array(2).fill([1000, "order-1", "1"]));
  });

  it("has no content type if it has no body", async () => {
    const server = await startServer(found);
    await createTestClient(server).vinr.payments.capture("pay_1234567890");
    expect([server.requests[0]?.headers["content-type"], server.requests[0]?.body]).toEqual([undefined, ""]);
  });

  it("carries the chosen version of the API", async () => {
    const server = await startServer(found);
    await createTestClient(server, { apiVersion: "2026-04-01" }).vinr.payments.retrieve("pay_1");
    expect(server.requests[0]?.headers["vinr-version"]).toBe("2026-04-01");
  });

  it("carries the headers of the call", async () => {
    const server = await startServer(found);
    await createTestClient(server).vinr.payments.retrieve("pay_1", { headers: { "X-Trace": "abc" } });
    expect(server.requests[0]?.headers["x-trace"]).toBe("abc");
  });

  it("sends nothing for what is undefined: a header, a property, a parameter", async () => {
    const server = await startServer({ status: 200, body: { object: "list", data: [], page: { has_more: false } } });
    const { vinr } = createTestClient(server);
    await vinr.refunds.list({ limit: undefined, payment: "pay_1" }, { headers: { "x-a": undefined, "x-b": "1" } });
    await vinr.payments.create({ ...newPayment, description: undefined }, { headers: undefined });
    const [list, create] = server.requests;
    expect([list?.url, list?.headers["x-a"], list?.headers["x-b"]]).toEqual([
      "/v1/refunds?payment=pay_1",
      undefined,
      "1",
    ]);
    expect(JSON.parse(create?.body ?? "")).toEqual(newPayment);
  });

  it.each([
    ["Authorization", "Use the option secretKey."],
    ["x-api-key", "Use the option secretKey."],
    ["Idempotency-Key", "Use the option idempotencyKey."],
    ["host", "Use the option baseUrl."],
    ["Content-Type", "The client sets it."],
    ["Transfer-Encoding", "The client sets it."],
    ["Expect", "The client sets it."],
  ])("names the header %s that it rejects, and what to do instead", async (name, hint) => {
    const server = await startServer(found);
    const call = createTestClient(server).vinr.payments.retrieve("pay_1", { headers: { [name]: "x" } });
    const message = `The option headers must not contain ${name}. ${hint}`;
    expect([await errorOf(call), server.requests]).toEqual([expect.objectContaining({ message }), []]);
  });

  it("sends a header by a name that every object has", async () => {
    const server = await startServer(found);
    await createTestClient(server).vinr.payments.retrieve("pay_1", { headers: JSON.parse('{"constructor":"x"}') });
    expect(server.requests[0]?.headers).toMatchObject({ constructor: "x" });
  });

  it("writes the parameters of a list into its query", async () => {
    const server = await startServer({ status: 200, body: { object: "list", data: [], page: { has_more: false } } });
    await createTestClient(server).vinr.refunds.list({ limit: 5, payment: "pay_1" });
    expect(server.requests[0]?.url).toBe("/v1/refunds?limit=5&payment=pay_1");
  });

  it.each([
    ["a/b", "/v1/payments/a%2Fb"],
    ["../refunds", "/v1/payments/..%2Frefunds"],
    ["%2e%2e", "/v1/payments/%252e%252e"],
    ["pay 1?x#y", "/v1/payments/pay%201%3Fx%23y"],
  ])("keeps the id %j in one segment of the path", async (id, url) => {
    const server = await startServer(found);
    await createTestClient(server).vinr.payments.retrieve(id);
    expect(server.requests[0]?.url).toBe(url);
  });

  it.each(["", ".", "..", "\ud800"])("is not sent with the id %j", async (id) => {
    const server = await startServer(found);
    const error = await errorOf(createTestClient(server).vinr.payments.retrieve(id));
    expect([error instanceof VinrError && error.code, server.requests.length]).toEqual(["invalid_argument", 0]);
  });

  it("is not sent with a body that JSON cannot hold", async () => {
    const server = await startServer(created);
    const metadata: Record<string, unknown> = {};
    metadata.self = metadata;
    const body = { ...newPayment, metadata: metadata as Record<string, string> };
    const error = await errorOf(createTestClient(server).vinr.payments.create(body));
    expect(error).toMatchObject({ code: "invalid_argument", attempts: 0 });
  });

  it.each<[string, unknown]>([
    ["a promise", Promise.resolve({ amount: 500 })],
    ["a Blob", new Blob(['{"amount":500}'])],
    ["a response", new Response('{"amount":500}')],
    ["bytes", new TextEncoder().encode('{"amount":500}').buffer],
    ["a stream", new Response('{"amount":500}').body],
    ["a Map", new Map([["amount", 500]])],
    ["a function", () => ({ amount: 500 })],
    ["a list", [{ amount: 500 }]],
    ["text", '{"amount":500}'],
  ])("is not sent with %s for a body, which would be a capture of everything", async (_, body) => {
    const server = await startServer(created);
    const error = (await errorOf(createTestClient(server).vinr.payments.capture("pay_1", body as object))) as VinrError;
    expect([error.code, server.requests]).toEqual(["invalid_argument", []]);
    expect(error.message).toContain("The body must be an object, such as { amount: 1000 }.");
  });

  it("is sent with an instance of a class for a body", async () => {
    class Capture {
      readonly amount = 500;
    }
    const server = await startServer(created);
    await createTestClient(server).vinr.payments.capture("pay_1", new Capture());
    expect(server.requests[0]?.body).toBe('{"amount":500}');
  });

  it("is not sent with an amount that its class computes, which JSON leaves out: it would be one of everything", async () => {
    class Capture {
      readonly #lines = [200, 300];
      get amount() {
        return this.#lines.reduce((sum, line) => sum + line);
      }
    }
    const server = await startServer(created);
    const error = await errorOf(createTestClient(server).vinr.payments.capture("pay_1", new Capture()));
    expect(error).toMatchObject({ code: "invalid_argument", message: expect.stringContaining("amount is inherited") });
    expect(server.requests).toEqual([]);
  });

  it("is not sent with a filter that its class computes: it would list everything", async () => {
    class Filter {
      get payment() {
        return "pay_1";
      }
    }
    const server = await startServer(created);
    const error = await errorOf(createTestClient(server).vinr.refunds.list(new Filter()));
    const message = "Query parameters cannot be sent: payment is inherited from a class: pass a plain object.";
    expect([error, server.requests]).toEqual([expect.objectContaining({ code: "invalid_argument", message }), []]);
  });

  it("has the idempotency key of options whose class has it", async () => {
    class Options {
      readonly #order = 1042;
      get idempotencyKey() {
        return `order-${this.#order}`;
      }
    }
    const server = await startServer(created);
    const { vinr } = createTestClient(server);
    await vinr.payments.create(newPayment, new Options());
    await vinr.payments.create(newPayment, Object.create({ idempotencyKey: "order-1042" }));
    expect(server.requests.map(({ headers }) => headers["idempotency-key"])).toEqual(["order-1042", "order-1042"]);
  });

  it("is not sent with an option that does not exist", async () => {
    const server = await startServer(created);
    const options = { idempotency_key: "order-1" };
    const error = await errorOf(createTestClient(server).vinr.payments.create(newPayment, options as object));
    expect(error).toMatchObject({ code: "invalid_option", message: expect.stringContaining("idempotency_key") });
  });

  it("is not sent with a header that would replace the key", async () => {
    const server = await startServer(created);
    const headers = { Authorization: "Bearer other" };
    const error = await errorOf(createTestClient(server).vinr.payments.create(newPayment, { headers }));
    expect(error).toMatchObject({
      code: "invalid_option",
      message: "The option headers must not contain Authorization. Use the option secretKey.",
    });
  });
});

describe("an idempotency key", () => {
  it("is made for every POST", async () => {
    const server = await startServer(created);
    await createTestClient(server).vinr.payments.create(newPayment);
    expect(server.requests[0]?.headers["idempotency-key"]).toBe("key-1");
  });

  it("is a UUID v4 with the system runtime", async () => {
    const server = await startServer(created);
    await createTestClient(server, { runtime: {} }).vinr.payments.cancel("pay_1");
    expect(server.requests[0]?.headers["idempotency-key"]).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it("is the caller's own, to the byte", async () => {
    const server = await startServer(created);
    await createTestClient(server).vinr.payments.create(newPayment, { idempotencyKey: "Order#42/~a" });
    expect(server.requests[0]?.headers["idempotency-key"]).toBe("Order#42/~a");
  });

  it.each(["", "a b", "ü", "x".repeat(256), "sk_test_1", "rk_live_1", "order-7-sk_test_1", `order7${testKey}`])(
    "is rejected as %j",
    async (idempotencyKey) => {
      const server = await startServer(created);
      const error = await errorOf(createTestClient(server).vinr.payments.create(newPayment, { idempotencyKey }));
      expect(error).toMatchObject({ code: "invalid_option", message: expect.stringContaining("idempotencyKey") });
    },
  );

  it.each(["task_test_1", "network_live_1"])("may be %s, which is not a secret key", async (idempotencyKey) => {
    const server = await startServer(created);
    await createTestClient(server).vinr.payments.create(newPayment, { idempotencyKey });
    expect(server.requests[0]?.headers["idempotency-key"]).toBe(idempotencyKey);
  });

  it("is not sent with a read", async () => {
    const server = await startServer(found);
    await createTestClient(server).vinr.payments.retrieve("pay_1");
    expect(server.requests[0]?.headers["idempotency-key"]).toBeUndefined();
  });

  it("is the same on a retry", async () => {
    const server = await startServer(apiError(503, "service_unavailable"), created);
    await createTestClient(server).vinr.payments.create(newPayment);
    expect(server.requests.map(({ headers }) => headers["idempotency-key"])).toEqual(["key-1", "key-1"]);
  });

  it("is a property of the error", async () => {
    const server = await startServer(apiError(422, "currency_not_enabled"));
    const error = await errorOf(createTestClient(server).vinr.payments.create(newPayment));
    expect(error).toMatchObject({ idempotencyKey: "key-1" });
  });
});

describe("a response", () => {
  it("passes through unchanged, with new properties and values", async () => {
    const body = { ...payment, status: "on_the_moon", newField: { deep: [1] } };
    const server = await startServer({ status: 200, body });
    expect(await createTestClient(server).vinr.payments.retrieve("pay_1")).toEqual(body);
  });

  it("is undefined if there is no content", async () => {
    const server = await startServer({ status: 204 });
    expect(await createTestClient(server).vinr.webhooks.delete("we_1")).toBeUndefined();
  });

  it("is returned with its metadata on request", async () => {
    const headers = {
      "x-request-id": "req_8KdPz2",
      "x-ratelimit-limit": "25",
      "x-ratelimit-remaining": "24",
      "x-ratelimit-reset": "1776249001",
    };
    const server = await startServer({ status: 201, body: payment, headers });
    const { response, ...rest } = await createTestClient(server).vinr.payments.create(newPayment).withResponse();
    expect([response.status, rest]).toEqual([
      201,
      {
        data: payment,
        requestId: "req_8KdPz2",
        attempts: 1,
        idempotencyKey: "key-1",
        rateLimit: { limit: 25, remaining: 24, reset: 1776249001 },
      },
    ]);
  });

  it("leaves missing metadata undefined", async () => {
    const server = await startServer({ status: 200, body: payment, headers: { "x-ratelimit-limit": "25" } });
    const result = await createTestClient(server).vinr.payments.retrieve("pay_1").withResponse();
    expect(result).toMatchObject({ requestId: undefined, rateLimit: undefined, idempotencyKey: undefined });
  });

  it.each([
    ["HTML", "<html>hello</html>", {}],
    ["empty", "", {}],
    ["empty and chunked", "", { "transfer-encoding": "chunked" }],
    ["cut JSON that looks whole", '{"id":', { "content-length": "6" }],
  ])("that is %s is a VinrResponseError", async (_, body, headers) => {
    const server = await startServer({ status: 200, body, headers });
    const error = await errorOf(createTestClient(server).vinr.payments.retrieve("pay_1"));
    expect(error).toBeInstanceOf(VinrResponseError);
    expect(error).toMatchObject({ code: "response_not_json", attempts: 1 });
  });

  it("that is empty is an error, except to a deletion", async () => {
    const server = await startServer({ status: 204 });
    const { vinr } = createTestClient(server);
    expect(await errorOf(vinr.payments.create(newPayment))).toMatchObject({ code: "response_not_json" });
    expect(await vinr.webhooks.delete("we_1")).toBeUndefined();
  });

  it("of status 421 is an error like any other", async () => {
    const server = await startServer(apiError(421, "misdirected"));
    const error = await errorOf(createTestClient(server).vinr.payments.create(newPayment));
    expect(error).toMatchObject({ status: 421, code: "misdirected", attempts: 1 });
  });

  it.each([301, 302, 303, 307, 308])(
    "that is a redirect (%i) is an error, and the key is not sent on",
    async (status) => {
      const elsewhere = await startServer(found);
      const headers = { location: `${elsewhere.url}/payments`, "x-request-id": "req_9" };
      const server = await startServer({ status, headers });
      const error = await errorOf(createTestClient(server).vinr.payments.create(newPayment));
      expect(error).toMatchObject({
        code: "response_redirected",
        status,
        requestId: "req_9",
        attempts: 1,
        idempotencyKey: "key-1",
      });
      expect([server.requests.length, elsewhere.requests]).toEqual([1, []]);
    },
  );
});
