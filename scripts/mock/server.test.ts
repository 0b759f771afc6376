import { once } from "node:events";
import { createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { buildModel } from "../read/model/build-model.ts";
import { createEngine } from "./engine.ts";
import { readPrefer } from "./prefer.ts";
import { type Mock, startMock } from "./server.ts";
import { call, goodPayment, key, loadFixture, loadFixtureWith, sendRaw } from "./testing.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ spec: await loadFixture(), port: 0 });
});
afterAll(() => mock.close());

const ask = (line: string, options?: Parameters<typeof call>[2]) => call(mock.url, line, options);
const error = (body: unknown) => (body as { error: Record<string, string> }).error;
const json = { "content-type": "application/json" };

describe("a good request", () => {
  it("gets the first example of the success response", async () => {
    const response = await ask("POST /payments", { body: goodPayment });
    expect(response.status).toBe(201);
    expect(response.body).toEqual({ id: "pay_1", object: "payment", amount: 1000 });
  });

  it("is served under the path of the specification's servers", () => {
    expect(new URL(mock.url).pathname).toBe("/v1");
  });

  it("carries a fresh request id and rate-limit headers", async () => {
    const first = await ask("GET /payments");
    const second = await ask("GET /payments");
    expect(first.headers.get("x-request-id")).toMatch(/^req_[A-Za-z0-9]+$/);
    expect(first.headers.get("x-request-id")).not.toBe(second.headers.get("x-request-id"));
    expect(first.headers.get("x-ratelimit-remaining")).toBe("24");
  });

  it("is never marked as replayed, since the mock stores nothing", async () => {
    const response = await ask("POST /payments", { body: goodPayment, headers: { "idempotency-key": "again" } });
    expect(response.headers.has("idempotent-replayed")).toBe(false);
  });

  it("gets the example whose id is the one in the path", async () => {
    expect((await ask("GET /payments/pay_2")).body).toMatchObject({ id: "pay_2", amount: 2000 });
    expect((await ask("GET /payments/pay_99")).body).toMatchObject({ id: "pay_99", amount: 1000 });
  });

  it("never makes the mock call out, even where a callback is documented", async () => {
    const called: string[] = [];
    const listener = createServer((request, response) => {
      called.push(request.url ?? "");
      response.end();
    });
    await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
    const { port } = listener.address() as AddressInfo;
    const body = { ...goodPayment, returnUrl: `http://127.0.0.1:${port}/called` };
    expect((await ask("POST /payments", { body })).status).toBe(201);
    await new Promise((resolve) => setTimeout(resolve, 300));
    listener.close();
    expect(called).toEqual([]);
  });

  it("may leave out a body that is optional", async () => {
    expect((await ask("POST /payments/pay_1/capture")).status).toBe(200);
    expect((await ask("POST /payments/pay_1/capture", { body: { amount: 5 } })).status).toBe(200);
  });

  it("may have a body where none is documented: it is not read, as the validators do not", async () => {
    expect((await ask("DELETE /payments/pay_1", { body: { reason: "x" } })).status).toBe(204);
  });

  it("gets no body where none is documented", async () => {
    const response = await ask("DELETE /payments/pay_1");
    expect(response.status).toBe(204);
    expect(response.body).toBeUndefined();
  });

  it("may be a HEAD, which is a GET without its body", async () => {
    const response = await ask("HEAD /payments");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
  });

  it("may come from a browser on another origin only where the mock is told so", async () => {
    const closed = await fetch(`${mock.url}/payments`, { method: "OPTIONS" });
    expect(closed.headers.get("access-control-allow-origin")).toBeNull();
    expect((await ask("GET /payments")).headers.get("access-control-allow-origin")).toBeNull();
    const open = await startMock({ spec: await loadFixture(), port: 0, cors: true });
    try {
      const preflight = await fetch(`${open.url}/payments`, { method: "OPTIONS" });
      expect(preflight.status).toBe(204);
      expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
      expect(preflight.headers.get("access-control-allow-methods")).toBe("POST, GET, HEAD, OPTIONS");
      expect(preflight.headers.get("access-control-allow-headers")).toContain("Idempotency-Key");
    } finally {
      await open.close();
    }
  });

  it.each(["evil.example", "127.0.0.1.evil.example:4010", "localhost.evil.example", "169.254.169.254"])(
    "is rejected with the Host %j, as a page sends it that resolves to this machine",
    async (host) => {
      const { hostname, port } = new URL(mock.url);
      const request = get({ hostname, port, path: "/v1/payments", headers: { host, "x-api-key": key } });
      const [response] = (await once(request, "response")) as [IncomingMessage];
      response.resume();
      expect(response.statusCode).toBe(403);
    },
  );

  it.each(["127.0.0.1", "localhost:1", "LOCALHOST", "[::1]:4010"])("is served with the Host %j", async (host) => {
    const { hostname, port } = new URL(mock.url);
    const request = get({ hostname, port, path: "/v1/payments", headers: { host, "x-api-key": key } });
    const [response] = (await once(request, "response")) as [IncomingMessage];
    response.resume();
    expect(response.statusCode).toBe(200);
  });
});

describe("authentication", () => {
  const authorized = async (headers: Record<string, string>) =>
    (await fetch(`${mock.url}/payments`, { headers })).status;

  it("takes a secret or restricted key, test or live, in either header", async () => {
    for (const one of [key, "sk_live_1", "rk_test_1", "rk_live_1"]) {
      expect(await authorized({ authorization: `Bearer ${one}` })).toBe(200);
      expect(await authorized({ "x-api-key": one })).toBe(200);
    }
  });

  it.each([
    ["no key", {}],
    ["an empty bearer", { authorization: "Bearer" }],
    ["another scheme", { authorization: `Basic ${key}` }],
    ["a key without its scheme", { authorization: key }],
    ["a key of no known kind", { authorization: "Bearer xx_test_1" }],
    ["a publishable key", { authorization: "Bearer pk_test_1" }],
    ["a publishable key in X-Api-Key", { "x-api-key": "pk_live_1" }],
    ["an empty X-Api-Key", { "x-api-key": "" }],
  ])("rejects %s with 401", async (_, headers) => {
    expect(await authorized(headers as Record<string, string>)).toBe(401);
  });

  it("never repeats the key", async () => {
    const response = await fetch(`${mock.url}/payments`, { headers: { authorization: "Bearer oops_SECRET" } });
    expect(await response.text()).not.toContain("SECRET");
  });

  it("is not required where the specification requires none", async () => {
    expect((await fetch(`${mock.url}/health`)).status).toBe(200);
  });
});

describe("an invalid request", () => {
  it("gets the documented error body, with the request id of its header", async () => {
    const response = await ask("POST /payments", { body: { ...goodPayment, amount: 0 } });
    expect(response.status).toBe(400);
    expect(response.body).toEqual({
      error: {
        type: "invalid_request_error",
        code: "parameter_invalid",
        message: "amount must be at least 1, got 0",
        param: "amount",
        doc_url: "https://docs.vinr.com/errors/parameter_invalid",
        request_id: response.headers.get("x-request-id"),
      },
    });
  });

  it.each<[string, unknown, string, string]>([
    ["a missing property", { amount: 1, currency: "EUR" }, "parameter_missing", "returnUrl"],
    ["an unknown property", { ...goodPayment, extra: 1 }, "parameter_unknown", "extra"],
    [
      "__proto__",
      '{"amount":1,"currency":"EUR","returnUrl":"https://a.b/","__proto__":{}}',
      "parameter_unknown",
      "__proto__",
    ],
    ["a wrong type", { ...goodPayment, amount: "1000" }, "parameter_invalid", "amount"],
    ["a wrong pattern", { ...goodPayment, currency: "eur" }, "parameter_invalid", "currency"],
    ["a wrong format", { ...goodPayment, returnUrl: "nowhere" }, "parameter_invalid", "returnUrl"],
    ["a nested value", { ...goodPayment, metadata: { a: 1 } }, "parameter_invalid", "metadata.a"],
    ["a name with a slash", { ...goodPayment, metadata: { "a/b~c": 1 } }, "parameter_invalid", "metadata.a/b~c"],
    ["a 2020-12 keyword", { ...goodPayment, tags: ["other"] }, "parameter_invalid", "tags.0"],
  ])("names %s", async (_, body, code, param) => {
    const response = await ask("POST /payments", { body });
    expect(response.status).toBe(400);
    expect(error(response.body)).toMatchObject({ code, param });
  });

  it("gets the name of the property that was meant, and no other sentence for the same fault", async () => {
    const response = await ask("POST /payments", { body: { amount: 1, currency: "EUR", return_url: "https://a.b/" } });
    expect(error(response.body).message).toBe("return_url is not a known property; did you mean returnUrl?");
  });

  it.each([
    ["no body", "", json, 400, "parameter_missing"],
    ["what is not JSON", '{"amount":', json, 400, "body_malformed"],
    ["an array", "[]", json, 400, "parameter_invalid"],
    ["a deep nest", "[".repeat(100_000), json, 400, "parameter_invalid"],
    ["more than a mebibyte", `"${"x".repeat(1024 * 1024)}"`, json, 413, "body_too_large"],
    [
      "another media type",
      "amount=1",
      { "content-type": "application/x-www-form-urlencoded" },
      415,
      "unsupported_media_type",
    ],
    ["a nonsense media type", "{}", { "content-type": "json" }, 415, "unsupported_media_type"],
    ["another charset", "{}", { "content-type": "application/json; charset=latin1" }, 415, "unsupported_media_type"],
    ["a compressed body", "{}", { ...json, "content-encoding": "gzip" }, 415, "unsupported_media_type"],
  ])("rejects %s", async (_, body, headers, status, code) => {
    const response = await ask("POST /payments", { body, headers });
    expect(response.status).toBe(status);
    expect(error(response.body)).toMatchObject({ code, request_id: response.headers.get("x-request-id") });
  });

  it("rejects bytes that are not UTF-8", async () => {
    const headers = { ...json, authorization: `Bearer ${key}` };
    const body = new Uint8Array([0x22, 0xff, 0xfe, 0x22]);
    const response = await fetch(`${mock.url}/payments`, { method: "POST", headers, body });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("must be valid UTF-8");
  });

  it.each([
    ["limit=0", "limit"],
    ["limit=101", "limit"],
    ["limit=1e1", "limit"],
    ["limit=05", "limit"],
    ["limit=%207", "limit"],
    ["limit=", "limit"],
    ["limit=1&limit=2", "limit"],
    ["starting_after=re_1", "starting_after"],
    ["starting_after=pay_1&ending_before=pay_2", "ending_before"],
    ["paymentStatus=odd", "paymentStatus"],
    ["page=2", "page"],
  ])("rejects the query %s", async (query, param) => {
    const response = await ask(`GET /payments?${query}`);
    expect(response.status).toBe(400);
    expect(error(response.body).param).toBe(param);
  });

  it.each(["/payments/re_1", "/payments/pay_%2e%2e", "/payments/pay_1%2C2", `/payments/pay_${"1".repeat(80)}`])(
    "rejects the id in %s",
    async (path) => {
      const response = await ask(`GET ${path}`);
      expect(response.status).toBe(400);
      expect(error(response.body).param).toBe("id");
    },
  );

  it("rejects an idempotency key that is too long or empty", async () => {
    for (const value of ["k".repeat(256), ""]) {
      const response = await ask("POST /payments", { body: goodPayment, headers: { "idempotency-key": value } });
      expect(response.status).toBe(400);
      expect(error(response.body).param).toBe("Idempotency-Key");
    }
  });

  it.each(["/payments/", "/payments/pay_1/nothing", "/", "", "//payments"])("gets 404 at %s", async (path) => {
    const response = await ask(`GET ${path}`);
    expect(response.status).toBe(404);
    expect(error(response.body).type).toBe("invalid_request_error");
  });

  it("gets 404 outside the base path", async () => {
    expect((await call(new URL(mock.url).origin, "GET /payments")).status).toBe(404);
  });

  it("gets 406 if it takes no JSON, and no word of a bug", async () => {
    for (const line of ["GET /payments", "GET /payments/pay_1", "DELETE /payments/pay_1"]) {
      const response = await ask(line, { headers: { accept: "text/html" } });
      expect([response.status, error(response.body).code]).toEqual([406, "not_acceptable"]);
    }
  });

  it("gets 405 for a method that a path does not have, with those that it has", async () => {
    const response = await ask("PUT /payments");
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("POST, GET, HEAD, OPTIONS");
  });
});

describe("Prefer", () => {
  const prefer = (value: string) => ask("POST /payments", { body: goodPayment, headers: { prefer: value } });

  it("asks for a documented status", async () => {
    const response = await prefer("code=429");
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("2");
    expect(error(response.body).request_id).toBe(response.headers.get("x-request-id"));
  });

  it.each([
    "code=402, example=insufficient",
    "example=insufficient",
    'respond-async, CODE="402"; x=1, example="insufficient"',
  ])("asks for a named example by %s", async (value) => {
    const response = await prefer(value);
    expect(response.status).toBe(402);
    expect(error(response.body).code).toBe("insufficient_funds");
  });

  it("gets a list of the documented responses when it asks for another", async () => {
    const status = await prefer("code=418");
    expect(status.status).toBe(400);
    expect(error(status.body).message).toContain("201, 400, 402, 422, 429");
    const example = await prefer("code=402, example=none");
    expect(error(example.body).message).toContain("402 declined, 402 insufficient");
  });

  it.each([`a${" ".repeat(15_000)}x`, `a="${'\\"'.repeat(7_500)}`])(
    "is not read for long, however it is made (%#)",
    (header) => {
      const timeOf = (text: string): number => {
        const times = Array.from({ length: 10 }, () => {
          const start = performance.now();
          readPrefer(text);
          return performance.now() - start;
        });
        // The shortest: the machine may do something else at any of them.
        return Math.min(...times);
      };
      expect(timeOf(header) / timeOf(header.slice(0, 1000))).toBeLessThan(20);
    },
  );

  it("does not excuse a bad request", async () => {
    const headers = { prefer: "code=201" };
    expect((await ask("POST /payments", { body: {}, headers })).status).toBe(400);
  });
});

describe("the server", () => {
  const head = `Host: localhost\r\nAuthorization: Bearer ${key}\r\n`;

  it.each(["%zz", "%ff", "pay_1?%zz=1", "pay_1?limit=%c3%28"])("rejects %s in an address", async (path) => {
    expect(await sendRaw(mock.url, `GET /v1/payments/${path} HTTP/1.1\r\n${head}Connection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 400 [\s\S]*invalid_request_error/,
    );
  });

  it("understands an address in absolute form", async () => {
    const response = await sendRaw(mock.url, `GET http://x/v1/payments HTTP/1.1\r\n${head}Connection: close\r\n\r\n`);
    expect(response).toMatch(/^HTTP\/1.1 200 /);
  });

  it("responds to headers that are too large with the error body", async () => {
    const response = await sendRaw(
      mock.url,
      `GET /v1/payments HTTP/1.1\r\n${head}X-Long: ${"x".repeat(20_000)}\r\n\r\n`,
    );
    expect(response).toMatch(/^HTTP\/1.1 431 [\s\S]*invalid_request_error/);
  });

  it("responds to invalid HTTP with the error body", async () => {
    expect(await sendRaw(mock.url, "hello\r\n\r\n")).toMatch(/^HTTP\/1.1 400 [\s\S]*invalid_request_error/);
  });

  it("does not wait for a client that never finishes", async () => {
    const hasty = await startMock({ spec: await loadFixture(), port: 0, timeout: 400 });
    onTestFinished(() => hasty.close());
    const headers = `POST /v1/payments HTTP/1.1\r\n${head}Content-Type: application/json\r\n`;
    expect(await sendRaw(hasty.url, `${headers}Content-Length: 100\r\n\r\n{`)).toMatch(/^HTTP\/1.1 408 /);
    expect(await sendRaw(hasty.url, headers)).toMatch(/^HTTP\/1.1 408 /);
  });

  it("survives a thousand bad requests", async () => {
    const post = `POST /v1/payments HTTP/1.1\r\n${head}Content-Type: application/json\r\n`;
    const bad = [
      () => ask("POST /payments", { body: "{" }),
      () => ask("POST /payments", { body: "[".repeat(5_000) }),
      () => ask("POST /payments", { body: { amount: -1, x: [[[[{}]]]] } }),
      () => ask("GET /payments?limit=%F0&x"),
      () => sendRaw(mock.url, `${post}Content-Length: 100\r\n\r\n{"a":`, { hangUp: true }),
      () => sendRaw(mock.url, "\0\0\0\0\r\n\r\n"),
      () => sendRaw(mock.url, `${post}Transfer-Encoding: chunked\r\n\r\nzz\r\n`),
      () => ask("PATCH /payments/pay_1"),
    ];
    for (let round = 0; round < 125; round++) await Promise.all(bad.map((send) => send()));
    expect((await ask("POST /payments", { body: goodPayment })).status).toBe(201);
  }, 120_000);
});

describe("a changed specification", () => {
  it("is served on the same port from the next request on", async () => {
    const own = await startMock({ spec: await loadFixture(), port: 0 });
    try {
      await own.reload(await loadFixtureWith("/health:", "/status:"));
      expect((await call(own.url, "GET /status")).status).toBe(200);
      expect((await call(own.url, "GET /health")).status).toBe(404);
    } finally {
      await own.close();
    }
  });

  it("does not replace a good one when it cannot be served", async () => {
    const own = await startMock({ spec: await loadFixture(), port: 0 });
    try {
      await expect(own.reload(await loadFixtureWith("^[A-Z]{3}$", "["))).rejects.toThrow("not a regular expression");
      expect((await call(own.url, "POST /payments", { body: {} })).status).toBe(400);
    } finally {
      await own.close();
    }
  });

  it("cannot be served where a schema of its requests cannot be compiled", async () => {
    const spec = await loadFixture();
    const api = buildModel(spec);
    const schemas = new Map(
      [...api.schemas].map(([name, named]) => [name, { ...named, schema: { ...named.schema, pattern: "[" } }]),
    );
    await expect(createEngine(spec.document, { ...api, schemas })).rejects.toThrow(
      /:\d+ {2}\/paths\/~1payments\/post {2}ajv, which checks the requests, failed: .* {2}→ /,
    );
  });

  it.each(["text/csv", "application/problem+json"])("cannot be served where a response is %s", async (type) => {
    const spec = await loadFixtureWith(
      "            application/json:\n              schema: { type: object }",
      `            ${type}:\n              schema: { type: object }`,
    );
    await expect(startMock({ spec, port: 0 })).rejects.toThrow(
      /openapi\.yaml:\d+ {2}\/paths\/~1payments\/get\/responses\/200\/content\/.*\/schema {2}the response may be .* {2}→ /,
    );
  });

  it("leaves the document that was passed unchanged", async () => {
    const spec = await loadFixture();
    const before = structuredClone(spec.document);
    const own = await startMock({ spec, port: 0 });
    await own.close();
    expect(spec.document).toEqual(before);
  });
});

describe("parameters that exclude each other", () => {
  it("do so in their own operation only", async () => {
    expect((await ask("GET /payments?starting_after=pay_1&ending_before=pay_2")).status).toBe(400);
    const spec = await loadFixtureWith(
      "operationId: health",
      `operationId: health
      parameters:
        - { name: starting_after, in: query, schema: { type: string } }
        - { name: ending_before, in: query, schema: { type: string } }`,
    );
    const own = await startMock({ spec, port: 0 });
    expect((await call(own.url, "GET /health?starting_after=pay_1&ending_before=pay_2")).status).toBe(200);
    await own.close();
  });
});
