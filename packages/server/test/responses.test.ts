import { assert, describe, expect, it } from "vitest";
import {
  apiError,
  createHandler,
  createPartialHandler,
  createTokenBucket,
  type HandlerOptions,
  type PartialOperations,
  type RequestContext,
  UndocumentedResponseError,
} from "../src/index.js";
import { ask, createBackend, newPayment, outcome, payment } from "./backend.js";

const notFound = { type: "not_found_error", code: "resource_not_found", message: "No.", request_id: "req_1" };

/** A response of `retrievePayment`, and what the host was told. */
async function retrieve(retrievePayment: unknown, options: HandlerOptions = {}) {
  const told: { error: unknown; context: RequestContext }[] = [];
  const onError = (error: unknown, context: RequestContext) => void told.push({ error, context });
  // As a JavaScript program would pass it, whatever it returns.
  const operations = { retrievePayment } as PartialOperations;
  const response = await createPartialHandler(operations, { onError, ...options })(ask("/v1/payments/pay_1234567890"));
  return { response, told };
}

describe("a response that is not documented", () => {
  it.each([
    [
      "an undocumented property",
      { status: 200, body: { ...payment, cardNumber: "4242" } },
      /cardNumber is not a known property/,
    ],
    [
      "a value that does not exist",
      { status: 200, body: { ...payment, status: "complete" } },
      /did you mean completed\?/,
    ],
    ["a missing property", { status: 200, body: { ...payment, metadata: undefined } }, /metadata is required/],
    ["no body", { status: 200 }, /is required/],
    ["an undocumented status", { status: 201, body: payment }, /the documented statuses are 200, 400/],
    ["another member", { status: 200, body: payment, headers: {} }, /headers would not be sent/],
    [
      "the error of another status",
      { status: 404, body: { error: { ...notFound, code: "card_declined", type: "card_error" } } },
      /card_declined is an error with the status 402/,
    ],
  ])("is a 500, told to the host: %s", async (_, returned, message) => {
    const { response, told } = await retrieve(() => returned);
    expect(await outcome(response)).toEqual([500, "internal_error"]);
    expect(told).toHaveLength(1);
    expect(told[0]?.error).toBeInstanceOf(UndocumentedResponseError);
    expect(String(told[0]?.error)).toMatch(message);
    expect(told[0]?.context.operationId).toBe("retrievePayment");
  });

  it.each([[undefined], [null], ["a text"]])(
    "is told in plain words where an operation returns %j",
    async (nothing) => {
      const { response, told } = await retrieve(() => nothing);
      expect(await outcome(response)).toEqual([500, "internal_error"]);
      expect(String(told[0]?.error)).toContain(
        "retrievePayment must return a response such as { status: 200, body: … }, got",
      );
    },
  );

  it("is sent, and told to the host, where responses are reported", async () => {
    const { response, told } = await retrieve(() => ({ status: 201, body: payment }), { checkResponses: "report" });
    expect([response.status, told.length]).toEqual([201, 1]);
  });

  it("is sent where responses are not checked", async () => {
    const { response, told } = await retrieve(() => ({ status: 201, body: payment }), { checkResponses: "off" });
    expect([response.status, told]).toEqual([201, []]);
  });

  it("may be an error that the operation does not document", async () => {
    const { response, told } = await retrieve(() => {
      throw apiError("payment_not_capturable");
    });
    expect([await outcome(response), told.length]).toEqual([[500, "internal_error"], 1]);
  });

  it("may be a body where there is none", async () => {
    const operations = { deleteWebhookEndpoint: () => ({ status: 204, body: {} }) } as unknown as PartialOperations;
    const handler = createPartialHandler(operations, { onError: () => {} });
    expect(await outcome(await handler(ask("/v1/webhooks/we_1", { method: "DELETE" })))).toEqual([
      500,
      "internal_error",
    ]);
  });
});

describe("a response that cannot be sent", () => {
  it.each([99, 100, 600, 200.5, "200"])(
    "by its status %s is a 500, even where responses are not checked",
    async (status) => {
      const { response, told } = await retrieve(() => ({ status, body: payment }), { checkResponses: "off" });
      expect([await outcome(response), told.length]).toEqual([[500, "internal_error"], 1]);
    },
  );

  it.each([204, 205, 304])("with the body that a %i cannot have is sent without it", async (status) => {
    const { response, told } = await retrieve(() => ({ status, body: payment }), { checkResponses: "report" });
    expect([response.status, await response.text(), told.length]).toEqual([status, "", 1]);
  });

  it("from an idempotency store is a 500", async () => {
    const told: unknown[] = [];
    const idempotency = { run: async () => ({ kind: "replayed", response: { status: 99, body: "" } }) as const };
    const handler = createHandler(createBackend().operations, { idempotency, onError: (error) => told.push(error) });
    const request = ask("/v1/payments", { method: "POST", body: newPayment });
    expect([await outcome(await handler(request)), told.length]).toEqual([[500, "internal_error"], 1]);
  });
});

describe("a request id of the host's making", () => {
  const failing = () => {
    throw new Error("no entropy");
  };
  it.each([
    ["is not an id", () => "42"],
    ["cannot be a header", () => "req_1\nset-cookie: a=b"],
    ["is missing", () => undefined as unknown as string],
    ["fails", failing],
  ])("that %s is replaced, and told to the host", async (_, createRequestId) => {
    const told: unknown[] = [];
    const options = { createRequestId, onError: (error: unknown) => told.push(error) };
    const response = await createHandler(createBackend().operations, options)(ask("/v1/payments"));
    expect([response.status, told.length]).toEqual([200, 1]);
    expect(response.headers.get("x-request-id")).toMatch(/^req_[0-9a-z]{20}$/);
  });
});

describe("an error", () => {
  it("by its code has the status, type and page that the specification has for the code", async () => {
    const { response, told } = await retrieve(() => {
      throw apiError("service_unavailable", { retryAfter: 1.2, message: "Back soon." });
    });
    expect([response.status, response.headers.get("retry-after"), told]).toEqual([503, "2", []]);
    expect((await response.json()).error).toMatchObject({
      type: "api_error",
      code: "service_unavailable",
      message: "Back soon.",
      doc_url: "https://docs.vinr.com/errors/service_unavailable",
    });
  });

  it.each([
    [0.2, "1"],
    [-1, "0"],
    [Number.NaN, "0"],
    [Number.POSITIVE_INFINITY, "86400"],
  ])("to be tried again after %d seconds has the Retry-After %s", async (retryAfter, header) => {
    const { response } = await retrieve(() => {
      throw apiError("service_unavailable", { retryAfter });
    });
    expect(response.headers.get("retry-after")).toBe(header);
  });

  it("429 has a Retry-After, also where the operation made it", async () => {
    const thrown = await retrieve(() => {
      throw apiError("rate_limited");
    });
    const error = { type: "rate_limit_error", code: "rate_limited", message: "Slow down.", request_id: "req_1" };
    const returned = await retrieve(() => ({ status: 429, body: { error } }));
    for (const { response, told } of [thrown, returned]) {
      expect([response.status, response.headers.get("retry-after"), told]).toEqual([429, "1", []]);
    }
  });

  it("of a client that left is not told to the host, unless it is another", async () => {
    const controller = new AbortController();
    const told: unknown[] = [];
    let fails = (signal: AbortSignal): unknown => signal.reason;
    const handler = createPartialHandler(
      {
        retrievePayment({ request }) {
          controller.abort();
          throw fails(request.signal);
        },
      },
      { onError: (error) => told.push(error) },
    );
    const leave = () => handler(new Request(ask("/v1/payments/pay_1"), { signal: controller.signal }));
    await leave();
    fails = () => new DOMException("The query was cancelled.", "AbortError");
    await leave();
    expect(told).toEqual([]);
    fails = () => new Error("the disk is full");
    await leave();
    expect(told.map(String)).toEqual(["Error: the disk is full"]);
  });

  it("of an unknown code is a TypeError where it is made", () => {
    expect(() => apiError("no_such_code" as "internal_error")).toThrow("There is no error code no_such_code.");
    expect(() => apiError("toString" as "internal_error")).toThrow(TypeError);
  });

  it("with texts that are too long is cut", async () => {
    const { response } = await retrieve(() => {
      throw apiError("permission_denied", { message: "x".repeat(2000), param: "y".repeat(300) });
    });
    const { error } = await response.json();
    expect([response.status, error.message.length, error.param.length]).toEqual([403, 1000, 255]);
  });

  it.each([
    [
      "thrown",
      () => {
        throw new Error("connect postgres://vinr:hunter2@10.0.0.7");
      },
    ],
    ["rejected", () => Promise.reject(new Error("connect postgres://vinr:hunter2@10.0.0.7"))],
    [
      "not even an error",
      () => {
        throw "hunter2";
      },
    ],
    ["nothing returned", () => undefined],
  ])("that was not expected is told to the host and not to the caller: %s", async (_, retrievePayment) => {
    const { response, told } = await retrieve(retrievePayment);
    const text = await response.clone().text();
    expect(await outcome(response)).toEqual([500, "internal_error"]);
    expect(text).not.toContain("hunter2");
    expect(told).toHaveLength(1);
    expect(told[0]?.context.requestId).toBe(response.headers.get("x-request-id"));
  });

  it.each([
    ["its param is null", () => apiError("permission_denied", { param: null as never })],
    ["its resource cannot be written as JSON", () => apiError("permission_denied", { resource: 1n as never })],
    ["its message is a number", () => Object.assign(apiError("permission_denied"), { message: 5 })],
    ["its name cannot be read", () => Object.defineProperty(new Error("boom"), "name", { get: () => assert.fail() })],
    ["it is a proxy that shows nothing", () => new Proxy({}, { getPrototypeOf: () => assert.fail() })],
  ])("that cannot be sent is a 500, also to a client that left: %s", async (_, make) => {
    const fail = () => {
      throw make();
    };
    const ways = [{ authenticate: fail }, { rateLimiter: { take: fail } }, {}];
    for (const way of ways) {
      for (const signal of [undefined, AbortSignal.abort()]) {
        const handler = createPartialHandler({ listPayments: fail }, { onError: () => undefined, ...way });
        const response = await handler(new Request(ask("/v1/payments"), signal === undefined ? {} : { signal }));
        expect(await outcome(response)).toEqual([500, "internal_error"]);
      }
    }
  });

  it("of onError itself changes nothing", async () => {
    const failing = () => {
      throw new Error("no log");
    };
    for (const onError of [failing, async () => failing()]) {
      const { response } = await retrieve(() => Promise.reject(new Error("boom")), { onError });
      expect(await outcome(response)).toEqual([500, "internal_error"]);
    }
  });
});

describe("a partial implementation", () => {
  it("responds to the rest with 501", async () => {
    const handler = createPartialHandler({});
    expect(await outcome(await handler(ask("/v1/payments")))).toEqual([501, "not_implemented"]);
    expect(await outcome(await handler(ask("/v1/nothing")))).toEqual([404, "route_not_found"]);
  });

  it("may respond with 501 from within an operation", async () => {
    const { response, told } = await retrieve(() => {
      throw apiError("not_implemented");
    });
    expect([await outcome(response), told]).toEqual([[501, "not_implemented"], []]);
  });
});

describe("createHandler", () => {
  const { operations } = createBackend();

  it("names the operations that are missing", () => {
    const { listRefunds: _, cancelPayment: __, ...rest } = operations;
    expect(() => createHandler(rest as typeof operations)).toThrow(
      "Operations are missing: cancelPayment, listRefunds. Add them, or use createPartialHandler, which responds to missing operations with 501.",
    );
  });

  it("names an operation that does not exist", () => {
    const misspelt = { retrievPayment: () => undefined };
    expect(() => createPartialHandler(misspelt as object)).toThrow("There is no operation retrievPayment;");
  });

  it("takes an instance of a class", async () => {
    class Backend {
      readonly #payment = payment;
      retrievePayment() {
        return { status: 200, body: this.#payment } as const;
      }
    }
    const response = await createPartialHandler(new Backend())(ask("/v1/payments/pay_1"));
    expect(response.status).toBe(200);
  });

  it("takes an instance of a class with all operations, and fields besides", async () => {
    class Backend {
      readonly database = new Map();
    }
    for (const [name, value] of Object.entries(operations)) Object.assign(Backend.prototype, { [name]: value });
    const response = await createHandler(new Backend() as unknown as typeof operations)(ask("/v1/payments"));
    expect(response.status).toBe(200);
    expect(() => createPartialHandler(Object.assign(new Backend(), { retrievePayment: 5 }) as object)).toThrow(
      "retrievePayment must be a function.",
    );
  });

  it.each([
    [{ authenticate: 5 }, "authenticate must be a function."],
    [{ onError: "x" }, "onError must be a function."],
    [{ createRequestId: 1 }, "createRequestId must be a function."],
    [{ idempotency: {} }, "idempotency.run must be a function."],
    [{ rateLimiter: {} }, "rateLimiter.take must be a function."],
    [{ maxBodyBytes: "10" }, "maxBodyBytes must be a positive number."],
    [{ basePath: "/v1//" }, 'basePath must be empty or a path such as /v1, got "/v1//".'],
    [{ basePath: "/%zz" }, 'basePath must be empty or a path such as /v1, got "/%zz".'],
    [{ enviroment: "sandbox" }, "There is no option enviroment;"],
    [{ environment: "live" }, 'environment must be production or sandbox, got "live".'],
    [{ basePath: "v1" }, 'basePath must be empty or a path such as /v1, got "v1".'],
    [{ maxBodyBytes: 0 }, "maxBodyBytes must be a positive number."],
    [{ checkResponses: "warn" }, 'checkResponses must be off or report or throw, got "warn".'],
    [{ environment: "production" }, "Production needs authenticate, idempotency, rateLimiter:"],
    [
      { environment: "production", authenticate: null, idempotency: null, rateLimiter: null },
      "Production needs authenticate, idempotency, rateLimiter:",
    ],
  ])("rejects the options %j", (options, message) => {
    expect(() => createHandler(operations, options as HandlerOptions)).toThrow(message);
  });

  it("takes no option from a prototype", async () => {
    const polluted = { authenticate: () => ({ account: "evil" }), basePath: "/evil" };
    for (const [name, value] of Object.entries(polluted)) {
      Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
    }
    try {
      const handler = createHandler(operations);
      expect((await handler(ask("/v1/payments"))).status).toBe(200);
      expect((await handler(ask("/v1/payments", { headers: { authorization: "Bearer nothing" } }))).status).toBe(401);
    } finally {
      for (const name of Object.keys(polluted)) Reflect.deleteProperty(Object.prototype, name);
    }
  });
});

describe("a rate limit", () => {
  const start = Date.UTC(2026, 3, 15);

  it("counts each account's requests, rejects what is too many, and fills again", async () => {
    let now = start;
    const rateLimiter = createTokenBucket({ limit: 2, burst: 3, now: () => now });
    const handler = createHandler(createBackend().operations, { rateLimiter });
    const state = async (headers: Record<string, string> = {}) => {
      const response = await handler(ask("/v1/payments", { headers }));
      const [limit, remaining, reset] = ["limit", "remaining", "reset"].map((name) =>
        Number(response.headers.get(`x-ratelimit-${name}`)),
      );
      return [response.status, limit, remaining, (reset ?? 0) - start / 1000, response.headers.get("retry-after")];
    };
    expect(await state()).toEqual([200, 2, 2, 1, null]);
    expect(await state()).toEqual([200, 2, 1, 1, null]);
    expect(await state()).toEqual([200, 2, 0, 2, null]);
    expect(await state()).toEqual([429, 2, 0, 2, "1"]);
    expect(await state({ authorization: "Bearer sk_test_Another" })).toEqual([200, 2, 2, 1, null]);
    now += 500;
    expect(await state()).toEqual([200, 2, 0, 2, null]);
    now += 60_000;
    expect(await state()).toEqual([200, 2, 2, 61, null]);
  });

  it("is read from whatever the host's limiter returns, such as an object of a class", async () => {
    class State {
      readonly isAllowed = false;
      readonly limit = 1;
      readonly remaining = 0;
      readonly reset = start / 1000;
      get retryAfter(): number {
        return 30;
      }
    }
    const handler = createHandler(createBackend().operations, { rateLimiter: { take: () => new State() } });
    const response = await handler(ask("/v1/payments"));
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "30"]);
  });

  it("is described where the caller is not known, and takes nothing", async () => {
    const rateLimiter = createTokenBucket({ limit: 2, burst: 3, now: () => start });
    const handler = createHandler(createBackend().operations, { rateLimiter });
    for (let i = 0; i < 10; i++) {
      const response = await handler(ask("/v1/payments", { headers: { authorization: "Bearer wrong" } }));
      expect([response.status, response.headers.get("x-ratelimit-remaining")]).toEqual([401, "3"]);
    }
  });

  it("is not filled by a clock that is set back, nor does it lock", () => {
    let now = start;
    const bucket = createTokenBucket({ limit: 1, burst: 1, now: () => now });
    const take = () => bucket.take({ account: "a" });
    expect(take()).toMatchObject({ isAllowed: true });
    now -= 3_600_000;
    expect(take()).toMatchObject({ isAllowed: false, retryAfter: 1 });
    now += 1000;
    expect(take()).toMatchObject({ isAllowed: true });
  });

  it("that fails is an error of the server, with the headers all the same", async () => {
    const told: unknown[] = [];
    const rateLimiter = { take: () => Promise.reject(new Error("redis is away")) };
    const handler = createHandler(createBackend().operations, {
      rateLimiter,
      onError: (error) => void told.push(error),
    });
    const response = await handler(ask("/v1/payments"));
    expect([await outcome(response), response.headers.has("x-ratelimit-reset")]).toEqual([
      [500, "internal_error"],
      true,
    ]);
    expect(told.map(String)).toContain("Error: redis is away");
  });

  it("that counts in fractions has integers in its headers", async () => {
    const state = { isAllowed: false, limit: 2.5, remaining: 0.7, reset: 1776249072.2, retryAfter: 0.1 };
    const response = await createHandler(createBackend().operations, { rateLimiter: { take: () => state } })(
      ask("/v1/payments"),
    );
    const names = ["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset", "retry-after"];
    expect(names.map((name) => response.headers.get(name))).toEqual(["2", "0", "1776249073", "1"]);
  });

  it("that returns nothing is an error of the server", async () => {
    const told: unknown[] = [];
    const rateLimiter = { take: () => undefined } as unknown as NonNullable<HandlerOptions["rateLimiter"]>;
    const options = { rateLimiter, onError: (error: unknown) => told.push(error) };
    for (const headers of [{}, { authorization: "Bearer wrong" }]) {
      const response = await createHandler(createBackend().operations, options)(ask("/v1/payments", { headers }));
      expect([await outcome(response), response.headers.has("x-ratelimit-reset")]).toEqual([
        [500, "internal_error"],
        true,
      ]);
    }
    expect(told.length).toBeGreaterThan(0);
  });

  it.each([
    { limit: 0, burst: 1 },
    { limit: 1, burst: Number.NaN },
    { limit: 0.5, burst: 1 },
    { limit: 1, burst: 0.5 },
  ])("has positive integers: %j is a TypeError", (options) => {
    expect(() => createTokenBucket(options)).toThrow("must be a positive integer");
  });
});
