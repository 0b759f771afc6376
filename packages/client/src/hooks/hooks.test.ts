import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { apiError, reset, startServer } from "../../test/scripted-server.js";
import { createTestClient, errorOf, newPayment, payment, testKey } from "../../test/test-client.js";
import { createPayment, type Hooks, logTo, VinrCore } from "../index.js";

const created = { status: 201, body: payment, headers: { "x-request-id": "req_1" } };

/** Hooks that record their events. */
function note() {
  const events: [string, Record<string, unknown>][] = [];
  const hook = (name: string) => (event: object) => void events.push([name, { ...event }]);
  const hooks: Hooks = {
    onRequest: hook("onRequest"),
    onResponse: hook("onResponse"),
    onRetry: hook("onRetry"),
    onError: hook("onError"),
  };
  return { hooks, events };
}

function createLog() {
  const lines: [string, string, object][] = [];
  const at = (level: string) => (message: string, fields: object) => void lines.push([level, message, fields]);
  return { lines, logger: { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") } };
}

describe("hooks", () => {
  it("may be an instance of a class, whose methods use its state", async () => {
    class Counter implements Hooks {
      #requests = 0;
      onRequest() {
        this.#requests++;
      }
      get requests() {
        return this.#requests;
      }
    }
    const counter = new Counter();
    const server = await startServer(created);
    const { logger } = createLog();
    await createTestClient(server, { hooks: counter }).vinr.payments.create(newPayment);
    await createTestClient(server, { hooks: counter, logger }).vinr.payments.create(newPayment);
    expect(counter.requests).toBe(2);
  });

  it("are called on each attempt, each retry and the final error", async () => {
    const { hooks, events } = note();
    const server = await startServer(reset, apiError(503, "service_unavailable"), apiError(402, "card_declined"));
    await errorOf(createTestClient(server, { hooks }).vinr.payments.create(newPayment));
    expect(events.map(([name, { attempt, status }]) => [name, attempt, status])).toEqual([
      ["onRequest", 1, undefined],
      ["onRetry", 1, undefined],
      ["onRequest", 2, undefined],
      ["onResponse", 2, 503],
      ["onRetry", 2, undefined],
      ["onRequest", 3, undefined],
      ["onResponse", 3, 402],
      ["onError", 3, undefined],
    ]);
  });

  it("receive the call with its path template, as the same object", async () => {
    const { hooks, events } = note();
    const server = await startServer(created);
    await createTestClient(server, { hooks }).vinr.payments.capture("pay_1");
    const calls = events.map(([, event]) => event.call);
    expect(calls[0]).toEqual({
      operationId: "capturePayment",
      method: "POST",
      urlTemplate: "/payments/{id}/capture",
      url: `${server.url}/payments/pay_1/capture`,
      idempotencyKey: "key-1",
    });
    expect(calls[1]).toBe(calls[0]);
  });

  it("receive the status, request id and duration of a response", async () => {
    const { hooks, events } = note();
    await createTestClient(await startServer(created), { hooks }).vinr.payments.create(newPayment);
    expect(events[1]?.[1]).toMatchObject({ status: 201, requestId: "req_1", duration: expect.any(Number) });
  });

  it("can add headers, but not replace the client's", async () => {
    const server = await startServer(created);
    const hooks: Hooks = {
      onRequest: ({ headers }) => Object.assign(headers, { traceparent: "00-1", Authorization: "Bearer other" }),
    };
    await createTestClient(server, { hooks }).vinr.payments.create(newPayment);
    expect(server.requests[0]?.headers).toMatchObject({ traceparent: "00-1", authorization: `Bearer ${testKey}` });
  });

  it("cannot add invalid headers", async () => {
    const server = await startServer(created);
    const odd = { "a b": "1", cut: "1\r\n2", euro: "€", number: 5, none: undefined, fine: "1" };
    const hooks: Hooks = { onRequest: ({ headers }) => Object.assign(headers, odd) };
    await createTestClient(server, { hooks }).vinr.payments.create(newPayment);
    const { cut, euro, number, none, fine } = server.requests[0]?.headers ?? {};
    expect([cut, euro, number, none, fine]).toEqual([undefined, undefined, undefined, undefined, "1"]);
  });

  it.each([
    [
      "throw",
      () => {
        throw new Error("no");
      },
    ],
    [
      "reject",
      async () => {
        throw new Error("no");
      },
    ],
  ])("that %s do not fail the call", async (_, hook) => {
    const hooks = { onRequest: hook, onResponse: hook, onRetry: hook, onError: hook };
    const server = await startServer(apiError(503, "service_unavailable"), created);
    expect(await createTestClient(server, { hooks }).vinr.payments.create(newPayment)).toEqual(payment);
  });

  it("see no key", async () => {
    const { hooks, events } = note();
    const server = await startServer(apiError(401, "invalid_api_key"));
    await errorOf(createTestClient(server, { hooks }).vinr.payments.retrieve(testKey));
    expect(inspect(events, { depth: 10, showHidden: true })).not.toContain(testKey);
  });
});

describe("a logger", () => {
  it("gets a line for each request, response, retry and failure", async () => {
    const { lines, logger } = createLog();
    const server = await startServer(apiError(503, "service_unavailable"), apiError(402, "card_declined"));
    await errorOf(createTestClient(server, { logger, logLevel: "debug" }).vinr.payments.create(newPayment));
    expect(lines.map(([level, message]) => `${level} ${message}`)).toEqual([
      "debug POST /payments: attempt 1",
      expect.stringMatching(/^info POST \/payments: 503 in \d+ ms$/),
      "warn Scripted by the test. (503 service_unavailable, POST /payments, req_1). It may have taken effect: call again with the same idempotencyKey to find out. Retrying in 250 ms.",
      "debug POST /payments: attempt 2",
      expect.stringMatching(/^info POST \/payments: 402 in \d+ ms$/),
      "error Scripted by the test. (402 card_declined, POST /payments, req_1)",
    ]);
  });

  it.each([
    [undefined, 2],
    ["info", 4],
    ["error", 1],
    ["off", 0],
  ] as const)("of level %s gets what is at least as severe", async (logLevel, count) => {
    const { lines, logger } = createLog();
    const server = await startServer(apiError(503, "service_unavailable"), apiError(402, "card_declined"));
    await errorOf(createTestClient(server, { logger, logLevel }).vinr.payments.create(newPayment));
    expect(lines).toHaveLength(count);
  });

  it("sees no key, no header and no body", async () => {
    const { lines, logger } = createLog();
    const server = await startServer(apiError(503, "service_unavailable", { "x-secret": "hush" }));
    const { vinr } = createTestClient(server, { logger, logLevel: "debug", hooks: {} });
    await errorOf(vinr.payments.create({ ...newPayment, description: "for Ms Smith" }));
    await errorOf(vinr.payments.retrieve(testKey));
    const text = inspect(lines, { depth: 10, showHidden: true });
    expect(text).not.toMatch(new RegExp(`${testKey}|hush|Smith`));
    expect(text).toContain("[secret key]");
  });

  it("works beside hooks", async () => {
    const { lines, logger } = createLog();
    const { hooks, events } = note();
    await createTestClient(await startServer(created), { logger, logLevel: "debug", hooks }).vinr.payments.cancel(
      "pay_1",
    );
    expect([lines.length, events.length]).toEqual([2, 2]);
  });

  it.each([
    [
      "throws",
      () => {
        throw new Error("EPIPE");
      },
    ],
    [
      "rejects",
      async () => {
        throw new Error("EPIPE");
      },
    ],
  ])("that %s silences no hook", async (_, fail) => {
    const { hooks, events } = note();
    const server = await startServer(apiError(503, "service_unavailable"), apiError(402, "card_declined"));
    const onRequest: Hooks["onRequest"] = (event) => {
      hooks.onRequest?.(event);
      event.headers.traceparent = "00-1";
    };
    const logger = { debug: fail, info: fail, warn: fail, error: fail };
    const options = { logger, logLevel: "debug", hooks: { ...hooks, onRequest } } as const;
    await errorOf(createTestClient(server, options).vinr.payments.create(newPayment));
    expect(events.map(([name]) => name)).toEqual([
      "onRequest",
      "onResponse",
      "onRetry",
      "onRequest",
      "onResponse",
      "onError",
    ]);
    expect(server.requests.map(({ headers }) => headers.traceparent)).toEqual(["00-1", "00-1"]);
  });

  it("has no key and no second line of a path of vinr.http", async () => {
    const { lines, logger } = createLog();
    const server = await startServer({ status: 200, body: payment });
    const { http } = createTestClient(server, { logger, logLevel: "debug" }).vinr;
    await http.GET(`/payments/${testKey}\nERROR: all is lost` as never, {} as never);
    expect(lines[0]?.[1]).toBe("GET /payments/[secret key]\\u000aERROR: all is lost: attempt 1");
  });

  it("serves standalone functions as hooks", async () => {
    const { lines, logger } = createLog();
    const server = await startServer(created);
    const core = new VinrCore({ secretKey: testKey, baseUrl: server.url, hooks: logTo(logger, "info") });
    await createPayment(core, newPayment);
    expect(lines.map(([level]) => level)).toEqual(["info"]);
  });
});
