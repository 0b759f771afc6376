/** The sandbox over HTTP: whom it serves, and the deliveries that it sends. */
import { once } from "node:events";
import { createServer, get, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { constructEvent, Vinr } from "@vinr/client";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { readOptions } from "../src/cli/options.js";
import type { RunningSandbox } from "../src/cli/serve.js";
import { send } from "./testing/raw.js";
import { type ServeOptions, serveForTest } from "./testing/serve.js";

const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

let errors: unknown[];
let sandbox: RunningSandbox;
beforeEach(() => {
  errors = [];
});
afterEach(async () => {
  await sandbox.close();
  expect(errors).toEqual([]);
});

const serve = async (changed: Partial<ServeOptions> = {}): Promise<string> => {
  sandbox = await serveForTest((error) => errors.push(error), changed);
  return sandbox.origin;
};

/** Sends a request with headers that `fetch` does not let one set. */
async function ask(url: string, headers: Record<string, string> = {}) {
  const request = get(url, { headers: { authorization: "Bearer sk_test_1", ...headers }, agent: false });
  const [response] = (await once(request, "response")) as [IncomingMessage];
  let text = "";
  for await (const chunk of response.setEncoding("utf8")) text += chunk;
  return { status: response.statusCode, headers: response.headers, error: JSON.parse(text).error };
}

describe("a server on this machine", () => {
  it.each([
    "localhost",
    "LOCALHOST:80",
    "127.0.0.1",
    "127.0.0.1:4020",
    "127.0.0.1:",
    "[::1]:4020",
    "[0:0:0:0:0:0:0:1]",
  ])("serves the Host %s", async (host) => {
    const origin = await serve();
    expect((await ask(`${origin}/v1/payments`, { host })).status).toBe(200);
  });

  // The last ones have the characters of a host, and no URL can have them.
  const impossible = ["1.2.3.4.5", "127.0.0.256", "evil.1", "foo.0x", "xn--a", "999999999999", "127.0.0.1:99999"];

  it.each(["shop.example", "localhost.shop.example", "192.168.1.7", "127.0.0.1.shop.example:4020", ...impossible])(
    "rejects the Host %s, which may be a page that reached this machine through its name server",
    async (host) => {
      const origin = await serve();
      const { status, error } = await ask(`${origin}/v1/payments`, { host });
      expect([status, error.code]).toEqual([403, "permission_denied"]);
      expect(error.message).toContain("The header Host must name this server, such as 127.0.0.1");
    },
  );

  it.each([
    ["GET /v1/payments HTTP/1.1", "Host: a@b", 403, "permission_denied"],
    ["GET /v1/payments HTTP/1.1", "Host: evil.example/@localhost", 403, "permission_denied"],
    ["GET /v1/payments HTTP/1.1", "Host: localhost:", 401, "api_key_missing"],
    ["GET /v1/payments HTTP/1.0", "Accept: */*", 403, "permission_denied"],
    ["GET http://1.2.3.4.5/v1/nothing?a=\\ HTTP/1.1", "Host: 127.0.0.1", 404, "route_not_found"],
    ["GET http://localhost HTTP/1.1", "Host: 127.0.0.1:1", 200, undefined],
    ["GET /v1\\nothing HTTP/1.1", "Host: 127.0.0.1", 404, "route_not_found"],
    ["OPTIONS * HTTP/1.1", "Host: 127.0.0.1", 404, "route_not_found"],
  ])("responds to an address that no URL has, such as %s with %s", async (line, header, status, code) => {
    const origin = await serve();
    const { status: given, text } = await send(origin, [line, header]);
    expect([given, /"code":"(\w+)"/.exec(text)?.[1]]).toEqual([status, code]);
  });

  it("tells a load balancer that speaks HTTP/1.0, without a Host, that it is healthy", async () => {
    expect((await send(await serve(), ["GET /healthz HTTP/1.0"])).status).toBe(200);
  });

  it.each(["https://shop.example", "null", "app://localhost", "http://localhost.shop.example:3000"])(
    "rejects the Origin %s",
    async (from) => {
      const origin = await serve();
      const { status, error } = await ask(`${origin}/v1/payments`, { origin: from });
      expect([status, error.message]).toEqual([
        403,
        expect.stringContaining("The header Origin must name this server"),
      ]);
    },
  );

  it("serves a page of this machine, and tells browsers of no other origin", async () => {
    const origin = await serve();
    const { status, headers } = await ask(`${origin}/v1/payments`, { origin: "http://localhost:3000" });
    expect(status).toBe(200);
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  it("on all addresses serves each address, and still not every name", async () => {
    const origin = (await serve({ host: "0.0.0.0", isHosted: false })).replace("0.0.0.0", "127.0.0.1");
    expect((await ask(`${origin}/v1/payments`, { host: "192.168.1.7:4020" })).status).toBe(200);
    for (const host of ["shop.example", "127.0.0.256", "999999999999"])
      expect((await ask(`${origin}/v1/payments`, { host })).status).toBe(403);
  });

  it.each([
    ["0", "0.0.0.0"],
    ["::0", "[::]"],
    ["127.1", "127.0.0.1"],
    ["0:0:0:0:0:0:0:1", "[::1]"],
    ["::ffff:127.0.0.1", "127.0.0.1"],
    ["LOCALHOST", "localhost"],
  ])("that listens on %s serves the address that it prints, at %s", async (given, hostname) => {
    const { host } = readOptions(["--host", given]);
    const origin = await serve({ host, isHosted: false });
    expect([new URL(origin).hostname, (await ask(`${origin}/v1/payments`)).status]).toEqual([hostname, 200]);
  });

  it("says where the API is, on every other path", async () => {
    const origin = await serve();
    const { status, error } = await ask(`${origin}/favicon.ico`);
    expect([status, error.code, error.message]).toEqual([
      404,
      "route_not_found",
      "There is no path /favicon.ico: the API is at /v1, such as /v1/payments, and the control API at /sandbox.",
    ]);
  });
});

describe("the rate limit", () => {
  const remainingOf = async (url: string): Promise<string | null> => {
    const response = await fetch(url, { headers: { "x-api-key": "sk_test_1" } });
    expect(response.status).toBe(200);
    return response.headers.get("x-ratelimit-remaining");
  };

  it("is only told of, so that tests do not meet it", async () => {
    const origin = await serve();
    expect(await remainingOf(`${origin}/v1/payments`)).toBe("50");
  });

  it("is enforced where it is asked for, and not in the control API", async () => {
    const origin = await serve({ hasRateLimit: true });
    expect(await remainingOf(`${origin}/v1/payments`)).toBe("49");
    expect(await remainingOf(`${origin}/sandbox/clock`)).toBe("50");
  });

  it("is each key's own, and not its account's", async () => {
    const origin = await serve({ hasRateLimit: true });
    const created = await fetch(`${origin}/sandbox/restricted-keys`, {
      method: "POST",
      headers: { authorization: "Bearer sk_test_1", "content-type": "application/json" },
      body: JSON.stringify({ permissions: ["payments:read"] }),
    });
    const { key } = await created.json();
    for (let count = 0; count < 5; count++) await remainingOf(`${origin}/v1/payments`);
    const headers = { authorization: `Bearer ${key}` };
    const response = await fetch(`${origin}/v1/payments`, { headers });
    expect([response.status, response.headers.get("x-ratelimit-remaining")]).toEqual([200, "49"]);
  });

  it("is told of by a fault, and a request beyond it uses up none", async () => {
    // No bucket is filled meanwhile, however long the requests take.
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const origin = await serve({ hasRateLimit: true });
    const headers = { authorization: "Bearer sk_test_1", "content-type": "application/json" };
    const body = JSON.stringify({ operation: "*", status: 500, times: 100 });
    await fetch(`${origin}/sandbox/faults`, { method: "POST", headers, body });
    const told: string[] = [];
    for (let count = 0; count < 52; count++) {
      const response = await fetch(`${origin}/v1/payments`, { headers });
      told.push(`${response.status}, ${response.headers.get("x-ratelimit-remaining")}`);
    }
    expect([told[0], ...told.slice(-3)]).toEqual(["500, 49", "500, 0", "429, 0", "429, 0"]);
    const { data } = await (await fetch(`${origin}/sandbox/faults`, { headers })).json();
    expect(data).toMatchObject([{ count: 50 }]);
  });
});

describe("deliveries", () => {
  interface Received {
    readonly url: string | undefined;
    readonly headers: IncomingHttpHeaders;
    readonly body: string;
  }

  /** A merchant's server that responds with the statuses in turn. */
  let received: Received[];
  let shop: ReturnType<typeof createServer>;
  let forwardTo: string;
  beforeEach(async () => {
    received = [];
    shop = createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request.setEncoding("utf8")) body += chunk;
      received.push({ url: request.url, headers: request.headers, body });
      shop.emit("received");
      response.writeHead(204).end();
    });
    shop.listen(0, "127.0.0.1");
    await once(shop, "listening");
    forwardTo = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
  });
  afterEach(() => void shop.close());

  const arrivals = async (count: number): Promise<void> => {
    while (received.length < count) await once(shop, "received");
  };

  it("of all events of all accounts go to where --forward-to says, with a path, also where no endpoint is registered", async () => {
    const origin = await serve({ forwardTo: `${forwardTo}/hooks?from=vinr` });
    const payments = [];
    for (const secretKey of ["sk_test_shop", "sk_test_another"]) {
      payments.push(await new Vinr({ secretKey, baseUrl: `${origin}/v1` }).payments.create(newPayment));
      await arrivals(payments.length);
    }
    const seen = received.map(({ url, headers, body }) => {
      const [signature, timestamp] = [headers["x-vinr-signature"], headers["x-vinr-timestamp"]];
      const event = constructEvent(body, signature, timestamp, sandbox.forwardSecret ?? "");
      return [url, event.type, event.data.object.id];
    });
    expect(seen).toEqual(payments.map(({ id }) => ["/hooks?from=vinr", "payment.created", id]));
  });

  it("are forwarded beside those to registered endpoints, which the API alone shows", async () => {
    const origin = await serve({ forwardTo });
    const vinr = new Vinr({ secretKey: "sk_test_shop", baseUrl: `${origin}/v1` });
    const endpoint = await vinr.webhooks.create({ url: "https://127.0.0.1:1/hooks", enabled_events: ["*"] });
    await vinr.payments.create(newPayment);
    await arrivals(1);
    expect((await vinr.webhooks.list()).data.map(({ id }) => id)).toEqual([endpoint.id]);
    const headers = { authorization: "Bearer sk_test_shop" };
    await fetch(`${origin}/sandbox/delivery-runs`, { method: "POST", headers });
    const { data } = await (await fetch(`${origin}/sandbox/deliveries`, { headers })).json();
    const seen = data.map(({ endpoint: id, status }: { endpoint: string; status: string }) => [id, status]);
    expect(seen).toEqual(
      expect.arrayContaining([
        [endpoint.id, "pending"],
        ["we_forward", "succeeded"],
      ]),
    );
  });

  it("are signed with the same secret after a restart, and with another one by another seed", async () => {
    const secrets: (string | undefined)[] = [];
    for (const seed of ["a", "a", "b"]) {
      await serve({ forwardTo, seed });
      secrets.push(sandbox.forwardSecret);
      await sandbox.close();
    }
    await serve();
    expect([secrets[0], secrets[2]]).not.toEqual([secrets[1], secrets[1]]);
    expect(secrets[0]).toBe(secrets[1]);
    expect(sandbox.forwardSecret).toBe(undefined);
  });

  it("of a burst are each sent once", async () => {
    const origin = await serve({ forwardTo });
    const vinr = new Vinr({ secretKey: "sk_test_shop", baseUrl: `${origin}/v1` });
    await Promise.all(Array.from({ length: 20 }, () => vinr.payments.create(newPayment)));
    await arrivals(20);
    await sandbox.close();
    const ids = received.map(({ body }) => JSON.parse(body).id);
    expect([ids.length, new Set(ids).size]).toEqual([20, 20]);
    await serve();
  });
});
