import { getEventListeners } from "node:events";
import { inspect } from "node:util";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { apiError, hang, reset, type ScriptedResponse, startServer } from "../../test/scripted-server.js";
import { createTestClient, errorOf, newPayment, payment, testKey } from "../../test/test-client.js";
import { type Fetch, VinrConnectionError, VinrError, VinrResponseError } from "../index.js";
import { createNodeFetch } from "../node.js";
import type { HttpMiddleware } from "./http-types.js";

const created = { status: 201, body: payment };
const found = { status: 200, body: payment };
const byId = { params: { path: { id: "pay_1" } } };

describe("vinr.http", () => {
  it("returns data by method and path", async () => {
    const server = await startServer(found);
    const { data, response } = await createTestClient(server).vinr.http.GET("/payments/{id}", byId);
    expect([data, response.status, server.requests[0]?.url]).toEqual([payment, 200, "/v1/payments/pay_1"]);
  });

  it("carries the key and a query", async () => {
    const server = await startServer({ status: 200, body: {} });
    await createTestClient(server).vinr.http.GET("/payments", { params: { query: { limit: 5 } } });
    expect([server.requests[0]?.url, server.requests[0]?.headers.authorization]).toEqual([
      "/v1/payments?limit=5",
      `Bearer ${testKey}`,
    ]);
  });

  it("retries with the same body and idempotency key", async () => {
    const server = await startServer(reset, apiError(503, "service_unavailable"), created);
    const { data } = await createTestClient(server).vinr.http.POST("/payments", { body: newPayment });
    const sent = server.requests.map(({ body, headers }) => [JSON.parse(body), headers["idempotency-key"]]);
    expect([data, sent]).toEqual([payment, Array(3).fill([newPayment, "key-1"])]);
  });

  it("keeps the caller's idempotency key", async () => {
    const server = await startServer(created);
    const headers = { "Idempotency-Key": "order-1" };
    await createTestClient(server).vinr.http.POST("/payments", { body: newPayment, headers });
    expect(server.requests[0]?.headers["idempotency-key"]).toBe("order-1");
  });

  it.each(["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH"] as const)("sends %s", async (method) => {
    const server = await startServer({ status: method === "HEAD" ? 204 : 200, body: {} });
    const http = createTestClient(server).vinr.http as unknown as Record<string, (path: string) => Promise<object>>;
    expect(await http[method]?.("/newer")).toMatchObject({ response: { ok: true } });
    const [request] = server.requests;
    // A retry of these is not safe without one, whatever a server makes of a PUT.
    const hasKey = method === "POST" || method === "PUT" || method === "PATCH";
    expect([request?.method, request?.headers["idempotency-key"]]).toEqual([method, hasKey ? "key-1" : undefined]);
  });

  it("reads no body of a HEAD", async () => {
    const server = await startServer({ status: 200, headers: { "content-length": "12" } });
    const http = createTestClient(server).vinr.http as unknown as Record<string, (path: string) => Promise<object>>;
    expect(await http.HEAD?.("/newer")).toMatchObject({ data: undefined, response: { status: 200 } });
  });

  it("returns an API error as error", async () => {
    const server = await startServer(apiError(402, "card_declined"));
    const { error, response } = await createTestClient(server).vinr.http.POST("/payments", { body: newPayment });
    expect([error?.error.code, response.status]).toEqual(["card_declined", 402]);
  });

  it("returns the idempotency key that it made, with which the same request can be sent again", async () => {
    const server = await startServer(reset, apiError(429, "rate_limited"), created);
    const { http } = createTestClient(server, { maxRetries: 1 }).vinr;
    const { error, attempts, idempotencyKey = "" } = await http.POST("/payments", { body: newPayment });
    expect([error?.error.code, attempts, idempotencyKey]).toEqual(["rate_limited", 2, "key-1"]);
    const again = await http.POST("/payments", { body: newPayment, headers: { "Idempotency-Key": idempotencyKey } });
    expect(again).toMatchObject({ data: payment, attempts: 1, idempotencyKey: "key-1" });
    expect(server.requests.map(({ headers }) => headers["idempotency-key"])).toEqual(Array(3).fill("key-1"));
  });

  it("sends the idempotency key that an error tells to send again, however its options are written", async () => {
    const server = await startServer(reset, created, created);
    const { http } = createTestClient(server, { maxRetries: 0 }).vinr;
    const { idempotencyKey } = (await errorOf(http.POST("/payments", { body: newPayment }))) as VinrError;
    const again = { body: newPayment, idempotencyKey };
    expect(await http.POST("/payments", again)).toMatchObject({ data: payment, idempotencyKey: "key-1" });
    const both = { ...again, headers: { "Idempotency-Key": "another" } };
    expect(await http.POST("/payments", both)).toMatchObject({ data: payment, idempotencyKey: "key-1" });
    expect(server.requests.map(({ headers }) => headers["idempotency-key"])).toEqual(Array(3).fill("key-1"));
  });

  it("takes the options of a call", async () => {
    const server = await startServer(apiError(503, "service_unavailable"), created);
    const { http } = createTestClient(server).vinr;
    expect((await http.POST("/payments", { body: newPayment, maxRetries: 0 })).attempts).toBe(1);
    const silent = createTestClient(await startServer(hang)).vinr.http;
    const late = silent.POST("/payments", { body: newPayment, timeout: 1, maxRetries: 0 });
    expect(await errorOf(late)).toMatchObject({ code: "timeout" });
  });

  it.each<[object, string, RegExp]>([
    [{ headers: [["Idempotency-Key", "order-7"]] }, "invalid_option", /The option headers must be an object/],
    [{ idempotencyKey: "" }, "invalid_option", /The option idempotencyKey must be/],
    [{ idempotencyKey: testKey }, "invalid_option", /The option idempotencyKey must be/],
    [{ headers: { "Idempotency-Key": testKey } }, "invalid_option", /The option idempotencyKey must be/],
    [{ headers: { "x-a": `Bearer ${testKey}\nX` } }, "invalid_argument", /Bearer \[secret key\]\\u000aX/],
    [{ headers: { host: "shop.example" } }, "invalid_argument", /The option headers must not contain host\./],
    [
      { headers: { "x-api-key": testKey } },
      "invalid_argument",
      /must not contain x-api-key\. Use the option secretKey\./,
    ],
    [
      { headers: { "content-length": "1" } },
      "invalid_argument",
      /must not contain content-length\. The client sets it\./,
    ],
    [{ timeout: -1 }, "invalid_option", /The option timeout must be/],
  ])("sends nothing with %j, and shows no key", async (init, code, message) => {
    const server = await startServer(created);
    const post = createTestClient(server).vinr.http.POST("/payments", { body: newPayment, ...init });
    const error = (await errorOf(post)) as VinrError;
    expect([error.code, server.requests.length]).toEqual([code, 0]);
    expect(error.message).toMatch(message);
    expect(inspect(error, { depth: 9 })).not.toContain(testKey);
  });

  it.each<[string, unknown]>([
    ["a promise", Promise.resolve({ amount: 500 })],
    ["a Blob", new Blob(['{"amount":500}'])],
    ["bytes", new TextEncoder().encode('{"amount":500}')],
    ["URLSearchParams", new URLSearchParams("amount=500")],
    ["a Map", new Map([["amount", 500]])],
    ["a function", () => ({ amount: 500 })],
    ["a symbol", Symbol("amount")],
  ])("sends nothing with %s for a body, which would be another one in JSON", async (_, body) => {
    const server = await startServer(created);
    const init = { ...byId, body } as object as { params: typeof byId.params };
    const error = await errorOf(createTestClient(server).vinr.http.POST("/payments/{id}/capture", init));
    expect([(error as VinrError).code, server.requests]).toEqual(["invalid_argument", []]);
  });

  it("sends what was there at the call, whatever is changed afterwards", async () => {
    const server = await startServer(created);
    const { http } = createTestClient(server).vinr;
    const headers = { "Idempotency-Key": "order-1" };
    const header = { "x-order": "1" };
    const init = { body: { ...newPayment }, headers, params: { query: { a: "1" }, header } };
    const calls = [1, 2, 3].map((order) => {
      header["x-order"] = `${order}`;
      init.body.amount = order * 1000;
      headers["Idempotency-Key"] = `order-${order}`;
      init.params.query.a = `${order}`;
      return http.POST("/payments", init as object as { body: typeof newPayment });
    });
    await Promise.all(calls);
    const sent = server.requests.map(({ url, body, headers }) => [
      url,
      JSON.parse(body).amount,
      headers["idempotency-key"],
      headers["x-order"],
    ]);
    expect(sent.sort()).toEqual([
      ["/v1/payments?a=1", 1000, "order-1", "1"],
      ["/v1/payments?a=2", 2000, "order-2", "2"],
      ["/v1/payments?a=3", 3000, "order-3", "3"],
    ]);
  });

  it("sends nothing where openapi-fetch cannot be loaded, and says what helps", async () => {
    vi.doMock("openapi-fetch", () => {
      throw new Error(`EMFILE ${testKey}`);
    });
    onTestFinished(() => void vi.doUnmock("openapi-fetch"));
    const server = await startServer(created);
    const { http } = createTestClient(server).vinr;
    const error = (await errorOf(http.POST("/payments", { body: newPayment }))) as VinrError;
    expect([error.code, server.requests.length]).toEqual(["module_missing", 0]);
    expect(error.message).toMatch(
      /^vinr\.http needs openapi-fetch, .* Nothing was sent\. Install it if it is missing, and start the program again\.$/,
    );
    expect(inspect(error, { depth: 9 })).not.toContain(testKey);
  });

  it("lets middleware write a body as it writes bodies itself", async () => {
    const server = await startServer(created);
    const { http } = createTestClient(server).vinr;
    http.use({
      onRequest({ request, options }: { request: Request; options?: { bodySerializer(body: unknown): string } }) {
        return new Request(request, { body: options?.bodySerializer({ ...newPayment, amount: 7 }) ?? null });
      },
    });
    await http.POST("/payments", { body: newPayment });
    expect(JSON.parse(server.requests[0]?.body ?? "")).toEqual({ ...newPayment, amount: 7 });
  });

  it("adds one listener to a signal, for however many calls, and leaves none", async () => {
    const { http } = createTestClient(await startServer(found)).vinr;
    const { signal } = new AbortController();
    const counts = new Set<number>();
    const count = () => void counts.add(getEventListeners(signal, "abort").length);
    http.use({ onRequest: count, onResponse: count });
    await Promise.all(Array.from({ length: 20 }, () => http.GET("/payments/{id}", { ...byId, signal })));
    expect([...counts, getEventListeners(signal, "abort").length]).toEqual([1, 0]);
  });

  it("returns no idempotency key for a read, nor where middleware responds by itself", async () => {
    const server = await startServer(found);
    const { http } = createTestClient(server).vinr;
    expect(await http.GET("/payments/{id}", byId)).toMatchObject({ attempts: 1, idempotencyKey: undefined });
    http.use({ onRequest: () => Response.json(payment) });
    const kept = await http.POST("/payments", { body: newPayment });
    expect(kept).toMatchObject({ data: payment, attempts: 0, idempotencyKey: undefined });
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ["nothing", ""],
    ["an empty text", '""'],
    ["null", "null"],
    ["zero", "0"],
    ["false", "false"],
    ["a page of a proxy", "<html>Bad gateway</html>"],
    ["another object", '{"message":"no"}'],
    ["an error without a code", '{"error":{"message":5}}'],
  ])("returns an error, and never a success, for error statuses with %s", async (_, body) => {
    for (const status of [401, 404, 503]) {
      const server = await startServer({ status, body, headers: { "x-request-id": "req_9" } });
      const { vinr } = createTestClient(server, { maxRetries: 0 });
      for (const result of [
        await vinr.http.POST("/payments", { body: newPayment }),
        await vinr.http.GET("/payments/{id}", byId),
        await vinr.http.DELETE("/webhooks/{id}", byId),
      ]) {
        expect([result.data, result.response.status]).toEqual([undefined, status]);
        expect(result.error).toEqual({
          error: { type: "api_error", code: "unknown", message: expect.any(String), request_id: "req_9" },
        });
      }
    }
  });

  it("sends no header that is undefined", async () => {
    const server = await startServer(found);
    await createTestClient(server).vinr.http.GET("/payments/{id}", {
      ...byId,
      headers: { "x-a": undefined, "x-b": "1" },
    });
    expect([server.requests[0]?.headers["x-a"], server.requests[0]?.headers["x-b"]]).toEqual([undefined, "1"]);
  });

  it("returns no data for a deletion", async () => {
    const server = await startServer({ status: 204 });
    const { data, response } = await createTestClient(server).vinr.http.DELETE("/webhooks/{id}", byId);
    expect([data, response.status]).toEqual([undefined, 204]);
  });

  it("throws a VinrConnectionError if there is no response", async () => {
    const { vinr } = createTestClient(await startServer(reset));
    expect(await errorOf(vinr.http.GET("/payments/{id}", byId))).toBeInstanceOf(VinrConnectionError);
  });

  it("throws a VinrResponseError if a success is not JSON", async () => {
    const { vinr } = createTestClient(await startServer({ status: 200, body: "<html>" }));
    expect(await errorOf(vinr.http.GET("/payments/{id}", byId))).toBeInstanceOf(VinrResponseError);
  });

  it.each(["", ".", "..", undefined])("is not sent with the id %j", async (id) => {
    const server = await startServer(found);
    const init = { params: { path: { id: id as string } } };
    const error = await errorOf(createTestClient(server).vinr.http.GET("/payments/{id}", init));
    expect([error instanceof VinrError && error.code, server.requests.length]).toEqual(["invalid_argument", 0]);
  });

  it("sends the key to no other server", async () => {
    const [server, other] = [await startServer(found), await startServer(found)];
    const init = { ...byId, baseUrl: other.url };
    const error = await errorOf(createTestClient(server).vinr.http.GET("/payments/{id}", init));
    expect([error, other.requests]).toEqual([expect.objectContaining({ code: "invalid_argument" }), []]);
  });

  it("wraps errors of openapi-fetch", async () => {
    const server = await startServer(found);
    const init = { ...byId, headers: { "no name": "x" } };
    expect(await errorOf(createTestClient(server).vinr.http.GET("/payments/{id}", init))).toBeInstanceOf(VinrError);
  });

  it("calls middleware, until it is removed", async () => {
    const server = await startServer(found);
    const { http } = createTestClient(server).vinr;
    const middleware = {
      onRequest({ request }: { request: Request }) {
        request.headers.set("x-trace", "abc");
        return request;
      },
    };
    http.use(middleware);
    await http.GET("/payments/{id}", byId);
    http.eject(middleware);
    await http.GET("/payments/{id}", byId);
    expect(server.requests.map(({ headers }) => headers["x-trace"])).toEqual(["abc", undefined]);
  });

  it("aborts with the signal", async () => {
    const { vinr } = createTestClient(await startServer(found));
    const error = await errorOf(vinr.http.GET("/payments/{id}", { ...byId, signal: AbortSignal.abort() }));
    expect(error).toBeInstanceOf(VinrError);
  });

  it("sends a stream once", async () => {
    const server = await startServer(apiError(503, "service_unavailable"), created);
    const body = new Response(JSON.stringify(newPayment)).body as never;
    const { response } = await createTestClient(server).vinr.http.POST("/payments", { body });
    expect([response.status, server.requests.map((request) => JSON.parse(request.body))]).toEqual([503, [newPayment]]);
  });
});

describe("what fails in vinr.http after the request was sent", () => {
  const throws = () => {
    throw new TypeError("the middleware has a bug");
  };
  const nested = () => {
    throw new VinrError("GET /orders got no response. Nothing was sent.", { code: "not_connected" });
  };
  const watches = { onRequest: () => undefined };
  const empty = { status: 205, body: payment };

  it.each<[string, ScriptedResponse, HttpMiddleware, { parseAs?: string; fetch?: Fetch }?]>([
    ["a middleware that gets the response", created, { onResponse: throws }],
    ["a middleware that gets an error of the API", apiError(500, "internal_error"), { onResponse: throws }],
    ["a middleware that gets the lost connection", reset, { onError: throws }],
    ["another call that a middleware makes", created, { onResponse: nested }],
    ["an unknown way to read the response", created, watches, { parseAs: "nothing" }],
    ["a body where the status allows none", empty, watches, { fetch: createNodeFetch() }],
  ])("never says that nothing was sent: %s", async (_, scripted, middleware, { parseAs, ...options } = {}) => {
    const server = await startServer(scripted);
    const { http } = createTestClient(server, { maxRetries: 0, ...options }).vinr;
    http.use(middleware);
    const init = { body: newPayment, parseAs } as { body: typeof newPayment };
    const error = (await errorOf(http.POST("/payments", init))) as VinrError;
    expect(error).toMatchObject({ code: "response_invalid", attempts: 1, idempotencyKey: "key-1" });
    expect(error).toBeInstanceOf(VinrResponseError);
    expect(error.message).toMatch(/It may have taken effect: call again with the same idempotencyKey to find out\.$/);
    expect(server.requests).toHaveLength(1);
  });

  it("holds what the middleware threw as its cause", async () => {
    class NotMyOrder extends Error {
      readonly order = { id: "7", items: [1] };
    }
    const { http } = createTestClient(await startServer(created)).vinr;
    const onResponse = (): Promise<undefined> => Promise.reject(new NotMyOrder("no\r\nFAKE LINE"));
    http.use({ onResponse });
    const error = (await errorOf(http.POST("/payments", { body: newPayment }))) as VinrError;
    expect(error.cause).toBeInstanceOf(NotMyOrder);
    expect(error.message).toContain("failed after it was sent: no\\u000d\\u000aFAKE LINE.");
  });

  it.each([
    ["", (text: string) => new Error(`unexpected: ${text}`)],
    [" as a cause that is a text", (text: string) => new Error("unexpected [secret key]", { cause: text })],
    [" as a cause", (text: string) => new Error("unexpected [secret key]", { cause: new Error(text) })],
  ])("shows no key that middleware read in a response%s", async (_, failure) => {
    const { http } = createTestClient(await startServer({ status: 201, body: { echo: testKey } })).vinr;
    http.use({
      onResponse: async ({ response }) => {
        throw failure(await response.text());
      },
    });
    const error = (await errorOf(http.POST("/payments", { body: newPayment }))) as VinrError;
    expect(error.message).toContain("[secret key]");
    expect(inspect(error, { depth: 9 })).not.toContain(testKey);
  });

  it("is thrown as it is if it is the error of the call", async () => {
    const { http } = createTestClient(await startServer({ status: 201, body: "<html>" })).vinr;
    http.use({ onError: ({ error }) => error as Error });
    expect(await errorOf(http.POST("/payments", { body: newPayment }))).toMatchObject({ code: "response_not_json" });
  });
});
