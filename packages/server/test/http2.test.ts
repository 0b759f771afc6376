/** The handler over HTTP/2, through Node's own server and `@hono/node-server`. */
import { once } from "node:events";
import { type ClientHttp2Session, connect, createServer, type OutgoingHttpHeaders } from "node:http2";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createHandler } from "../src/index.js";
import { createBackend, key, newPayment, payment } from "./backend.js";

const told: unknown[] = [];
const { operations, created } = createBackend();
const onError = (error: unknown) => void told.push(error);
const listener = getRequestListener(createHandler(operations, { onError }), { overrideGlobalObjects: false });
const server = createServer(listener);
let session: ClientHttp2Session;

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterAll(async () => {
  session.close();
  server.close();
  await once(server, "close");
});
beforeEach(() => void told.splice(0));

const secret = { authorization: `Bearer ${key}` };

/** Sends one request as a stream of the session, and reads its response. */
async function send(headers: OutgoingHttpHeaders, body?: string | Uint8Array) {
  const stream = session.request({ ...secret, ...headers }, { endStream: body === undefined });
  stream.on("error", () => undefined);
  if (body !== undefined) stream.end(body);
  const [received] = await once(stream, "response");
  let text = "";
  for await (const part of stream.setEncoding("utf8")) text += part;
  return { status: received[":status"] as number, headers: received, body: text === "" ? undefined : JSON.parse(text) };
}

const create = (idempotencyKey: string) =>
  send(
    {
      ":method": "POST",
      ":path": "/v1/payments",
      "content-type": "application/json",
      "idempotency-key": idempotencyKey,
    },
    JSON.stringify(newPayment),
  );

it("creates, retrieves and lists over one connection", async () => {
  const made = await create("over-http2");
  expect(made.status).toBe(201);
  expect(made.headers["x-request-id"]).toMatch(/^req_/);
  const found = await send({ ":path": `/v1/payments/${payment.id}` });
  expect([found.status, found.body.id]).toEqual([200, payment.id]);
  expect((await send({ ":path": "/v1/payments?limit=1" })).body.object).toBe("list");
  expect(told).toEqual([]);
});

it("makes one payment of a hundred streams with one key", async () => {
  const before = created();
  const responses = await Promise.all(Array.from({ length: 100 }, () => create("at-once")));
  const statuses = new Set(responses.map(({ status }) => status));
  expect([...statuses].filter((status) => status !== 201 && status !== 409)).toEqual([]);
  expect(created() - before).toBe(1);
  expect(told).toEqual([]);
});

it.each([
  ["an unknown path", 404, { ":path": "/v1/nothing" }],
  ["another method", 405, { ":method": "PUT", ":path": "/v1/payments" }],
  ["a key that is malformed", 401, { ":path": "/v1/payments", authorization: "Bearer nothing" }],
  ["a query that cannot be decoded", 400, { ":path": "/v1/payments?limit=%zz" }],
])("tells %s as over HTTP/1.1", async (_, status, headers) => {
  const response = await send(headers);
  expect([response.status, response.body.error.request_id]).toEqual([status, response.headers["x-request-id"]]);
  expect(told).toEqual([]);
});

it("reads no more of a body than it may", async () => {
  const headers = { ":method": "POST", ":path": "/v1/payments", "content-type": "application/json" };
  expect((await send(headers, new Uint8Array(2 * 1024 * 1024).fill(32))).status).toBe(413);
  // The connection still serves others.
  expect((await send({ ":path": "/v1/payments" })).status).toBe(200);
  expect(told).toEqual([]);
});

it("takes no body that is longer than its length says", async () => {
  const before = created();
  const stream = session.request({
    ...secret,
    ":method": "POST",
    ":path": "/v1/payments",
    "content-type": "application/json",
    "content-length": "5",
  });
  stream.on("error", () => undefined);
  stream.end(JSON.stringify(newPayment) + " ".repeat(3_000_000));
  // The server ends the stream with a protocol error.
  await new Promise((resolve) => stream.once("close", resolve));
  expect([created(), told]).toEqual([before, []]);
  expect((await send({ ":path": "/v1/payments" })).status).toBe(200);
});

it("survives a stream that its client cancels", async () => {
  const stream = session.request({ ...secret, ":method": "POST", ":path": "/v1/payments" });
  stream.on("error", () => undefined);
  stream.write('{"amount":');
  stream.close();
  await once(stream, "close");
  expect((await send({ ":path": "/v1/payments" })).status).toBe(200);
  expect(told).toEqual([]);
});
