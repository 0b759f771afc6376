/** Receivers of webhooks that respond with anything but a response: an attempt ends all the same, and so does the next one. */
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { checkoutUrlOf } from "../../src/api.js";
import { createCheckedSend } from "../../src/cli/hosting/checked-send.js";
import { readNetwork } from "../../src/cli/hosting/networks.js";
import { Receiver } from "../../src/cli/torture/receiver.js";
import { createEvent } from "../../src/cli/torture/sample-events.js";
import { attempt as attemptOnce } from "../../src/deliveries/attempt.js";
import { attemptTimeout } from "../../src/deliveries/claim.js";
import { createForward } from "../../src/domain/forward.js";
import { createAttemptLog, recordAttempts } from "../../src/pages/window/recording/attempt-log.js";
import { clientOf, control, listenOn, longKey, newPayment, otherKey, serveHosted } from "../testing/hosted.js";
import { Visitor } from "../testing/visitor.js";

/** A server of bytes, which does something with each connection that has sent its headers. Returns its address. */
async function listen(respond: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("data", () => respond(socket));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const allowedNetworks = ["127.0.0.0/8"].flatMap((text) => readNetwork(text) ?? []);
const place = { account: "shop", endpoint: "we_1", delivery: "dlv_1", attempt: 0 };

/** The status of an attempt, or its error. */
function attempt(url: string): Promise<number | string> {
  const signal = AbortSignal.timeout(2_000);
  return createCheckedSend({ allowedNetworks })(url, { method: "POST", body: "{}", signal }, place).then(
    ({ status }) => status,
    (error: Error) => error.message,
  );
}

const failed = /^The connection to 127\.0\.0\.1:\d+ /;

const receivers: [about: string, respond: (socket: Socket) => void, expected: unknown][] = [
  [
    "upgrades the connection",
    (socket) => socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"),
    101,
  ],
  ["ends the connection", (socket) => socket.end(), expect.stringMatching(failed)],
  ["resets the connection", (socket) => socket.resetAndDestroy(), expect.stringMatching(failed)],
  ["sends something else", (socket) => socket.end("SSH-2.0-OpenSSH_9.2\r\n"), expect.stringMatching(failed)],
  [
    "says that more is to come, and no more",
    (socket) => socket.write("HTTP/1.1 103 Early Hints\r\n\r\n".repeat(1000)),
    expect.stringMatching(/timeout/),
  ],
  [
    "has headers of strange bytes",
    (socket) => socket.end("HTTP/1.1 200 OK\r\nX-A: \xff\x80\tb\r\n\r\n", "latin1"),
    200,
  ],
  [
    "has a header with a control character",
    (socket) => socket.end("HTTP/1.1 200 OK\r\nX-A: \x1b[2J\x7f\r\n\r\n", "latin1"),
    expect.anything(),
  ],
  [
    "has headers without end",
    (socket) => socket.write(`HTTP/1.1 200 OK\r\n${"X-A: b\r\n".repeat(20_000)}`),
    expect.stringMatching(failed),
  ],
  ["has another status than there are", (socket) => socket.end("HTTP/1.1 999 Hello\r\n\r\n"), 999],
  ["breaks its body off", (socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"), 200],
];

describe("an attempt to deliver to a receiver", () => {
  it.each(receivers)("that %s has an end", async (_, respond, expected) => {
    expect(await attempt(await listen(respond))).toEqual(expected);
  });
});

describe("the torture kit, at a receiver", () => {
  it.each(receivers)("that %s, has a result", async (_, respond) => {
    const receiver = new Receiver(new URL(await listen(respond)), "whsec_torture", { pause: 10 });
    const reactions = ["cannot be reached", "closed the connection", "no response within 5 s", 101, 200, 999];
    expect(reactions).toContain(await receiver.deliverSlowly({ id: "evt_1" }));
  });

  it("that responds before it has read the body, and closes, has a result", async () => {
    const url = await listen((socket) => {
      socket.write("HTTP/1.1 413 Payload Too Large\r\nContent-Length: 0\r\n\r\n");
      socket.resetAndDestroy();
    });
    const receiver = new Receiver(new URL(url), "whsec_torture", { pause: 10 });
    const event = { id: "evt_1", padding: "x".repeat(1_000_000) };
    expect([413, "closed the connection"]).toContain(await receiver.deliverSlowly(event));
  });
});

it("a receiver whose bodies do not end keeps no connection after an attempt", { timeout: 20_000 }, async () => {
  const open = new Set<Socket>();
  const url = await listen((socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
    socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n");
  });
  const log = createAttemptLog();
  const send = recordAttempts(createCheckedSend({ allowedNetworks }), log, () => undefined);
  for (let attempt = 0; attempt < 3; attempt++) {
    const signal = AbortSignal.timeout(attemptTimeout);
    expect((await send(url, { method: "POST", body: "{}", signal }, { ...place, attempt })).status).toBe(200);
    // Sooner than the signal would close it.
    await vi.waitFor(() => expect(open.size).toBe(0), { timeout: attemptTimeout / 2 });
  }
  expect(log.list("shop", { limit: 5 }).entries.map(({ item }) => item.response?.body)).toEqual([
    "half",
    "half",
    "half",
  ]);
});

it("a status that does not exist is recorded as no response, which the API can show", async () => {
  const url = await listen((socket) => socket.end("HTTP/1.1 007 Shaken\r\nContent-Length: 0\r\n\r\n"));
  const event = createEvent();
  const endpoint = { ...createForward(url, "whsec_1"), id: "we_1" };
  const delivery = { id: "dlv_1", event: event.id, endpoint: endpoint.id, status: "pending", attempts: [] } as const;
  const world = { now: Date.now, seed: "seed", checkoutUrlOf };
  const send = createCheckedSend({ allowedNetworks });
  const outcome = await attemptOnce({ event, endpoint, delivery }, { world, account: "shop", send });
  expect(outcome).toEqual({ error: "The receiver responded with 7, which is not a status." });
});

describe("receivers that do not respond, of more accounts than are sent to at once", () => {
  const held: Socket[] = [];
  const heldAtLeast = (count: number) => vi.waitFor(() => expect(held.length).toBeGreaterThanOrEqual(count), 4_000);

  it("are sent to one after another, and keep nobody waiting who has nothing to send", {
    timeout: 30_000,
  }, async () => {
    const url = (await listen((socket) => void held.push(socket))).replace("http:", "https:");
    const sandbox = await serveHosted({ allowedNetworks, limits: { deliveries: 2 } });
    for (let count = 0; count < 6; count++) {
      const vinr = clientOf(sandbox, `${longKey}${count}`);
      await vinr.webhooks.create({ url, enabled_events: ["*"] });
      await vinr.payments.create(newPayment);
    }
    await heldAtLeast(2);
    const advanced = await fetch(`${sandbox.origin}/sandbox/clock/advances`, {
      method: "POST",
      headers: { authorization: `Bearer ${otherKey}`, "content-type": "application/json" },
      body: '{"hours":1}',
    });
    expect(advanced.status).toBe(201);
    for (let count = 2; count < 6; count += 2) {
      expect(held).toHaveLength(count);
      for (const socket of held) socket.destroy();
      await heldAtLeast(count + 2);
    }
    for (const socket of held) socket.destroy();
    const statuses = async (count: number) => {
      const { body } = await control(sandbox, "GET", "/deliveries", `${longKey}${count}`);
      return body.data.map(({ attempts }: { attempts: unknown[] }) => attempts.length);
    };
    await vi.waitFor(
      async () => expect(await Promise.all([0, 1, 2, 3, 4, 5].map(statuses))).toEqual(Array(6).fill([1])),
      { timeout: 20_000 },
    );
  });
});

describe("the server of --forward-to, where anybody can open an account", () => {
  it("is sent their events, and nothing of it is shown to them: no address, no response, no error that names it", async () => {
    let status = 500;
    const received: string[] = [];
    const shop = await listenOn((request, response) => {
      received.push(request.url ?? "");
      request.resume();
      if (status === 0) return void response.destroy();
      response.writeHead(status, { "set-cookie": "internal_session=hush" }).end("Error: the database at hush");
    });
    const { host } = new URL(shop);
    const sandbox = await serveHosted({ forwardTo: `${shop}/hooks?token=hush` });
    const { id } = await clientOf(sandbox).payments.create(newPayment);
    await control(sandbox, "POST", "/delivery-runs");
    const { body } = await control(sandbox, "GET", "/deliveries");
    status = 0;
    await control(sandbox, "POST", `/deliveries/${body.data[0].id}/replays`);
    expect(received).toEqual(Array(2).fill("/hooks?token=hush"));

    const visitor = new Visitor(sandbox.origin);
    await visitor.post("/window/account", { key: longKey });
    const page = await visitor.read(`/window/events/${body.data[0].event}`);
    expect(page).toContain("the server of --forward-to");
    expect(page).toContain(id);
    const told = await control(sandbox, "GET", "/deliveries");
    expect(told.body.data[0].attempts).toMatchObject([
      { status: 500 },
      { error: "The server of --forward-to has not responded." },
    ]);
    for (const text of [page, JSON.stringify(told.body)]) {
      expect(text).not.toContain("hush");
      expect(text).not.toContain(host);
      expect(text).not.toMatch(/v1=[0-9a-f]{64}/);
    }
  });
});
