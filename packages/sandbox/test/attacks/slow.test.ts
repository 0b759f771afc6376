/** Clients that take their time, so that others wait for them (slowloris). */
import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { getRequestListener } from "@hono/node-server";
import { describe, expect, it, onTestFinished } from "vitest";
import { Sending } from "../../src/cli/hosting/sending.js";
import { clientOf, listenOn, longKey, newPayment, otherKey, serveHosted } from "../testing/hosted.js";
import { restore, takeSnapshot } from "../testing/made-snapshots.js";
import { open, readAll } from "../testing/raw.js";
import { serveForTest } from "../testing/serve.js";

/** Longer than the server gives a client for its headers. */
const timeout = 40_000;

const head = (origin: string, length: number) =>
  `POST /v1/payments HTTP/1.1\r\nHost: ${new URL(origin).host}\r\nAuthorization: Bearer ${longKey}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

describe("a client that sends its headers byte by byte", { timeout }, () => {
  it("is sent away, and keeps nobody waiting until then", async () => {
    const sandbox = await serveHosted();
    const slow = await Promise.all(Array.from({ length: 100 }, () => open(sandbox.origin)));
    const ended = Promise.all(slow.map(readAll));
    let areAllGone = false;
    void ended.then(() => {
      areAllGone = true;
    });
    for (const socket of slow) socket.write("GET /v1/payments HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ");
    while (!areAllGone) {
      for (const socket of slow) if (socket.writable) socket.write("x");
      expect((await clientOf(sandbox).payments.create(newPayment)).status).toBe("pending");
      await sleep(500);
    }
    for (const text of await ended) expect(text).toMatch(/^HTTP\/1\.1 408 |^$/);
  });
});

describe("a client that does not send its body", () => {
  it("takes the place of one request of its account, and of no other account", async () => {
    const sandbox = await serveHosted({ limits: { requestsPerAccount: 2 } });
    const slow = await Promise.all([open(sandbox.origin), open(sandbox.origin)]);
    for (const socket of slow) socket.write(head(sandbox.origin, 100));
    const isLimited = async () =>
      clientOf(sandbox)
        .payments.list()
        .then(() => false)
        .catch(
          (error: { code: string; retryAfter: number }) => error.code === "rate_limited" && error.retryAfter === 1,
        );
    while (!(await isLimited())) await sleep(20);
    expect((await clientOf(sandbox, "sk_test_9dM3zH6pCw8GaU0eKj4B").payments.list()).data).toEqual([]);
    for (const socket of slow) socket.destroy();
    while (await isLimited()) await sleep(20);
  });

  it("is one of few: more than the server can bear are told to come again, and health is told all the same", async () => {
    const { origin } = await serveHosted({ limits: { requests: 3 } });
    const slow = await Promise.all([1, 2, 3].map(() => open(origin)));
    for (const socket of slow) socket.write(head(origin, 100));
    const ask = () => fetch(`${origin}/v1/payments`, { headers: { "x-api-key": longKey } });
    let response = await ask();
    while (response.status === 200) response = await ask();
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "1"]);
    expect((await response.json()).error).toMatchObject({ code: "service_unavailable", type: "api_error" });
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  });
});

describe("a client that does not read what it asked for", { timeout }, () => {
  /** An account whose snapshot has some megabytes, more than the system keeps for a reader. */
  const fill = async (origin: string) => {
    const response = { operationId: "createPayment", fingerprint: "f", status: 201, body: "x".repeat(1_000_000) };
    const expiresAt = Date.now() + 3_600_000;
    const responses = Array.from({ length: 12 }, (_, index) => ({ ...response, key: `key${index}`, expiresAt }));
    const account = { time: Date.now(), ids: { seed: 1, count: 0 }, failingRefunds: 0 };
    const contents = { objects: [], entries: [], due: [], responses };
    const restored = await fetch(`${origin}/sandbox/restorations`, {
      method: "POST",
      headers: { "x-api-key": longKey, "content-type": "application/json" },
      body: JSON.stringify({ format: "vinr-sandbox-snapshot", version: 1, ...account, ...contents }),
    });
    expect(restored.status).toBe(201);
  };
  const request = (origin: string) =>
    `GET /sandbox/snapshot HTTP/1.1\r\nHost: ${new URL(origin).host}\r\nX-Api-Key: ${longKey}\r\n\r\n`;
  const statusOf = async (origin: string, key = longKey) =>
    (await fetch(`${origin}/v1/payments`, { headers: { "x-api-key": key } })).status;

  it("takes the places of its account's requests until it has left, and of no other's", async () => {
    const { origin } = await serveHosted({ limits: { requestsPerAccount: 2 } });
    await fill(origin);
    const slow = await Promise.all([open(origin), open(origin)]);
    for (const socket of slow) socket.pause().write(request(origin));
    while ((await statusOf(origin)) === 200) await sleep(20);
    // The responses have begun, and wait.
    await sleep(1000);
    expect([await statusOf(origin), await statusOf(origin, otherKey)]).toEqual([429, 200]);
    for (const socket of slow) socket.destroy();
    while ((await statusOf(origin)) === 429) await sleep(20);
  });

  it("takes no place after it has left, though it asked for more before the first response", async () => {
    const { origin } = await serveHosted({ limits: { requestsPerAccount: 4 } });
    const headers = { "x-api-key": longKey, "content-type": "application/json" };
    const fault = JSON.stringify({ operation: "listPayments", latency: 60_000 });
    expect((await fetch(`${origin}/sandbox/faults`, { method: "POST", headers, body: fault })).status).toBe(201);
    const get = (path: string) =>
      `GET ${path} HTTP/1.1\r\nHost: ${new URL(origin).host}\r\nX-Api-Key: ${longKey}\r\n\r\n`;
    const client = await open(origin);
    // The second response is there first, and waits for its turn.
    client.write(get("/v1/payments") + get("/sandbox/clock").repeat(3));
    const ask = async () => (await fetch(`${origin}/sandbox/clock`, { headers })).status;
    while ((await ask()) !== 429) await sleep(20);
    client.destroy();
    const areFree = async () => (await Promise.all([1, 2, 3, 4].map(ask))).every((status) => status === 200);
    while (!(await areFree())) await sleep(20);
  });

  it.each([
    ["", undefined],
    [" which a fault breaks off", { operation: "listPayments", connection: "stalled" }],
  ])("takes one of the few places for whole accounts by a list that is as long%s", async (_, fault) => {
    const { origin } = await serveHosted();
    const post = async (path: string, body: unknown) => {
      const headers = { "x-api-key": longKey, "content-type": "application/json" };
      const { status } = await fetch(origin + path, { method: "POST", headers, body: JSON.stringify(body) });
      expect(status).toBe(201);
    };
    // JSON has six characters for each of these.
    const value = "\u0001".repeat(500);
    const metadata = Object.fromEntries(Array.from({ length: 40 }, (_, number) => [`key${number}`, value]));
    for (let count = 0; count < 100; count++) await post("/v1/payments", { ...newPayment, metadata });
    if (fault !== undefined) await post("/sandbox/faults", fault);
    const list = `GET /v1/payments?limit=100 HTTP/1.1\r\nHost: ${new URL(origin).host}\r\nX-Api-Key: ${longKey}\r\n\r\n`;
    const slow = await Promise.all([open(origin), open(origin)]);
    for (const socket of slow) {
      socket.write(list);
      await once(socket, "readable");
    }
    const ask = async (path: string, key = longKey) => {
      const response = await fetch(origin + path, { headers: { "x-api-key": key } }).catch(() => undefined);
      await response?.body?.cancel();
      return response && [response.status, response.headers.get("retry-after")];
    };
    expect(await ask("/v1/payments?limit=100")).toEqual([429, "1"]);
    expect(await ask("/sandbox/snapshot")).toEqual([429, "1"]);
    // Whatever is short has its places all the same.
    expect(await ask("/sandbox/clock")).toEqual([200, null]);
    expect(await ask("/v1/payments", otherKey)).toEqual([200, null]);
    for (const socket of slow) socket.destroy();
    while ((await ask("/sandbox/snapshot"))?.[0] === 429) await sleep(20);
  });

  it("takes them by a page that is as long, too", async () => {
    const sandbox = await serveHosted();
    const { origin } = sandbox;
    const snapshot = await takeSnapshot();
    const { object: delivery, parent } = snapshot.objects.find(({ kind }) => kind === "delivery");
    // HTML has six characters for each of these.
    const attempts = Array(20).fill({ at: 1, error: '"'.repeat(500) });
    for (let made = 0; made < 20; made++) {
      const object = { ...delivery, id: `dlv_made${made}`, status: "failed", attempts };
      snapshot.objects.push({ kind: "delivery", object, parent });
    }
    expect((await restore(sandbox, snapshot)).status).toBe(201);
    const headers = { "x-api-key": longKey, "content-type": "application/json" };
    const fault = JSON.stringify({ operation: "listPayments", latency: 60_000 });
    expect((await fetch(`${origin}/sandbox/faults`, { method: "POST", headers, body: fault })).status).toBe(201);
    const get = (path: string) =>
      `GET ${path} HTTP/1.1\r\nHost: ${new URL(origin).host}\r\nX-Api-Key: ${longKey}\r\nCookie: vinr_sandbox_key=${longKey}\r\n\r\n`;
    const client = await open(origin);
    // The pages wait behind another response.
    client.write(get("/v1/payments") + get(`/window/events/${delivery.event}`).repeat(2));
    const poll = async () => {
      const response = await fetch(`${origin}/sandbox/snapshot`, { headers });
      // One that nobody reads would keep its place.
      await response.arrayBuffer();
      return response.status;
    };
    while ((await poll()) !== 429) await sleep(20);
    client.destroy();
    while ((await poll()) === 429) await sleep(20);
  });

  it("has so much time, and is cut off then", async () => {
    const sending = new Sending({ longest: 300 });
    const origin = await listenOn(
      getRequestListener(async (incoming, { outgoing }) => {
        const response = new Response("x".repeat(30_000_000));
        sending.note(incoming, outgoing as ServerResponse);
        void sending.end(incoming, response);
        return response;
      }),
    );
    const slow = await open(origin);
    slow.pause().write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    await sleep(1500);
    const received = readAll(slow);
    slow.resume();
    expect((await received).length).toBeLessThan(30_000_000);
  });

  it("is not one who watches a page, whose changes have no end", async () => {
    const response = new Response("", { headers: { "content-type": "text/event-stream" } });
    const sending = new Sending();
    const watching = new Request("http://127.0.0.1/window/changes");
    sending.note(watching, { destroyed: false } as ServerResponse);
    expect(await sending.end(watching, response)).toBe(undefined);
  });
});

describe("a client that asks for much on one connection, before it has what it asked for", () => {
  /** Asks for a file so many times in one packet, and returns how many responses came. */
  const ask = async ({ origin }: { readonly origin: string }, count: number) => {
    const client = await open(origin);
    const request = (more: string) => `GET /assets/base.css HTTP/1.1\r\nHost: ${new URL(origin).host}\r\n${more}\r\n`;
    client.write([request("").repeat(count - 1), request("Connection: close\r\n")].join(""));
    return (await readAll(client)).match(/^HTTP\/1\.1 200 /gm)?.length ?? 0;
  };

  it("gets it", async () => {
    expect(await ask(await serveHosted(), 16)).toBe(16);
  });

  it("is cut off where it is too much: it could leave all of it unread, in memory", async () => {
    expect(await ask(await serveHosted(), 1000)).toBeLessThan(17);
  });

  it.each([
    ["names a host that is none", "Host: /\r\n"],
    ["expects what there is not", "Host: 127.0.0.1\r\nExpect: more\r\n"],
  ])("is cut off, too, where each request %s, and is for no handler", async (_, header) => {
    const { origin } = await serveHosted();
    const client = await open(origin);
    client.write(`GET / HTTP/1.1\r\n${header}\r\n`.repeat(1000));
    expect((await readAll(client)).match(/^HTTP\/1\.1 4/gm)?.length ?? 0).toBeLessThan(17);
  });

  it("gets it on one's own machine, however much it is", async () => {
    const sandbox = await serveForTest(() => undefined);
    onTestFinished(() => sandbox.close(0));
    expect(await ask(sandbox, 100)).toBe(100);
  });
});

describe("connections", () => {
  it("that are too many are closed", async () => {
    const { origin } = await serveHosted({ limits: { connections: 3 } });
    const kept = await Promise.all([1, 2, 3].map(() => open(origin)));
    // The system accepts it before the server does not.
    expect(await readAll(await open(origin))).toBe("");
    for (const socket of kept) socket.destroy();
  });
});

describe("a client that lets slow receivers be asked, and leaves", () => {
  it("takes nobody's place after it has left", { timeout }, async () => {
    const asked = new EventTarget();
    let attempts = 0;
    const receiver = await listenOn(() => {
      attempts += 1;
      asked.dispatchEvent(new Event("delivery"));
    });
    const sandbox = await serveHosted({ forwardTo: `${receiver}/hooks`, limits: { requestsPerAccount: 4 } });
    const isAsked = once(asked, "delivery");
    for (let count = 0; count < 3; count++) await clientOf(sandbox).payments.create(newPayment);
    await isAsked;
    const headers = { authorization: `Bearer ${longKey}` };
    const leaving = ["/delivery-runs", "/delivery-runs", "/clock/advances", "/delivery-runs"].map((path) =>
      fetch(`${sandbox.origin}/sandbox${path}`, {
        method: "POST",
        headers: { ...headers, "content-type": "application/json" },
        body: path === "/clock/advances" ? '{"hours":1}' : null,
        signal: AbortSignal.timeout(500),
      }).catch(() => undefined),
    );
    await Promise.all(leaving);
    const statusOf = async () => (await fetch(`${sandbox.origin}/sandbox/clock`, { headers })).status;
    while ((await statusOf()) === 429) await sleep(20);
    // Nobody had to wait until all were asked, each of whom has five seconds.
    expect(attempts).toBeLessThan(3);
  });
});

describe("the window's buttons", () => {
  it("take the places of their account's requests, and of no other's", { timeout }, async () => {
    const asked = new EventTarget();
    const receiver = await listenOn(() => void asked.dispatchEvent(new Event("delivery")));
    const sandbox = await serveHosted({
      forwardTo: `${receiver}/hooks`,
      limits: { requestsPerAccount: 2, requests: 4 },
    });
    const isAsked = once(asked, "delivery");
    await clientOf(sandbox).payments.create(newPayment);
    await isAsked;
    const leave = new AbortController();
    const press = () =>
      fetch(`${sandbox.origin}/window/deliveries`, {
        method: "POST",
        headers: { origin: sandbox.origin, cookie: `vinr_sandbox_key=${longKey}` },
        body: new URLSearchParams(),
        redirect: "manual",
        signal: leave.signal,
      }).then(
        ({ status }) => status,
        () => "left",
      );
    const pressed = Array.from({ length: 6 }, press);
    expect(await Promise.race(pressed)).toBe(429);
    expect((await clientOf(sandbox, otherKey).payments.list()).data).toEqual([]);
    leave.abort();
    expect((await Promise.all(pressed)).sort()).toEqual([429, 429, 429, 429, "left", "left"]);
  });
});

describe("a client that sends requests from the window, and leaves", () => {
  it("takes no place while a fault lets them wait", { timeout }, async () => {
    const sandbox = await serveHosted({ limits: { requestsPerAccount: 2 } });
    const headers = { authorization: `Bearer ${longKey}`, "content-type": "application/json" };
    const fault = JSON.stringify({ operation: "listPayments", latency: 60_000 });
    const made = await fetch(`${sandbox.origin}/sandbox/faults`, { method: "POST", headers, body: fault });
    expect(made.status).toBe(201);
    const leave = new AbortController();
    const send = () =>
      fetch(`${sandbox.origin}/window/send`, {
        method: "POST",
        headers: { origin: sandbox.origin, cookie: `vinr_sandbox_key=${longKey}` },
        body: new URLSearchParams({ account: longKey.replace("sk_test_", ""), method: "GET", path: "/v1/payments" }),
        redirect: "manual",
        signal: leave.signal,
      }).then(
        ({ status }) => status,
        () => "left",
      );
    const sent = [send(), send()];
    const statusOf = async () => (await fetch(`${sandbox.origin}/sandbox/clock`, { headers })).status;
    while ((await statusOf()) !== 429) await sleep(20);
    leave.abort();
    expect(await Promise.all(sent)).toEqual(["left", "left"]);
    while ((await statusOf()) === 429) await sleep(20);
  });
});
