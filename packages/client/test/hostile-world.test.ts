/** The client where another library, a server or a sender is hostile. */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { streamInChunks } from "../../sandbox/test/testing/measure-heap.js";
import {
  constructEvent,
  constructEventFromRequest,
  signPayload,
  Vinr,
  VinrCore,
  VinrError,
  type VinrOptions,
  VinrResponseError,
} from "../src/index.js";
import { createNodeFetch, type NodeFetchOptions } from "../src/node.js";
import { createTestKit } from "../src/testing.js";
import { startProxy } from "./proxy-server.js";
import { apiError, startServer } from "./scripted-server.js";
import { createSelfSigned } from "./self-signed.js";
import { createTestClient, errorOf, newPayment, payment, testKey } from "./test-client.js";

const secret = "whsec_ExampleOnlyNotASecret0000";
const seconds = 1776249072;
const event = JSON.stringify({ id: "evt_1", object: "event", type: "payment.completed", data: {} });
const signed = signPayload(event, secret, seconds);

/** Runs a function while every object inherits some properties, as after a prototype pollution. */
function whilePolluted<T>(properties: object, run: () => T): T {
  for (const [name, value] of Object.entries(properties))
    Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
  try {
    return run();
  } finally {
    for (const name of Object.keys(properties)) Reflect.deleteProperty(Object.prototype, name);
  }
}

describe("an inherited option", () => {
  it("never chooses the server that gets the key", () => {
    const [vinr, core] = whilePolluted({ baseUrl: "http://127.0.0.1:9/steal" }, () => [
      new Vinr({ secretKey: testKey }),
      new VinrCore({ secretKey: testKey }),
    ]);
    expect([vinr?.baseUrl, core?.baseUrl]).toEqual(Array(2).fill("https://sandbox.api.vinr.com/v1"));
  });

  it("is never read as the environment variable of a key or a secret", () => {
    vi.stubEnv("VINR_SECRET_KEY", undefined);
    vi.stubEnv("VINR_WEBHOOK_SECRET", undefined);
    onTestFinished(() => void vi.unstubAllEnvs());
    const inherited = { VINR_SECRET_KEY: "sk_live_stolen", VINR_WEBHOOK_SECRET: secret };
    whilePolluted(inherited, () => {
      expect(() => new Vinr()).toThrow(/secretKey is missing/);
      const verify = () => new Vinr({ secretKey: testKey }).webhooks.constructEvent(event, "v1=", "1");
      expect(verify).toThrow(/webhook secret is missing/);
    });
  });

  it("never allows a key in a browser", () => {
    vi.stubGlobal("document", {});
    onTestFinished(() => void vi.unstubAllGlobals());
    const create = () => new Vinr({ secretKey: testKey });
    expect(() => whilePolluted({ dangerouslyAllowBrowser: true }, create)).toThrow(/dangerouslyAllowBrowser/);
  });

  it("adds no header, key or hook to a call", async () => {
    const server = await startServer({ status: 201, body: payment });
    const onRequest = vi.fn();
    const inherited = { headers: { "x-evil": "1" }, idempotencyKey: "stolen", hooks: { onRequest }, onRequest };
    const call = whilePolluted(inherited, () => createTestClient(server).vinr.payments.create(newPayment, {}));
    await call;
    expect(server.requests[0]?.headers["x-evil"]).toBeUndefined();
    expect(server.requests[0]?.headers["idempotency-key"]).toBe("key-1");
    expect(onRequest).not.toHaveBeenCalled();
  });

  it("never changes how a delivery is verified", () => {
    const { "x-vinr-signature": signature, "x-vinr-timestamp": timestamp } = signed;
    const late = { now: (seconds + 301) * 1000 };
    for (const options of [late, {}]) {
      const verify = () => constructEvent(event, signature, timestamp, secret, options);
      const inherited = { tolerance: 1e9, now: seconds * 1000 };
      expect(() => whilePolluted(inherited, verify)).toThrow(/the tolerance is 5 minutes/);
    }
  });
});

/** Runs a function while every object inherits some properties that count in a loop, too, until its promise is settled. */
async function whilePollutedUntilEnd<T>(properties: object, run: () => Promise<T>): Promise<T> {
  for (const [name, value] of Object.entries(properties))
    Object.defineProperty(Object.prototype, name, { value, configurable: true, enumerable: true, writable: true });
  try {
    return await run();
  } finally {
    for (const name of Object.keys(properties)) Reflect.deleteProperty(Object.prototype, name);
  }
}

/** A client whose transport notes requests as they are, with what is inherited left out, and responds with a payment. */
function noteRequests() {
  const requests: object[] = [];
  const vinr = new Vinr({
    secretKey: testKey,
    runtime: { createKey: () => "key-1" },
    fetch: async (url, init) => {
      const { method, headers, body } = init;
      requests.push([method, url.replace(/^.*\/v1/, ""), Object.entries(headers).sort(), body && String(body)]);
      return { status: 200, headers: new Headers(), text: async () => JSON.stringify(payment) };
    },
  });
  return { vinr, requests };
}

describe("an inherited property", () => {
  const calls: Record<string, (vinr: Vinr) => PromiseLike<unknown>> = {
    create: (vinr) => vinr.payments.create(newPayment),
    retrieve: (vinr) => vinr.payments.retrieve("pay_1"),
    cancel: (vinr) => vinr.payments.cancel("pay_1"),
    "list webhooks": (vinr) => vinr.webhooks.list(),
    "http list": (vinr) => vinr.http.GET("/payments"),
    "http capture": (vinr) => vinr.http.POST("/payments/{id}/capture", { params: { path: { id: "pay_1" } } }),
  };
  const inherited = {
    authorization: "Bearer evil",
    "idempotency-key": "evil",
    "content-type": "text/evil",
    body: { amount: 1 },
    query: { limit: 1 },
    starting_after: "pay_9",
    headers: { "x-evil": "1" },
    params: { path: { id: "pay_9" } },
    parseAs: "text",
    middleware: [{}],
    timeout: "evil",
    maxRetries: "evil",
    idempotent: true,
  };

  it.each(Object.entries(inherited))("is not a part of a request: %s", async (name, value) => {
    for (const [call, run] of Object.entries(calls)) {
      const [plain, polluted] = [noteRequests(), noteRequests()];
      const wanted = await run(plain.vinr);
      // openapi-fetch is loaded with the first call, and loading is not what is tried here.
      await polluted.vinr.http.GET("/payments");
      polluted.requests.pop();
      const got = await whilePollutedUntilEnd({ [name]: value }, async () => run(polluted.vinr));
      expect([call, polluted.requests]).toEqual([call, plain.requests]);
      expect(JSON.stringify(got)).toBe(JSON.stringify(wanted));
    }
  });

  it.each([
    { code: "ENOTFOUND" },
    { cause: { code: "ECONNREFUSED", message: "connect ECONNREFUSED" } },
    { retryAfter: 1e9 },
  ])("does not say that nothing was sent, nor when to try again: %j", async (properties) => {
    const fetch = () => Promise.reject(new TypeError("fetch failed"));
    const { vinr } = createTestClient({ url: "http://127.0.0.1:1" }, { fetch, maxRetries: 1 });
    const call = () => whilePollutedUntilEnd(properties, () => errorOf(vinr.payments.create(newPayment)));
    const error = (await call()) as VinrError;
    expect([error.code, error.attempts]).toEqual(["connection_failed", 2]);
    expect(error.message).toContain("It may have taken effect");
  });

  it.each([{ delay: 5 }, { status: 200 }, { error: "evil" }])("is not in a log: %j", async (properties) => {
    const lines: unknown[] = [];
    const write = (message: string) => void lines.push(message);
    const logger = { debug: write, info: write, warn: write, error: write };
    const fetch = () => Promise.reject(new TypeError("boom"));
    const { vinr } = createTestClient(
      { url: "http://127.0.0.1:1" },
      { fetch, maxRetries: 0, logger, logLevel: "debug" },
    );
    await whilePollutedUntilEnd(properties, () => errorOf(vinr.payments.create(newPayment)));
    expect(lines).toEqual(["POST /payments: attempt 1", expect.stringMatching(/boom.*find out\.$/)]);
  });

  it("is not the message of what a transport throws that is not an error", async () => {
    const { vinr } = createTestClient(
      { url: "http://127.0.0.1:1" },
      { fetch: () => Promise.reject("boom"), maxRetries: 0 },
    );
    const properties = { name: "Evil", message: "connect ECONNREFUSED" };
    const call = () => whilePollutedUntilEnd(properties, () => errorOf(vinr.payments.create(newPayment)));
    expect(((await call()) as VinrError).code).toBe("connection_failed");
  });

  it("is not the body of a request without one, by the global fetch", async () => {
    const received: [string | undefined, string][] = [];
    const server = createServer(async (request, response) => {
      received.push([request.headers["content-type"], await text(request)]);
      response.end(JSON.stringify(payment));
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    onTestFinished(() => void server.close());
    const { vinr } = createTestClient(
      { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
      { maxRetries: 0 },
    );
    // Node itself cannot read the response then; what is sent is ours.
    await whilePollutedUntilEnd({ body: "evil" }, async () => vinr.payments.cancel("pay_1").catch(() => undefined));
    expect(received).toEqual([[undefined, ""]]);
  });

  it("is not the cause of a failure, which would have itself as a cause without end", async () => {
    const fetch = () => Promise.reject(new TypeError("fetch failed"));
    const { vinr } = createTestClient({ url: "http://127.0.0.1:1" }, { fetch, maxRetries: 0 });
    const call = () =>
      whilePollutedUntilEnd({ cause: new Error("evil") }, () => errorOf(vinr.payments.create(newPayment)));
    expect(await call()).toMatchObject({ code: "connection_failed", message: expect.stringContaining("fetch failed") });
  });

  it("is neither the code nor the message of a response that is not VINR's", async () => {
    const server = await startServer({ status: 502, body: "<html>" });
    const { vinr } = createTestClient(server, { maxRetries: 0 });
    const call = () => errorOf(vinr.payments.create(newPayment));
    const error = (await whilePollutedUntilEnd({ code: "already_captured", message: "evil" }, call)) as VinrError;
    expect(error.code).toBe("unknown");
    expect(error.message).not.toContain("evil");
  });

  const callByNode = async (url: string, options: NodeFetchOptions = {}): Promise<unknown> => {
    const fetch = createNodeFetch(options);
    onTestFinished(() => fetch.close());
    const own = { fetch, maxRetries: 0, dangerouslyAllowPlainHttp: true };
    return createTestClient({ url }, own).vinr.payments.retrieve("pay_1");
  };

  const startTlsServer = async () => {
    const identity = createSelfSigned();
    const server = createTlsServer(identity, (_, response) => response.end(JSON.stringify(payment)));
    await once(server.listen(0, "127.0.0.1"), "listening");
    onTestFinished(() => void server.close());
    return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, connect: { ca: identity.cert } };
  };

  it("does not name a socket that gets the key", async () => {
    const { url } = await startServer({ status: 200, body: payment });
    expect(await whilePollutedUntilEnd({ socketPath: "/nowhere.sock" }, () => callByNode(url))).toEqual(payment);
  });

  it.each(["httpProxy", "http_proxy", "HTTP_PROXY"])("does not name a proxy that gets the key: %s", async (name) => {
    for (const variable of ["http_proxy", "HTTP_PROXY"]) vi.stubEnv(variable, undefined);
    onTestFinished(() => void vi.unstubAllEnvs());
    const [{ url, connect }, proxy] = [await startTlsServer(), await startProxy()];
    expect(await whilePollutedUntilEnd({ [name]: proxy.url }, () => callByNode(url, { connect }))).toEqual(payment);
    expect(proxy.targets).toEqual([]);
  });

  it("neither leads past a proxy, nor is what it is told about who asks", async () => {
    for (const variable of ["no_proxy", "NO_PROXY"]) vi.stubEnv(variable, undefined);
    onTestFinished(() => void vi.unstubAllEnvs());
    const [server, proxy] = [await startServer({ status: 200, body: payment }), await startProxy()];
    const inherited = { no_proxy: "*", NO_PROXY: "*", token: "Bearer evil", username: "evil", password: "evil" };
    const url = server.url.replace("127.0.0.1", "mock.test");
    expect(await whilePollutedUntilEnd(inherited, () => callByNode(url, { httpProxy: proxy.url }))).toEqual(payment);
    expect(proxy.targets).toEqual([`CONNECT ${new URL(url).host}`]);
    expect(proxy.headers[0]).not.toHaveProperty("proxy-authorization");
  });

  it("neither names a socket in the place of a proxy, nor a header for it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "vinr-socket-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const [server, proxy] = [await startServer({ status: 200, body: payment }), await startProxy()];
    const other = await startProxy(join(folder, "evil.sock"));
    const inherited = { socketPath: other.url, proxyTunnel: false, headers: { "x-evil": "1" } };
    const url = server.url.replace("127.0.0.1", "mock.test");
    const call = () => callByNode(url, { httpProxy: proxy.url, noProxy: "" });
    expect(await whilePollutedUntilEnd(inherited, call)).toEqual(payment);
    expect([other.targets, proxy.targets]).toEqual([[], [`CONNECT ${new URL(url).host}`]]);
    expect(proxy.headers[0]).not.toHaveProperty("x-evil");
  });

  it.each(["directly", "through a proxy"])("decides neither whom TLS trusts nor by which name: %s", async (way) => {
    const { url, connect } = await startTlsServer();
    const options = way === "directly" ? {} : { httpsProxy: (await startProxy()).url, noProxy: "" };
    const call = () => errorOf(callByNode(url, options));
    expect(await whilePollutedUntilEnd({ ca: connect.ca }, call)).toMatchObject({ code: "cannot_connect" });
    const callTrusting = () => callByNode(url, { ...options, connect });
    expect(await whilePollutedUntilEnd({ servername: "evil.example" }, callTrusting)).toEqual(payment);
  });
});

const encodings = { identity: (text: Buffer) => text, gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync };
const transports = {
  fetch: () => ({}),
  node: () => {
    const fetch = createNodeFetch();
    onTestFinished(() => fetch.close());
    return { fetch };
  },
};

describe.each(Object.entries(transports))("through %s, a response", (_, options) => {
  it("whose error is a text of very many characters does not become an object with each of them", async () => {
    const server = await startServer({ status: 502, body: { error: "x".repeat(10_000_000) } });
    const { vinr } = createTestClient(server, { ...options(), maxRetries: 0 } as Partial<VinrOptions>);
    const before = process.memoryUsage().heapUsed;
    expect(((await errorOf(vinr.payments.retrieve("pay_1"))) as VinrError).code).toBe("unknown");
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200_000_000);
  });

  it.each(Object.entries(encodings))("that grows beyond the limit is cut off, with %s", async (encoding, compress) => {
    const body = compress(Buffer.from(JSON.stringify({ ...payment, description: "x".repeat(2_000_000) })));
    let noteClosed = () => {};
    const closed = new Promise<void>((resolve) => {
      noteClosed = resolve;
    });
    const server = await startServer((response) => {
      response.once("close", noteClosed);
      response.writeHead(201, { "content-type": "application/json", "content-encoding": encoding });
      response.write(body);
      // It never ends: only the limit ends it.
    });
    const { vinr } = createTestClient(server, { ...options(), maxResponseBytes: 1_000_000 } as Partial<VinrOptions>);
    const error = (await errorOf(vinr.payments.create(newPayment))) as VinrError;
    expect(error).toBeInstanceOf(VinrResponseError);
    expect(error).toMatchObject({ code: "response_too_large", status: 201, attempts: 1, idempotencyKey: "key-1" });
    expect(error.message).toMatch(/maxResponseBytes, 1000000\. It may have taken effect/);
    await closed;
  });

  it("of the size of the limit is read", async () => {
    const body = JSON.stringify(payment);
    const server = await startServer({ status: 201, body });
    const limit = { ...options(), maxResponseBytes: Buffer.byteLength(body) } as Partial<VinrOptions>;
    expect(await createTestClient(server, limit).vinr.payments.create(newPayment)).toEqual(payment);
    const less = { ...options(), maxResponseBytes: Buffer.byteLength(body) - 1 } as Partial<VinrOptions>;
    expect(await errorOf(createTestClient(server, less).vinr.payments.create(newPayment))).toMatchObject({
      code: "response_too_large",
    });
  });
});

it("a response in very many chunks takes no more memory than its bytes", async () => {
  const { stream, state } = streamInChunks(JSON.stringify(payment).padEnd(400_000));
  const headers = { "content-type": "application/json" };
  const vinr = new Vinr({ secretKey: testKey, fetch: async () => new Response(stream, { headers }) });
  expect(await vinr.payments.retrieve(payment.id)).toEqual(payment);
  expect(state.taken).toBeLessThan(5e6);
});

it("a response is not read beyond the limit where the runtime does not iterate over streams", async () => {
  const { stream, state } = streamInChunks(" ".repeat(400_000));
  const body = { getReader: () => stream.getReader() };
  const fetch = async () => ({ status: 200, headers: new Headers(), body, text: async () => "{}" });
  const vinr = new Vinr({ secretKey: testKey, maxResponseBytes: 1000, fetch });
  expect(await errorOf(vinr.payments.retrieve(payment.id))).toMatchObject({ code: "response_too_large" });
  expect([state.taken, stream.locked]).toEqual([Number.NaN, true]);
});

it("a transport without a stream is held to the limit, too", async () => {
  const { vinr } = createTestKit({ maxResponseBytes: 10 });
  expect(await errorOf(vinr.payments.create(newPayment))).toMatchObject({ code: "response_too_large" });
});

describe("a delivery", () => {
  const deliver = (headers: Record<string, string>, body: ReadableStream | string) =>
    new Request("https://shop.example/webhooks", { method: "POST", headers, body, duplex: "half" } as RequestInit);

  /** A body without end, which notes how much of it was read. */
  function endless() {
    const state = { read: 0, cancelled: false };
    const stream = new ReadableStream(
      {
        pull(controller) {
          state.read++;
          controller.enqueue(new Uint8Array(65_536));
        },
        cancel() {
          state.cancelled = true;
        },
      },
      { highWaterMark: 0 },
    );
    return { state, stream };
  }

  it.each([
    ["without a signature", { "x-vinr-timestamp": String(seconds) }, "missing_header"],
    ["with an old timestamp", signPayload(event, secret, seconds - 301), "timestamp_too_old"],
  ])("%s is rejected before its body is read", async (_, headers, code) => {
    const { state, stream } = endless();
    const call = constructEventFromRequest(deliver(headers, stream), secret, { now: seconds * 1000 });
    await expect(call).rejects.toMatchObject({ code });
    expect(state.read).toBe(0);
  });

  it("without end is read up to the limit, and hung up on", async () => {
    const { state, stream } = endless();
    const call = constructEventFromRequest(deliver(signed, stream), secret, { now: seconds * 1000 });
    await expect(call).rejects.toMatchObject({ code: "payload_too_large" });
    expect(state).toEqual({ read: 17, cancelled: true });
  });

  it("takes no more memory where it comes in very many chunks", async () => {
    const text = event.padEnd(200_000);
    const { stream, state } = streamInChunks(text);
    const headers = signPayload(text, secret, seconds);
    const got = await constructEventFromRequest(deliver(headers, stream), secret, { now: seconds * 1000 });
    expect(got).toMatchObject({ id: "evt_1" });
    expect(state.taken).toBeLessThan(5e6);
  });

  it.each([Number.NaN, "many"])("has a limit, also where maxBytes is %s", async (maxBytes) => {
    const options = { now: seconds * 1000, maxBytes: maxBytes as number };
    const { "x-vinr-signature": signature, "x-vinr-timestamp": timestamp } = signed;
    const verify = () => constructEvent(event, signature, timestamp, secret, options);
    expect(verify).toThrow(/larger than the option maxBytes/);
    const { state, stream } = endless();
    const call = constructEventFromRequest(deliver(signed, stream), secret, options);
    await expect(call).rejects.toMatchObject({ code: "payload_too_large" });
    expect(state).toEqual({ read: 1, cancelled: true });
  });

  it("larger than the limit is rejected as text and as bytes, and one of its size is not", () => {
    const { "x-vinr-signature": signature, "x-vinr-timestamp": timestamp } = signed;
    const held = (body: string | Uint8Array, maxBytes: number) => () =>
      constructEvent(body, signature, timestamp, secret, { now: seconds * 1000, maxBytes });
    expect(held(event, event.length - 1)).toThrow(/larger than the option maxBytes/);
    expect(held(Buffer.from(event), event.length - 1)).toThrow(/larger than the option maxBytes/);
    const view = new DataView(new TextEncoder().encode(event).buffer) as unknown as Uint8Array;
    expect(held(view, event.length - 1)).toThrow(/larger than the option maxBytes/);
    expect(held(view, event.length)()).toMatchObject({ id: "evt_1" });
    expect(held(event, event.length)()).toMatchObject({ id: "evt_1" });
  });
});

describe("text from the network", () => {
  const hostile = `no\r\nFAKE LINE \u001b[31m red \u202e desrever ${"x".repeat(5_000_000)}`;

  it("is one short line without control characters in messages, properties and JSON", async () => {
    const body = {
      error: { type: "card_error", code: hostile, message: hostile, param: hostile, request_id: hostile },
    };
    const server = await startServer({ status: 402, body });
    const error = (await errorOf(createTestClient(server).vinr.payments.create(newPayment))) as VinrError;
    expect(error).toBeInstanceOf(VinrError);
    for (const text of [error.message, ...Object.values(error).filter((value) => typeof value === "string")]) {
      expect(text).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
      expect(text.length).toBeLessThan(10_000);
    }
    expect(error.message).toContain("no\\u000d\\u000aFAKE LINE \\u001b[31m red");
  });

  it("is one short line in the causes and codes of a failed connection", async () => {
    const fetch = () => Promise.reject(Object.assign(new Error(hostile), { code: hostile, name: hostile }));
    const { vinr } = createTestClient({ url: "http://127.0.0.1:1" }, { fetch, maxRetries: 0 });
    const error = (await errorOf(vinr.payments.create(newPayment))) as VinrError;
    const cause = error.cause as Error & { code: string };
    for (const text of [error.message, cause.message, cause.code, cause.name]) {
      expect(text).not.toMatch(/\p{Cc}/u);
      expect(text.length).toBeLessThan(3000);
    }
  });
});

describe("vinr.http", () => {
  it.each(["put", "patch"])(
    "retries an untyped %s with an idempotency key, the same for all attempts",
    async (method) => {
      const server = await startServer(apiError(503, "service_unavailable"), { status: 200, body: payment });
      const { http } = createTestClient(server).vinr;
      await (http.request as (...args: unknown[]) => Promise<unknown>)(method, "/payments/pay_1", { body: {} });
      const keys = server.requests.map(({ headers }) => headers["idempotency-key"]);
      expect(keys).toEqual(["key-1", "key-1"]);
    },
  );

  it("rejects a length of the caller's, for which the server would wait", async () => {
    const server = await startServer({ status: 201, body: payment });
    const call = createTestClient(server).vinr.http.POST("/payments", {
      body: newPayment,
      headers: { "Content-Length": "5000" },
    });
    expect(await errorOf(call)).toMatchObject({
      code: "invalid_argument",
      message: expect.stringContaining("content-length"),
    });
    expect(server.requests).toEqual([]);
  });

  it("tells a host called redirect.invalid from a redirect", async () => {
    const { vinr } = createTestClient({ url: "https://redirect.invalid" }, { maxRetries: 0 });
    const { code } = (await errorOf(vinr.http.GET("/payments", {}))) as VinrError;
    expect(code).not.toBe("response_redirected");
  });
});
