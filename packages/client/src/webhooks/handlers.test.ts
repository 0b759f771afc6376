import { createHmac } from "node:crypto";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createTestClient } from "../../test/test-client.js";
import { eventExamples } from "../generated/examples.js";
import {
  constructEventAsync,
  constructEventFromRequest,
  type Event,
  signPayload,
  VinrWebhookError,
  WebhookHandlers,
} from "../index.js";

const secret = "whsec_ExampleOnlyNotASecret0000";
const event = { id: "evt_1", object: "event", type: "payment.completed", created_at: "2026-04-15T10:31:12Z", data: {} };
const body = JSON.stringify(event);

function deliver(text = body, signedWith = secret): Request {
  const headers = signPayload(body, signedWith);
  return new Request("https://shop.example/webhooks", { method: "POST", body: text, headers });
}

function cut(): Request {
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error("cut")) });
  const init = { body, duplex: "half" };
  return new Request(deliver(), init);
}

function locked(): Request {
  const request = deliver();
  request.body?.getReader();
  return request;
}

describe("constructEventFromRequest", () => {
  it("verifies a Request and returns its event", async () => {
    expect(await constructEventFromRequest(deliver(), secret)).toEqual(event);
  });

  it("accepts several secrets", async () => {
    expect(await constructEventFromRequest(deliver(), ["whsec_new", secret])).toEqual(event);
  });

  it.each([
    ["changed", () => deliver(`${body} `), "no_match"],
    ["signed by another secret", () => deliver(body, "whsec_other"), "no_match"],
    ["without headers", () => new Request("https://shop.example", { method: "POST", body }), "missing_header"],
  ])("rejects a Request that is %s", async (_, make, code) => {
    await expect(constructEventFromRequest(make(), secret)).rejects.toMatchObject({ code });
  });

  it("rejects a Request that was already read, with a hint", async () => {
    const request = deliver();
    await request.json();
    const error = await constructEventFromRequest(request, secret).catch((reason: unknown) => reason);
    expect(error).not.toBeInstanceOf(VinrWebhookError);
    expect(error).toMatchObject({ code: "payload_not_raw", message: expect.stringContaining("already read") });
  });

  it("rejects a Request whose connection was cut", async () => {
    const error = await constructEventFromRequest(cut(), secret).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(VinrWebhookError);
    expect(error).toMatchObject({ code: "payload_cut" });
  });

  it.each([
    ["being read by another", locked()],
    ["a plain object", { headers: {}, body }],
    ["not there", null],
  ])("rejects a Request that is %s", async (_, request) => {
    const call = constructEventFromRequest(request as Request, secret);
    await expect(call).rejects.toMatchObject({ code: "payload_not_raw" });
  });

  it("is a method of the client's, with its secret", async () => {
    const { vinr } = createTestClient({ url: "http://127.0.0.1:1" }, { webhookSecret: secret, runtime: {} });
    expect(await vinr.webhooks.constructEventFromRequest(deliver())).toEqual(event);
  });
});

describe("constructEventAsync", () => {
  it.each([
    ["a string", body],
    ["bytes", new TextEncoder().encode(body)],
    ["a view into a larger buffer", Buffer.from(`..${body}..`).subarray(2, -2)],
    ["an ArrayBuffer", new TextEncoder().encode(body).buffer],
  ])("agrees with node:crypto over %s", async (_, payload) => {
    const now = 1776249072;
    const hex = createHmac("sha256", secret).update(`${now}.`).update(body).digest("hex");
    const options = { now: () => now * 1000 };
    expect(await constructEventAsync(payload, `v1=${hex}`, String(now), secret, options)).toEqual(event);
  });
});

describe("a delivery whose bytes change while it is verified", () => {
  const forged = body.replace("evt_1", "evt_2");

  /** Bytes that a server reuses for its next request: at once, or when the verification has read them. */
  function reuse(when: "at once" | "later") {
    const bytes = new TextEncoder().encode(body);
    const overwrite = () => bytes.set(new TextEncoder().encode(forged));
    const { subtle } = crypto;
    const sign = subtle.sign.bind(subtle);
    const spy = vi.spyOn(subtle, "sign").mockImplementation((...args) => {
      overwrite();
      return sign(...args);
    });
    onTestFinished(() => spy.mockRestore());
    return { bytes, next: when === "at once" ? overwrite : () => {} };
  }

  const { "x-vinr-signature": signature, "x-vinr-timestamp": timestamp } = signPayload(body, secret);

  it.each([
    ["bytes", "at once"],
    ["bytes", "later"],
    ["an ArrayBuffer", "at once"],
    ["a DataView", "later"],
  ] as const)("is the one that came, as %s reused %s", async (kind, when) => {
    const { bytes, next } = reuse(when);
    const { buffer } = bytes;
    const payload = { bytes, "an ArrayBuffer": buffer, "a DataView": new DataView(buffer) }[kind] as Uint8Array;
    const verified = constructEventAsync(payload, signature, timestamp, secret);
    next();
    expect(await verified).toEqual(event);
  });

  it("is the one that came, as a body that is streamed", async () => {
    const { bytes } = reuse("later");
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(bytes);
        controller.close();
      },
    });
    const init = { method: "POST", headers: deliver().headers, body: stream, duplex: "half" };
    const request = new Request("https://shop.example/webhooks", init);
    expect(await constructEventFromRequest(request, secret)).toEqual(event);
  });
});

describe("webhook handlers", () => {
  const of = (type: string) => ({ ...event, type }) as Event;

  it("handle events by their type", async () => {
    const seen: string[] = [];
    const handlers = new WebhookHandlers()
      .on("payment.completed", ({ type }) => seen.push(type))
      .on("refund.created", () => seen.push("wrong"));
    await handlers.handle(of("payment.completed"));
    expect(seen).toEqual(["payment.completed"]);
  });

  it("of one type are called one after another", async () => {
    const seen: number[] = [];
    const handlers = new WebhookHandlers()
      .on("payment.completed", async () => {
        await new Promise(setImmediate);
        seen.push(1);
      })
      .on("payment.completed", () => seen.push(2));
    await handlers.handle(of("payment.completed"));
    expect(seen).toEqual([1, 2]);
  });

  it("leave types without a handler, and new ones, to the fallback", async () => {
    const seen: string[] = [];
    const handlers = new WebhookHandlers().on("payment.completed", () => {}).otherwise(({ type }) => seen.push(type));
    for (const type of ["payment.completed", "refund.created", "payment.teleported", "constructor", "__proto__"]) {
      await handlers.handle(of(type));
    }
    expect(seen).toEqual(["refund.created", "payment.teleported", "constructor", "__proto__"]);
  });

  it.each(["payment.complete", "constructor", undefined])("are not registered for a misspelt type: %s", (type) => {
    expect(() => new WebhookHandlers().on(type as "payment.completed", () => {})).toThrow(
      `There is no event type ${type}; newer ones go to otherwise(). The event types are payment.created,`,
    );
  });

  it("must be functions", () => {
    expect(() => new WebhookHandlers().on("payment.completed", undefined as never)).toThrow(/must be a function/);
  });

  it.each(Object.keys(eventExamples) as (keyof typeof eventExamples)[])("may be registered for %s", (type) => {
    expect(() => new WebhookHandlers().on(type, () => {})).not.toThrow();
  });

  it("let a type pass without a fallback", async () => {
    await expect(new WebhookHandlers().handle(of("payment.teleported"))).resolves.toBeUndefined();
  });

  it("respond with 200, and with 400 to a delivery that cannot be trusted", async () => {
    const seen: string[] = [];
    const handlers = new WebhookHandlers().on("payment.completed", ({ id }) => seen.push(id));
    const good = await handlers.receive(deliver(), secret);
    const bad = await handlers.receive(deliver(`${body} `), secret);
    expect([good.status, bad.status, await bad.text(), seen]).toEqual([200, 400, "no_match", ["evt_1"]]);
  });

  it("pass on that the server has no secret, instead of blaming the delivery", async () => {
    await expect(new WebhookHandlers().receive(deliver(), undefined)).rejects.toMatchObject({ code: "bad_secret" });
  });

  it("pass on what a handler throws, so that VINR delivers again", async () => {
    const handlers = new WebhookHandlers().on("payment.completed", () => {
      throw new Error("the database is away");
    });
    await expect(handlers.receive(deliver(), secret)).rejects.toThrow("the database is away");
  });
});
