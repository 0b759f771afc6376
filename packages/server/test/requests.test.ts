import { describe, expect, it, vi } from "vitest";
import { streamInChunks } from "../../sandbox/test/testing/measure-heap.js";
import { apiError, createHandler, createPartialHandler, type HandlerOptions } from "../src/index.js";
import { ask, createBackend, key, newPayment, outcome } from "./backend.js";

const handler = createHandler(createBackend().operations);

describe("a request", () => {
  it("reaches its operation, parsed, with its caller", async () => {
    let seen: unknown;
    const listening = createPartialHandler({
      listRefunds({ query, caller, operationId, requestId, transaction }) {
        seen = { query, caller, operationId, requestId, transaction };
        return {
          status: 200,
          body: { object: "list", data: [], page: { has_more: false, next_cursor: null, total_estimate: 0 } },
        };
      },
    });
    const response = await listening(
      ask("/v1/refunds?payment=pay_1", { headers: { "x-request-id": "req_fromTheProxy" } }),
    );
    expect(response.status).toBe(200);
    expect(seen).toEqual({
      query: { payment: "pay_1", limit: 25 },
      caller: { account: "ExampleOnly" },
      operationId: "listRefunds",
      requestId: "req_fromTheProxy",
      transaction: undefined,
    });
  });

  it("gets JSON and the headers that every response has", async () => {
    const response = await handler(ask("/v1/payments/pay_1234567890"));
    expect(Object.fromEntries(response.headers)).toEqual({
      "cache-control": "no-store",
      "content-type": "application/json",
      "x-ratelimit-limit": "25",
      "x-ratelimit-remaining": "50",
      "x-ratelimit-reset": expect.stringMatching(/^\d{10}$/),
      "x-request-id": expect.stringMatching(/^req_[0-9a-z]{20}$/),
    });
    expect(await response.json()).toMatchObject({ id: "pay_1234567890", object: "payment" });
  });

  it.each([
    ["GET", "/v1/nothing", [404, "route_not_found"]],
    ["GET", "/payments", [404, "route_not_found"]],
    ["GET", "/v1/payments/", [404, "route_not_found"]],
    ["GET", "/v1/%zz", [404, "route_not_found"]],
    ["GET", "/v1/payments/%zz", [400, "parameter_invalid", "id"]],
    ["GET", "/v1/payments/__proto__", [400, "parameter_invalid", "id"]],
    ["GET", "/v1/%70ayments", [200]],
    ["GET", "/v1/payments?limit=0", [400, "parameter_invalid", "limit"]],
    ["GET", "/v1/payments/pay_2", [404, "resource_not_found"]],
    ["PATCH", "/v1/payments", [405, "method_not_allowed"]],
    ["GET", "/v1/webhooks/we_8dQ2", [405, "method_not_allowed"]],
    ["DELETE", "/v1/webhooks/we_8dQ2", [204]],
  ])("%s %s gets %j", async (method, path, wanted) => {
    expect(await outcome(await handler(ask(path, { method })))).toEqual(wanted);
  });

  it("of HEAD gets the headers of GET, and no body", async () => {
    const response = await handler(ask("/v1/payments", { method: "HEAD" }));
    expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([
      200,
      "application/json",
      "",
    ]);
    const missing = await handler(ask("/v1/payments/pay_2", { method: "HEAD" }));
    expect([missing.status, await missing.text()]).toEqual([404, ""]);
  });

  it("of OPTIONS gets the methods of the path, without a key and without CORS", async () => {
    const response = await handler(new Request("http://localhost/v1/payments", { method: "OPTIONS" }));
    expect([response.status, response.headers.get("allow")]).toEqual([204, "GET, HEAD, POST, OPTIONS"]);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(await outcome(await handler(ask("/v1/nothing", { method: "OPTIONS" })))).toEqual([404, "route_not_found"]);
  });

  it("with a method that the path does not have gets the methods that it has", async () => {
    const response = await handler(ask("/v1/payments/pay_1/capture"));
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
  });

  it("is found below another base path, or none", async () => {
    const { operations } = createBackend();
    for (const basePath of ["/pay/v1", "/pay/v1/"]) {
      expect((await createHandler(operations, { basePath })(ask("/pay/v1/payments"))).status).toBe(200);
    }
    expect((await createHandler(operations, { basePath: "" })(ask("/payments"))).status).toBe(200);
    expect((await createHandler(operations, { basePath: "/" })(ask("/payments"))).status).toBe(200);
  });

  it("keeps a well-formed request id only", async () => {
    for (const given of ["req_1 evil", "42", `req_${"a".repeat(80)}`]) {
      const response = await handler(ask("/v1/payments", { headers: { "x-request-id": given } }));
      expect(response.headers.get("x-request-id")).toMatch(/^req_[0-9a-z]{20}$/);
    }
  });

  it("carries its id in an error's body and header", async () => {
    const response = await handler(ask("/v1/payments/pay_2", { headers: { "x-request-id": "req_7" } }));
    expect(response.headers.get("x-request-id")).toBe("req_7");
    expect(await response.json()).toEqual({
      error: {
        type: "invalid_request_error",
        code: "resource_not_found",
        message: "The object does not exist, or not in this environment.",
        doc_url: "https://docs.vinr.com/errors/resource_not_found",
        request_id: "req_7",
        resource: "pay_2",
      },
    });
  });
});

describe("a key", () => {
  const without = (headers: Record<string, string>, options: HandlerOptions = {}) =>
    createHandler(createBackend().operations, options)(new Request("http://localhost/v1/payments", { headers }));

  it.each([
    ["Authorization", { authorization: `Bearer ${key}` }],
    ["Authorization in another case", { authorization: `bearer  ${key} ` }],
    ["X-Api-Key", { "x-api-key": key }],
    ["a restricted key", { "x-api-key": "rk_test_1" }],
  ])("is taken from %s", async (_, headers) => {
    expect((await without(headers)).status).toBe(200);
  });

  it.each([
    ["none", {}, "api_key_missing"],
    ["a publishable one", { "x-api-key": "pk_test_1" }, "api_key_kind_not_allowed"],
    ["a live one in the sandbox", { "x-api-key": "sk_live_ExampleOnly" }, "api_key_wrong_environment"],
    ["another scheme", { authorization: "Basic c2s6" }, "invalid_api_key"],
    ["no key after Bearer", { authorization: "Bearer" }, "invalid_api_key"],
    ["two keys", { authorization: `Bearer ${key}, Bearer ${key}` }, "invalid_api_key"],
    ["something else", { "x-api-key": "' or 1=1" }, "invalid_api_key"],
    ["one behind a thousand spaces", { authorization: `Bearer${" ".repeat(1_000)}${key}` }, "invalid_api_key"],
    [
      "one behind a thousand spaces of another kind",
      { "x-api-key": `${"\u00a0".repeat(1_000)}${key}` },
      "invalid_api_key",
    ],
  ])("is rejected: %s", async (_, headers, code) => {
    const response = await without(headers);
    const text = await response.clone().text();
    expect([await outcome(response), response.headers.get("www-authenticate")]).toEqual([
      [401, code],
      'Bearer realm="VINR"',
    ]);
    expect(text).not.toContain("ExampleOnly");
  });

  it("is shown to authenticate, with the operation", async () => {
    const seen: unknown[] = [];
    const authenticate: HandlerOptions["authenticate"] = ({ kind, environment, value }, { operationId }) => {
      seen.push([kind, environment, value, operationId]);
      return undefined;
    };
    expect(await outcome(await without({ "x-api-key": "rk_test_1" }, { authenticate }))).toEqual([
      401,
      "invalid_api_key",
    ]);
    expect(seen).toEqual([["restricted", "sandbox", "rk_test_1", "listPayments"]]);
  });

  it.each([null, false, 0, ""])(
    "does not exist either where authenticate returns %j, as databases do",
    async (nobody) => {
      const listPayments = vi.fn();
      const handler = createPartialHandler({ listPayments }, { authenticate: () => nobody as never });
      expect(await outcome(await handler(ask("/v1/payments")))).toEqual([401, "invalid_api_key"]);
      expect(listPayments).not.toHaveBeenCalled();
    },
  );

  it.each([
    [true],
    ["acct_1"],
    [[]],
    [{ account: null }],
    [{ account: "" }],
    [{ account: Number.NaN }],
    [{ account: {} }],
  ])("is an error of the host's where authenticate returns %j, which has no account", async (nobody) => {
    const [listPayments, onError] = [vi.fn(), vi.fn()];
    const handler = createPartialHandler({ listPayments }, { authenticate: () => nobody as never, onError });
    expect(await outcome(await handler(ask("/v1/payments")))).toEqual([500, "internal_error"]);
    expect(listPayments).not.toHaveBeenCalled();
    expect(String(onError.mock.calls[0]?.[0])).toContain("authenticate must return a caller with an account");
  });

  it("that the host rejects with an error of its own gets a 401 that says how to authenticate, too", async () => {
    const authenticate: HandlerOptions["authenticate"] = () => {
      throw apiError("expired_api_key");
    };
    const response = await without({ "x-api-key": "sk_test_1" }, { authenticate });
    expect([await outcome(response), response.headers.get("www-authenticate")]).toEqual([
      [401, "expired_api_key"],
      'Bearer realm="VINR"',
    ]);
  });
});

describe("a body", () => {
  const post = (body: unknown, headers: Record<string, string> = {}, options: HandlerOptions = {}) =>
    createHandler(createBackend().operations, options)(ask("/v1/payments", { method: "POST", body, headers }));

  it("is validated", async () => {
    expect(await outcome(await post(newPayment))).toEqual([201]);
    expect(await outcome(await post({ ...newPayment, amount: 0 }))).toEqual([400, "parameter_invalid", "amount"]);
    expect(await outcome(await post({ ...newPayment, return_url: "x" }))).toEqual([
      400,
      "parameter_unknown",
      "return_url",
    ]);
    expect(await outcome(await post("{"))).toEqual([400, "body_malformed"]);
    expect(await outcome(await post(undefined))).toEqual([400, "parameter_missing"]);
  });

  it("is JSON, and not compressed", async () => {
    expect(await outcome(await post("x", { "content-type": "text/plain" }))).toEqual([415, "unsupported_media_type"]);
    const wanted = [415, "unsupported_media_type", "Content-Encoding"];
    expect(await outcome(await post(newPayment, { "content-encoding": "gzip" }))).toEqual(wanted);
  });

  it("that is too large by its length is not read", async () => {
    const request = ask("/v1/payments", { method: "POST", body: newPayment, headers: { "content-length": "2000000" } });
    expect(await outcome(await createHandler(createBackend().operations)(request))).toEqual([413, "body_too_large"]);
    expect(request.bodyUsed).toBe(false);
  });

  /** Creates a payment by a body that comes as a stream, without a length. */
  const streamed = (body: ReadableStream): Request =>
    new Request("http://localhost/v1/payments", {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body,
      duplex: "half",
    } as RequestInit);

  it.each([
    ["is given twice", { "content-length": "5, 5" }],
    ["stands beside chunks", { "content-length": "5", "transfer-encoding": "chunked" }],
  ])("that is too large is read no further where a length %s, as some servers let through", async (_, headers) => {
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        if (sent > 100) controller.close();
        else controller.enqueue(new Uint8Array(100_000).fill(32));
      },
    });
    const request = streamed(body);
    for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
    expect(await outcome(await createHandler(createBackend().operations)(request))).toEqual([413, "body_too_large"]);
    expect(sent).toBeLessThan(20);
  });

  it("that is too large is read no further than the limit, where its length is not known", async () => {
    let sent = 0;
    let isCancelled = false;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1000).fill(32));
      },
      cancel() {
        isCancelled = true;
      },
    });
    const endless = createHandler(createBackend().operations, { maxBodyBytes: 10_000 });
    expect(await outcome(await endless(streamed(body)))).toEqual([413, "body_too_large"]);
    expect([sent < 15, isCancelled]).toEqual([true, true]);
  });

  it("takes no more memory where it comes in very many chunks", async () => {
    const { stream, state } = streamInChunks(JSON.stringify(newPayment).padEnd(200_000));
    expect(await outcome(await handler(streamed(stream)))).toEqual([201]);
    expect(state.taken).toBeLessThan(5e6);
  });

  it("that breaks off is malformed", async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error("reset")) });
    expect(await outcome(await handler(streamed(body)))).toEqual([400, "body_malformed"]);
  });

  it("that something else read before is told to the host", async () => {
    const told: unknown[] = [];
    const reading = createHandler(createBackend().operations, { onError: (error) => told.push(error) });
    const request = ask("/v1/payments", { method: "POST", body: newPayment });
    await request.text();
    expect(await outcome(await reading(request))).toEqual([500, "internal_error"]);
    expect(String(told[0])).toContain("mount the handler before");
  });
});
