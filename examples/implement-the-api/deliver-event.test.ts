import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { constructEventFromRequest, isVinrError } from "@vinr/client";
import type { Event } from "@vinr/server";
import { describe, expect, it, onTestFinished } from "vitest";
import { deliverEvent } from "./deliver-event.ts";

const oldSecret = "whsec_ExampleOnlyOldSecret";
const newSecret = "whsec_ExampleOnlyNewSecret";
const event: Event = {
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

/** A merchant's endpoint, which verifies with one secret. Returns its URL, and the events that it took. */
async function startReceiver(secret: string): Promise<{ url: string; received: unknown[] }> {
  const received: unknown[] = [];
  const url = await startServer(async (request) => {
    try {
      received.push(await constructEventFromRequest(request, secret));
      return new Response(null, { status: 204 });
    } catch (error) {
      return new Response(isVinrError(error) ? error.code : "", { status: 400 });
    }
  });
  return { url, received };
}

async function startServer(handle: (request: Request) => Promise<Response> | Response): Promise<string> {
  const server = createServer(getRequestListener(handle));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;
}

describe("a delivery", () => {
  it.each([
    ["before", [oldSecret], oldSecret],
    ["during", [newSecret, oldSecret], oldSecret],
    ["during", [newSecret, oldSecret], newSecret],
    ["after", [newSecret], newSecret],
  ])("%s a rotation, signed with %j, is verified with %s", async (_, secrets, secret) => {
    const { url, received } = await startReceiver(secret);
    expect(await deliverEvent(event, { url, secrets }, 1)).toEqual({ kind: "delivered" });
    expect(received).toEqual([event]);
  });

  it("signed with another secret is rejected, and retried by the schedule", async () => {
    const { url, received } = await startReceiver(oldSecret);
    const outcomes = [];
    for (let attempt = 1; attempt <= 6; attempt++) {
      outcomes.push(await deliverEvent(event, { url, secrets: ["whsec_another"] }, attempt));
    }
    const retries = [60, 300, 1800, 7200, 86_400].map((afterSeconds) => ({ kind: "retry", afterSeconds }));
    expect([received, outcomes]).toEqual([[], [...retries, { kind: "failed" }]]);
  });

  it("follows no redirect, and gives up on a server that is not there", async () => {
    const { url, received } = await startReceiver(oldSecret);
    const redirect = await startServer(() => new Response(null, { status: 307, headers: { location: url } }));
    const outcome = { kind: "retry", afterSeconds: 60 };
    expect(await deliverEvent(event, { url: redirect, secrets: [oldSecret] }, 1)).toEqual(outcome);
    expect(await deliverEvent(event, { url: "http://127.0.0.1:1/", secrets: [oldSecret] }, 1)).toEqual(outcome);
    expect(received).toEqual([]);
  });
});
