/** The handler over Node's HTTP server, through `@hono/node-server`. */
import { once } from "node:events";
import { createServer, request as httpRequest, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createHandler, type Operations } from "../src/index.js";
import { createBackend, key, newPayment, payment } from "./backend.js";
import { type RawPart, type Served, sendRaw, serveHandler } from "./serve.js";

const { operations, created } = createBackend();
const told: unknown[] = [];

/** Waits until its client leaves, as an operation does that passes the signal to a database. */
const retrieveRefund: Operations["retrieveRefund"] = ({ request: { signal } }) =>
  new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });

let served: Served;
/** Is called when the operation of a new payment begins. */
let onCreate = (): void => {};
beforeAll(async () => {
  const slowly: Operations["createPayment"] = async (request) => {
    onCreate();
    await sleep(20);
    return operations.createPayment(request);
  };
  const onError = (error: unknown) => void told.push(error);
  served = await serveHandler(createHandler({ ...operations, retrieveRefund, createPayment: slowly }, { onError }));
});
afterAll(() => served.close());
beforeEach(() => void told.splice(0));

const authorization = `Authorization: Bearer ${key}\r\n`;
const json = "Content-Type: application/json\r\n";
const head = (line: string, headers = authorization) => `${line} HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n`;
const send = (...parts: RawPart[]) => sendRaw(served.port, parts, { responses: 1 });

const megabytes = (count: number) => new Uint8Array(count * 1024 * 1024).fill(32);
const chunk = new Uint8Array(65_536).fill(32);

/** Uploads a body with Node's own client, and resolves with the response that comes meanwhile. */
function upload(size: number, headers: Record<string, string>): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const options = { method: "POST", headers: { "content-type": "application/json", ...headers } };
    const request = httpRequest(`${served.url}/payments`, options, (response) => {
      let text = "";
      response.on("data", (part) => {
        text += part;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
      response.on("error", reject);
    });
    request.on("error", reject);
    const write = (sent: number) => {
      if (sent >= size) request.end();
      else if (request.write(chunk)) setImmediate(write, sent + chunk.length);
      else request.once("drain", () => write(sent + chunk.length));
    };
    write(0);
  });
}

it("a body that middleware read before is a 500, told to the host, and not the client's fault", async () => {
  const handler = createHandler(operations, { onError: (error) => void told.push(error) });
  const listener = getRequestListener(handler, { overrideGlobalObjects: false });
  const server = createServer(async (request, response) => {
    for await (const _ of request);
    await listener(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const { port } = server.address() as AddressInfo;
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    const body = JSON.stringify(newPayment);
    const response = await fetch(`http://127.0.0.1:${port}/v1/payments`, { method: "POST", headers, body });
    expect([response.status, (await response.json()).error.code]).toEqual([500, "internal_error"]);
    expect(String(told[0])).toContain("The body of the request was read before: mount the handler before");
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

describe("a client that uploads 10 MB", () => {
  it.each([
    ["with its length", 413, { authorization: `Bearer ${key}`, "content-length": String(160 * 65_536) }],
    ["in chunks", 413, { authorization: `Bearer ${key}` }],
    ["without a key", 401, {}],
  ])("%s reads a %i", async (_, status, headers) => {
    for (let i = 0; i < 5; i++) {
      const response = await upload(160 * 65_536, headers as Record<string, string>);
      expect([response.status, JSON.parse(response.text).error.request_id]).toEqual([status, expect.any(String)]);
    }
    expect(told).toEqual([]);
  });

  it.each([
    ["with its length", 413, { authorization: `Bearer ${key}` }],
    ["without a key", 401, {}],
  ])("with fetch, %s, reads a %i", async (_, status, headers) => {
    const init = { method: "POST", headers: { "content-type": "application/json", ...headers }, body: megabytes(10) };
    expect((await fetch(`${served.url}/payments`, init)).status).toBe(status);
  });
});

describe("the connection", () => {
  it.each([
    ["of a body that is too large by its length", "Content-Length: 100000000\r\n", () => [megabytes(2)]],
    ["of a body without end", "Transfer-Encoding: chunked\r\n", endless],
  ])("%s ends after a 413", async (_, length, body) => {
    const parts = chain(head("POST /v1/payments", `${authorization}${json}${length}`), body());
    const { statuses, hasEnded, milliseconds } = await sendRaw(served.port, parts);
    expect([statuses, hasEnded, milliseconds < 3000]).toEqual([[413], true, true]);
  });

  it("of a body without end and without a key ends soon", async () => {
    const parts = chain(head("POST /v1/payments", `${json}Transfer-Encoding: chunked\r\n`), endless(20));
    const { statuses, hasEnded, milliseconds } = await sendRaw(served.port, parts);
    expect([statuses, hasEnded, milliseconds < 3000]).toEqual([[401], true, true]);
  });

  it("of a body that was not read serves the next request", async () => {
    const parts = [
      head("DELETE /v1/webhooks/we_8dQ2", `${authorization}${json}Content-Length: 70000\r\n`),
      megabytes(1).subarray(0, 70_000),
      head("GET /v1/payments/pay_2"),
    ];
    expect((await sendRaw(served.port, parts, { responses: 2 })).statuses).toEqual([204, 404]);
  });
});

function* chain(first: RawPart, rest: Iterable<RawPart>): Generator<RawPart> {
  yield first;
  yield* rest;
}

/** Chunks of 64 KiB, up to 200 MB, and a wait between them. */
function* endless(wait = 0): Generator<RawPart> {
  for (let i = 0; i < 3200; i++) {
    yield "10000\r\n";
    yield chunk;
    yield "\r\n";
    if (wait > 0) yield wait;
  }
}

describe("a request", () => {
  it("of HEAD gets headers only, and the connection goes on", async () => {
    const parts = [head("HEAD /v1/payments"), head("HEAD /v1/payments/pay_2"), head("OPTIONS /v1/payments")];
    const { statuses, received } = await sendRaw(served.port, parts, { responses: 3, isHead: true });
    expect(statuses).toEqual([200, 404, 204]);
    expect(received).not.toContain("{");
    expect(received).toContain("allow: GET, HEAD, POST, OPTIONS");
  });

  it("that expects 100 gets it, and then its response", async () => {
    const text = JSON.stringify(newPayment);
    const headers = `${authorization}${json}Expect: 100-continue\r\nContent-Length: ${text.length}\r\n`;
    const { received, statuses } = await send(head("POST /v1/payments", headers), 20, text);
    expect(received).toMatch(/^HTTP\/1\.1 100 Continue/);
    expect(statuses).toEqual([201]);
  });

  it("that expects 100 with too large a body gets a 413 before it sends anything", async () => {
    const headers = `${authorization}${json}Expect: 100-continue\r\nContent-Length: 10000000\r\n`;
    const { statuses, hasEnded } = await sendRaw(served.port, [head("POST /v1/payments", headers)]);
    expect([statuses, hasEnded]).toEqual([[413], true]);
  });

  it("is pipelined in its order", async () => {
    const text = JSON.stringify(newPayment);
    const post = head("POST /v1/payments", `${authorization}${json}Content-Length: ${text.length}\r\n`) + text;
    const parts = [post + head("GET /v1/payments") + head("GET /v1/nothing")];
    expect((await sendRaw(served.port, parts, { responses: 3 })).statuses).toEqual([201, 200, 404]);
  });

  it.each([
    ["two lengths", head("POST /v1/payments", "Content-Length: 2\r\nContent-Length: 3\r\n")],
    ["a length and chunks", head("POST /v1/payments", "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n")],
    ["no host", "GET /v1/payments HTTP/1.1\r\n\r\n"],
    ["a host that is a path", "GET /v1/payments HTTP/1.1\r\nHost: evil/v1?\r\n\r\n"],
    ["bytes that a target cannot have", head("GET /v1/payments/\u0000")],
  ])("with %s never reaches an operation", async (_, text) => {
    const before = created();
    expect((await send(text)).statuses).toEqual([400]);
    expect([created() - before, told]).toEqual([0, []]);
  });
});

describe("a client that leaves", () => {
  it("while its operation waits for the signal is not an error of the server", async () => {
    const controller = new AbortController();
    const headers = { authorization: `Bearer ${key}` };
    const call = fetch(`${served.url}/refunds/re_1`, { headers, signal: controller.signal });
    await sleep(100);
    controller.abort();
    await expect(call).rejects.toThrow();
    await sleep(100);
    expect(told).toEqual([]);
  });

  it("in the middle of its body is not an error of the server", async () => {
    const parts = [head("POST /v1/payments", `${authorization}${json}Content-Length: 100\r\n`), "{", 50];
    await sendRaw(served.port, parts, { patience: 100 });
    await sleep(50);
    expect(told).toEqual([]);
  });

  it("leaves its payment made, to be replayed", async () => {
    const before = created();
    const init = {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json", "idempotency-key": "left" },
      body: JSON.stringify(newPayment),
    };
    const controller = new AbortController();
    onCreate = () => controller.abort();
    const call = fetch(`${served.url}/payments`, { ...init, signal: controller.signal });
    await expect(call).rejects.toThrow();
    onCreate = () => {};
    await sleep(100);
    const again = await fetch(`${served.url}/payments`, init);
    expect([again.status, again.headers.get("idempotent-replayed"), created() - before]).toEqual([201, "true", 1]);
  });
});

it("a thousand concurrent requests with one key take effect once", async () => {
  const before = created();
  const text = JSON.stringify(newPayment);
  const headers = `${authorization}${json}Idempotency-Key: thousand\r\nContent-Length: ${text.length}\r\n`;
  // A system that lets fewer connections wait at once tries the others again after a second or more.
  const options = { responses: 1, patience: 60_000 };
  const post = () => sendRaw(served.port, [head("POST /v1/payments", headers) + text], options);
  const responses = await Promise.all(Array.from({ length: 1000 }, post));
  const succeeded = responses.filter(({ statuses }) => statuses[0] === 201).map(({ received }) => received);
  const waiting = responses.filter(({ statuses }) => statuses[0] === 409).map(({ received }) => received);
  expect([created() - before, succeeded.length + waiting.length]).toEqual([1, 1000]);
  expect(succeeded.filter((received) => !received.includes("idempotent-replayed: true"))).toHaveLength(1);
  expect(new Set(succeeded.map((received) => received.split("\r\n\r\n")[1])).size).toBe(1);
  expect(waiting.filter((received) => !received.includes("retry-after: 1"))).toEqual([]);
  expect((await post()).received).toContain("idempotent-replayed: true");
});

it("a response has the documented headers and its length", async () => {
  const headers = await new Promise<IncomingHttpHeaders>((resolve) => {
    const options = { headers: { authorization: `Bearer ${key}` } };
    httpRequest(`${served.url}/payments/${payment.id}`, options, (response) => {
      response.resume();
      resolve(response.headers);
    }).end();
  });
  expect(headers).toMatchObject({ "content-type": "application/json", "content-length": expect.any(String) });
});
