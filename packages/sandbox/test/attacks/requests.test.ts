/** Requests that try to be something else than they are, and texts that try to be more than texts. */
import { once } from "node:events";
import type { Socket } from "node:net";
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { clientOf, listenOn, longKey, newPayment, otherKey, serveHosted } from "../testing/hosted.js";
import { measureHeap } from "../testing/measure-heap.js";
import { open, send } from "../testing/raw.js";

describe("header injection", () => {
  const hostile = "a\r\nX-Injected: 1\r\n\r\n<html>";

  it("in metadata and descriptions stays in the body, of responses and of webhooks", async () => {
    const received: { headers: NodeJS.Dict<string[]>; body: string }[] = [];
    const arrived = new EventTarget();
    const forwardTo = await listenOn(async (request, response) => {
      let body = "";
      for await (const chunk of request.setEncoding("utf8")) body += chunk;
      received.push({ headers: request.headersDistinct, body });
      response.end();
      arrived.dispatchEvent(new Event("delivery"));
    });
    const sandbox = await serveHosted({ forwardTo });
    const delivery = once(arrived, "delivery");
    const response = await fetch(`${sandbox.origin}/v1/payments`, {
      method: "POST",
      headers: { "x-api-key": longKey, "content-type": "application/json" },
      body: JSON.stringify({ ...newPayment, description: hostile, metadata: { "k\r\ny": hostile } }),
    });
    expect([response.status, response.headers.has("x-injected")]).toEqual([201, false]);
    expect((await response.json()).metadata).toEqual({ "k\r\ny": hostile });
    await delivery;
    expect(Object.keys(received[0]?.headers ?? {})).not.toContain("x-injected");
    expect(JSON.parse(received[0]?.body ?? "").data.object.description).toBe(hostile);
  });

  it("of a card number in a request id is not taken, and a random id is, whatever digits it has", async () => {
    const { origin } = await serveHosted();
    const idFor = async (id: string) =>
      (await fetch(`${origin}/v1/payments`, { headers: { "x-request-id": id } })).headers.get("x-request-id");
    for (const id of ["req_4000056655665556", "req_a4000056655665556b"]) expect(await idFor(id)).not.toMatch(/4000/);
    const random = "req_ab4000056655665556cdef0123456789";
    expect(await idFor(random)).toBe(random);
  });

  it("in a request id is not echoed", async () => {
    const { origin } = await serveHosted();
    for (const id of ["req_a b", "req_<script>", "req_é", `req_${"a".repeat(300)}`]) {
      const { text } = await send(origin, [
        "GET /v1/payments HTTP/1.1",
        `Host: ${new URL(origin).host}`,
        `X-Request-Id: ${id}`,
      ]);
      expect(text).toMatch(/^HTTP\/1\.1 401 /);
      expect(text).not.toContain(id);
    }
  });
});

describe("an Idempotency-Key", () => {
  const post = async (origin: string, key: string) =>
    send(
      origin,
      [
        "POST /v1/payments HTTP/1.1",
        `Host: ${new URL(origin).host}`,
        `Authorization: Bearer ${longKey}`,
        "Content-Type: application/json",
        `Idempotency-Key: ${key}`,
        `Content-Length: ${JSON.stringify(newPayment).length}`,
      ],
      JSON.stringify(newPayment),
    );

  it.each([
    [255, 201],
    [256, 400],
    [10_000, 400],
    [20_000, 431],
    [2_000_000, 431],
  ])("of %i characters gets a %i, and is kept only where it is valid", async (length, status) => {
    const sandbox = await serveHosted();
    expect((await post(sandbox.origin, "k".repeat(length))).status).toBe(status);
    expect((await clientOf(sandbox).payments.list()).data).toHaveLength(status === 201 ? 1 : 0);
  });
});

describe("a path", () => {
  it.each([
    "/assets/../../package.json",
    "/assets/..%2f..%2fpackage.json",
    "/assets/%2e%2e/%2e%2e/package.json",
    "/assets/..\\..\\package.json",
    "/assets/%00",
    "/etc/passwd",
    "//etc/passwd",
    "/v1/payments/..%2f..%2fsandbox%2fclock",
    "/sandbox/payments/%2e%2e%2fx/card-payments",
    "/checkout/__proto__/constructor",
    "/healthz/../sandbox/clock",
    "/readyz%00",
  ])("leads to nothing that is not served: %s", async (path) => {
    const { origin } = await serveHosted();
    const { status, text } = await send(origin, [`GET ${path} HTTP/1.1`, `Host: ${new URL(origin).host}`]);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/"devDependencies"|root:/);
  });

  it("of another path's kind needs the same key", async () => {
    const { origin } = await serveHosted();
    for (const path of ["/v1/../sandbox/clock", "/sandbox/./clock", "/v1/%2e%2e/sandbox/clock"]) {
      const { status } = await send(origin, [`GET ${path} HTTP/1.1`, `Host: ${new URL(origin).host}`]);
      expect([path, status]).toEqual([path, 401]);
    }
  });

  it("that is a whole address does not stand for the Host", async () => {
    const { origin } = await serveHosted();
    const { status } = await send(origin, ["GET http://127.0.0.1/v1/payments HTTP/1.1", "Host: evil.example"]);
    expect(status).toBeGreaterThanOrEqual(400);
  });
});

describe("a body", () => {
  it.each([
    ["two lengths", ["Content-Length: 5", "Content-Length: 6"]],
    ["a length and chunks", ["Content-Length: 5", "Transfer-Encoding: chunked"]],
  ])("with %s is rejected before anybody reads it", async (_, lines) => {
    const { origin } = await serveHosted();
    const head = ["POST /v1/payments HTTP/1.1", `Host: ${new URL(origin).host}`, `X-Api-Key: ${longKey}`, ...lines];
    expect((await send(origin, head, "12345")).status).toBe(400);
  });

  const inChunks = (text: string) => [...text].map((character) => `1\r\n${character}\r\n`).join("");
  const chunked = (origin: string) => [
    "POST /v1/payments HTTP/1.1",
    `Host: ${new URL(origin).host}`,
    `X-Api-Key: ${longKey}`,
    "Content-Type: application/json",
    "Transfer-Encoding: chunked",
  ];

  it("in very many chunks is read whole", async () => {
    const { origin } = await serveHosted();
    const post = async (spaces: number) => {
      const body = `${" ".repeat(spaces)}${JSON.stringify(newPayment)}`;
      return (await send(origin, chunked(origin), `${inChunks(body)}0\r\n\r\n`)).status;
    };
    expect(await post(100_000)).toBe(201);
    // With a length, it would have to wait for its turn.
    expect(await post(150_000)).toBe(413);
  });

  it("of a form is held to the same in chunks", async () => {
    const { origin } = await serveHosted();
    const head = [
      "POST /window/send HTTP/1.1",
      `Host: ${new URL(origin).host}`,
      `Origin: ${origin}`,
      `Cookie: vinr_sandbox_key=${longKey}`,
      "Content-Type: application/x-www-form-urlencoded",
      "Transfer-Encoding: chunked",
    ];
    const post = async (length: number) => {
      const text = `body=${"+".repeat(length)}`;
      return (await send(origin, head, `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`)).status;
    };
    expect(await post(100_000)).toBe(400);
    expect(await post(150_000)).toBe(413);
  });

  it("that is large leaves room for others: few are read at once, and fewer of one account", async () => {
    const { origin } = await serveHosted();
    const post = async (key: string, length: number) => {
      const socket = await open(origin);
      const head = [`Host: ${new URL(origin).host}`, `X-Api-Key: ${key}`, "Content-Type: application/json"];
      socket.write(["POST /v1/payments HTTP/1.1", ...head, `Content-Length: ${length}`, "\r\n"].join("\r\n"));
      return socket;
    };
    const statusOf = async (socket: Socket) => String((await once(socket, "data"))[0]).slice(9, 12);
    const body = JSON.stringify(newPayment).padEnd(200_000);
    const waiting = [await post(longKey, body.length), await post(longKey, body.length)];
    await sleep(100);
    expect(await statusOf(await post(longKey, body.length))).toBe("429");
    const [other, small] = [await post(otherKey, body.length), await post(longKey, 100_000)];
    other.write(body);
    small.write(body.slice(0, 100_000));
    expect(await Promise.all([other, small].map(statusOf))).toEqual(["201", "201"]);
    for (const socket of waiting) socket.write(body);
    expect(await Promise.all(waiting.map(statusOf))).toEqual(["201", "201"]);
    const next = await post(longKey, body.length);
    next.write(body);
    expect(await statusOf(next)).toBe("201");
  });

  it.each([
    ["at once", (bytes: string) => [bytes]],
    ["one by one", (bytes: string) => bytes.match(/1\r\n \r\n/g)?.slice(0, 8_000) ?? []],
  ])("in very many chunks, sent %s, takes little memory while nobody reads it yet", async (_, cut) => {
    const { origin } = await serveHosted();
    const headers = { "x-api-key": longKey, "content-type": "application/json" };
    const fault = JSON.stringify({ operation: "*", latency: 60_000 });
    expect((await fetch(`${origin}/sandbox/faults`, { method: "POST", headers, body: fault })).status).toBe(201);
    const before = measureHeap();
    const clients = await Promise.all(Array.from({ length: 10 }, () => open(origin)));
    for (const client of clients) client.setNoDelay().write(`${chunked(origin).join("\r\n")}\r\n\r\n`);
    for (const part of cut(inChunks(" ".repeat(100_000)))) {
      for (const client of clients) client.write(part);
      await nextTurn();
    }
    await sleep(1_000);
    expect(measureHeap() - before).toBeLessThan(5e6);
    for (const client of clients) client.destroy();
  });
});
