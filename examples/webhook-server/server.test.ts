import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type Event, signPayload } from "@vinr/client";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createWebhookServer } from "./server.ts";

const secret = "whsec_ExampleOnlyNotASecret0000";
const body = JSON.stringify({
  id: "evt_5kL9wQ",
  object: "event",
  type: "payment.completed",
  created_at: "2026-04-15T10:31:12Z",
  data: { object: { id: "pay_1234567890", object: "payment" } },
});

async function start(handle: (event: Event) => Promise<void>, options: object = {}): Promise<string> {
  const server = createWebhookServer({ secret, handle, report: () => {}, ...options });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/vinr`;
}

/** Delivers as VINR does, and returns the status of the response. */
async function deliver(url: string, text = body, signedWith = secret): Promise<number> {
  const headers = signPayload(body, signedWith, Math.floor(Date.now() / 1000));
  const response = await fetch(url, { method: "POST", body: text, headers });
  return response.status;
}

describe("the webhook server", () => {
  it("handles a signed event", async () => {
    const types: string[] = [];
    const url = await start(async ({ type }) => void types.push(type));
    expect([await deliver(url), types]).toEqual([200, ["payment.completed"]]);
  });

  it("handles an event once if it is delivered twice", async () => {
    let count = 0;
    const url = await start(async () => void count++);
    expect([await deliver(url), await deliver(url), count]).toEqual([200, 200, 1]);
  });

  it("handles an event at its next delivery if the first one failed", async () => {
    let count = 0;
    const url = await start(async () => {
      if (++count === 1) throw new Error("the database is away");
    });
    expect([await deliver(url), await deliver(url), count]).toEqual([500, 200, 2]);
  });

  it("takes an event that is still handled only when that is done, and handles it again if it failed", async () => {
    let count = 0;
    let fail = (): void => {};
    const url = await start(async () => {
      if (++count > 1) return;
      await new Promise((_, reject) => {
        fail = () => reject(new Error("the database is away"));
      });
    });
    const statuses = [deliver(url)];
    await vi.waitFor(() => expect(count).toBe(1), { timeout: 20_000 });
    statuses.push(deliver(url), deliver(url));
    // Long enough for the others to be taken, if they were.
    await sleep(500);
    fail();
    expect([...(await Promise.all(statuses)), count]).toEqual([500, 500, 500, 1]);
    expect([await deliver(url), await deliver(url), count]).toEqual([200, 200, 2]);
  });

  it("handles an event once if it is delivered many times at once", async () => {
    let count = 0;
    const url = await start(async () => {
      count++;
      await sleep(20);
    });
    const statuses = await Promise.all(Array.from({ length: 5 }, () => deliver(url)));
    expect([...statuses, count]).toEqual([200, 200, 200, 200, 200, 1]);
  });

  it("rejects a body that was changed on the way", async () => {
    let count = 0;
    const url = await start(async () => void count++);
    expect([await deliver(url, `${body} `), count]).toEqual([400, 0]);
  });

  it("without a secret reports its own fault, and lets VINR deliver again", async () => {
    const report = vi.fn();
    const url = await start(async () => {}, { secret: undefined, report });
    expect(await deliver(url)).toBe(500);
    expect(report).toHaveBeenCalledWith(expect.objectContaining({ code: "bad_secret" }));
  });

  it("rejects a delivery that another secret signed", async () => {
    const url = await start(async () => {});
    expect(await deliver(url, body, "whsec_another")).toBe(400);
  });

  it("reads no body of a delivery without its headers", async () => {
    const url = await start(async () => {});
    const response = await fetch(url, { method: "POST", body });
    expect(response.status).toBe(400);
  });

  it("rejects a body that is larger than any event, or hangs up", async () => {
    const url = await start(async () => {});
    const large = "x".repeat(5_000_000);
    const status = await fetch(url, { method: "POST", body: large, headers: signPayload(large, secret) }).then(
      (response) => response.status,
      () => "hung up",
    );
    expect([413, "hung up"]).toContain(status);
  });
});
