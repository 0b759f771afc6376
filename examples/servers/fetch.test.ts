import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { signPayload } from "@vinr/client";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { handle } from "./fetch.ts";
import { POST } from "./webhook.ts";

afterEach(() => vi.unstubAllEnvs());

async function start(handle: (request: Request) => Promise<Response>): Promise<string> {
  const server = createServer(getRequestListener(handle));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe("a server that speaks the Fetch standard", () => {
  const body = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };
  const create = async (change: object) => {
    const headers = { "content-type": "application/json" };
    const text = JSON.stringify({ ...body, ...change });
    return fetch(`${await start(handle)}/v1/payments`, { method: "POST", headers, body: text });
  };

  it("responds to a valid request, whose types it knows", async () => {
    const response = await create({});
    expect([response.status, await response.json()]).toEqual([201, { amount: 1000 }]);
  });

  it("rejects an invalid one with the response of the API", async () => {
    const response = await create({ amount: 0.5 });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: "parameter_invalid", param: "amount" } });
  });

  it("names the methods of a path where it has others", async () => {
    const response = await fetch(`${await start(handle)}/v1/refunds`, { method: "PUT" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, POST"]);
  });
});

describe("a webhook endpoint that validates what it takes", () => {
  const secret = "whsec_ExampleOnlyNotASecret0000";
  const event = {
    id: "evt_5kL9wQ",
    object: "event",
    type: "payment.completed",
    created_at: "2026-04-15T10:31:12Z",
    data: {
      object: {
        id: "pay_1234567890",
        object: "payment",
        status: "completed",
        amount: 1000,
        currency: "EUR",
        created_at: "2026-04-15T10:30:00Z",
        metadata: {},
      },
    },
  };

  /** Delivers as VINR does. */
  const deliver = async (payload: object, signedWith = secret): Promise<Response> => {
    vi.stubEnv("VINR_WEBHOOK_SECRET", secret);
    const text = JSON.stringify(payload);
    const headers = signPayload(text, signedWith, Math.floor(Date.now() / 1000));
    return fetch(await start(POST), { method: "POST", headers, body: text });
  };

  it("takes an event, and one of a type that is not known yet", async () => {
    expect((await deliver(event)).status).toBe(204);
    expect((await deliver({ ...event, type: "payment.reviewed" })).status).toBe(204);
  });

  it("rejects a delivery that another secret signed", async () => {
    expect((await deliver(event, "whsec_another")).status).toBe(400);
  });

  it("asks again for an event that is signed, but not what the API describes", async () => {
    const broken = { ...event, data: { object: { ...event.data.object, amount: "10.00" } } };
    const response = await deliver(broken);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject([{ message: 'data.object.amount must be an integer, got "10.00"' }]);
  });
});
