import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { runInNewContext } from "node:vm";
import { constructEvent, Vinr } from "@vinr/client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSandbox, type SandboxOptions } from "../src/index.js";

const start = Date.UTC(2026, 3, 15, 10, 30);
const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A merchant's server, which responds with the statuses in turn and then with 200. */
let received: Received[];
let statuses: number[];
let server: ReturnType<typeof createServer>;
let origin: string;
beforeEach(async () => {
  [received, statuses] = [[], []];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(statuses.shift() ?? 200, { location: "/elsewhere" }).end("thanks");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

/** A sandbox that sends what goes to shop.example to the server of this test. */
async function open() {
  let now = start;
  const sandbox = createSandbox({
    now: () => now,
    send: (url, init) => fetch(url.replace("https://shop.example", origin), init),
  });
  const vinr = new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch });
  const endpoint = await vinr.webhooks.create({
    url: "https://shop.example/hooks",
    enabled_events: ["payment.created"],
  });
  return { sandbox, vinr, endpoint, wait: (milliseconds: number) => (now += milliseconds) };
}

const typesOf = () => received.map(({ body }) => JSON.parse(body).type);

describe("a delivery", () => {
  it("is sent once, signed as the client verifies", async () => {
    const { sandbox, vinr, endpoint } = await open();
    await vinr.payments.create(newPayment);
    await sandbox.deliver();
    await sandbox.deliver();
    expect(received).toHaveLength(1);
    const { body, headers } = received[0] as Received;
    const [signature, timestamp] = [headers["x-vinr-signature"], headers["x-vinr-timestamp"]];
    const event = constructEvent(body, signature, timestamp, endpoint.secret ?? "", { now: () => start });
    expect(event.type).toBe("payment.created");
    expect(await sandbox.deliveries()).toMatchObject([{ status: "succeeded", attempts: [{ status: 200 }] }]);
  });

  it("goes only to endpoints that want events of its type", async () => {
    const { sandbox, vinr } = await open();
    await vinr.webhooks.create({ url: "https://shop.example/all", enabled_events: ["*"] });
    const { id } = await vinr.payments.create(newPayment);
    await sandbox.checkout(id).pay("4242424242424242");
    await sandbox.deliver();
    expect(typesOf().sort()).toEqual(["payment.completed", "payment.created", "payment.created"]);
  });

  it("is tried again after 1 min, 5 min, 30 min, 2 h and 24 h, and has failed then", async () => {
    const { sandbox, vinr } = await open();
    statuses = [500, 404, 302, 503, 429, 500];
    await vinr.payments.create(newPayment);
    await sandbox.clock.advance({ days: 3 });
    expect(received).toHaveLength(6);
    const [delivery] = await sandbox.deliveries();
    const minutes = delivery?.attempts.map(({ at }) => (at - start) / 60_000);
    expect([delivery?.status, minutes]).toEqual(["failed", [0, 1, 6, 36, 156, 1596]]);
  });

  it("ends with the first 2xx", async () => {
    const { sandbox, vinr } = await open();
    statuses = [500, 204];
    await vinr.payments.create(newPayment);
    await sandbox.deliver();
    await sandbox.clock.advance({ minutes: 1 });
    await sandbox.clock.advance({ days: 2 });
    expect(received).toHaveLength(2);
    expect(await sandbox.deliveries()).toMatchObject([
      { status: "succeeded", attempts: [{ status: 500 }, { status: 204 }] },
    ]);
  });

  it("is signed anew for each attempt, with the wall's time and not the account's", async () => {
    const { sandbox, vinr, wait } = await open();
    statuses = [500];
    await vinr.payments.create(newPayment);
    await sandbox.deliver();
    wait(1000);
    await sandbox.clock.advance({ minutes: 1 });
    const timestamps = received.map(({ headers }) => Number(headers["x-vinr-timestamp"]));
    expect(timestamps).toEqual([start / 1000, start / 1000 + 1]);
    expect(received[0]?.body).toBe(received[1]?.body);
  });

  it("stops when its endpoint is deleted", async () => {
    const { sandbox, vinr, endpoint } = await open();
    statuses = [500];
    await vinr.payments.create(newPayment);
    await sandbox.deliver();
    await vinr.webhooks.delete(endpoint.id);
    await sandbox.clock.advance({ days: 2 });
    expect(received).toHaveLength(1);
  });

  it("that reaches nobody is tried again", async () => {
    const { sandbox, vinr } = await open();
    await vinr.webhooks.create({ url: "https://127.0.0.1:1/hooks", enabled_events: ["payment.created"] });
    await vinr.payments.create(newPayment);
    await sandbox.deliver();
    const [, unreachable] = await sandbox.deliveries();
    expect(unreachable).toMatchObject({ status: "pending", attempts: [{ error: expect.any(String) }] });
  });

  it("comes at its own moment while the clock moves on: a receiver sees the account as it was then", async () => {
    const seen: unknown[] = [];
    const sandbox = createSandbox({
      now: () => start,
      send: async (_, { body }) => {
        const { type, data } = JSON.parse(String(body));
        seen.push([type, (await vinr.payments.retrieve(data.object.id)).status, (await sandbox.clock.now()) - start]);
        return new Response(null, { status: 204 });
      },
    });
    const vinr: Vinr = new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch });
    await vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
    await vinr.payments.create(newPayment);
    await sandbox.clock.advance({ days: 30 });
    expect(seen).toEqual([
      ["payment.created", "pending", 0],
      ["payment.expired", "expired", 86_400_000],
    ]);
  });

  it("waits in the sandbox where nothing may be sent, for a test to pass it on", async () => {
    const sandbox = createSandbox({ now: () => start });
    const vinr = new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch });
    const { secret = "" } = await vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
    await vinr.payments.create(newPayment);
    await sandbox.clock.advance({ hours: 1 });
    const [delivery] = await sandbox.deliveries();
    const { body = "", headers } = delivery ?? {};
    const [signature, timestamp] = [headers?.["x-vinr-signature"], headers?.["x-vinr-timestamp"]];
    expect(constructEvent(body, signature, timestamp, secret, { now: () => start }).type).toBe("payment.created");
    expect(delivery).toMatchObject({ status: "pending", attempts: [], url: "https://shop.example/hooks" });
  });
});

describe("what sends deliveries in a test", () => {
  const outcomeOf = async (send: NonNullable<SandboxOptions["send"]>) => {
    const sandbox = createSandbox({ send });
    const vinr = new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch });
    await vinr.webhooks.create({ url: "https://shop.example/webhooks", enabled_events: ["payment.created"] });
    await vinr.payments.create(newPayment);
    await sandbox.deliver();
    const [delivery] = await sandbox.deliveries();
    const { at: _, ...outcome } = delivery?.attempts[0] ?? { at: 0 };
    await sandbox.restore(structuredClone(await sandbox.snapshot()));
    return outcome;
  };

  it("may read the response", async () => {
    const send = async () => {
      const response = new Response("thanks");
      await response.text();
      return response;
    };
    expect(await outcomeOf(send)).toEqual({ status: 200 });
  });

  it("has five seconds, also where it does not look at the signal", { timeout: 20_000 }, async () => {
    const send = () =>
      new Promise<Response>((resolve) => setTimeout(resolve, 6_000, new Response(null, { status: 204 })));
    expect(await outcomeOf(send)).toEqual({ error: "The operation was aborted due to timeout" });
  });

  it.each(["200", 200.5, 1e9, 99, Number.NaN])("fails with the status %s, which is none", async (status) => {
    const { error } = await outcomeOf(async () => ({ status, headers: new Headers(), body: null }) as Response);
    expect(error).toBe(`The receiver responded with ${status}, which is not a status.`);
  });

  it("says what an error of another realm says, such as those of Node itself in Jest", async () => {
    const { error } = await outcomeOf(() => Promise.reject(runInNewContext("new TypeError('fetch failed')")));
    expect(error).toBe("fetch failed");
  });

  it.each([Object.create(null), Symbol("x"), undefined])(
    "fails where it throws what is not an error",
    async (thrown) => {
      const { error } = await outcomeOf(() => Promise.reject(thrown));
      expect(error).toBe("What sends deliveries has thrown something that is not an error.");
    },
  );
});
