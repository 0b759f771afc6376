import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Event, signDelivery } from "../src/index.js";
import { payment } from "./backend.js";

const secret = "whsec_ExampleOnlyNotASecret0000";
const now = Date.UTC(2026, 3, 15, 10, 31, 12, 345);
const event: Event = {
  id: "evt_1",
  object: "event",
  type: "payment.completed",
  created_at: "2026-04-15T10:31:12Z",
  data: { object: { ...payment, status: "completed" } },
};

const sign = (body: string, key: string) => createHmac("sha256", key).update(`1776249072.${body}`).digest("hex");

describe("signDelivery", () => {
  it("signs timestamp, dot and body with the whole secret, as HMAC-SHA256 in hex", async () => {
    const { body, headers } = await signDelivery(event, secret, now);
    expect(JSON.parse(body)).toEqual(event);
    expect(headers).toEqual({
      "content-type": "application/json",
      "x-vinr-timestamp": "1776249072",
      "x-vinr-signature": `v1=${sign(body, secret)}`,
    });
  });

  it("signs with both secrets while one rotates", async () => {
    const { body, headers } = await signDelivery(event, [secret, "whsec_new"], now);
    expect(headers["x-vinr-signature"]).toBe(`v1=${sign(body, secret)},v1=${sign(body, "whsec_new")}`);
  });

  it("takes no event that the specification does not have", async () => {
    const wrong = { ...event, data: { object: { ...payment, amount: 0.5 } } };
    await expect(signDelivery(wrong, secret, now)).rejects.toThrow(/data\.object\.amount must be an integer/);
  });

  it("checks what is sent, whatever an object turns into", async () => {
    const disguised = Object.assign(Object.create({ toJSON: () => ({ hacked: 1 }) }), event) as Event;
    await expect(signDelivery(disguised, secret, now)).rejects.toThrow("The event does not match the specification");
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY]])("takes no time such as %d", async (wrong) => {
    await expect(signDelivery(event, secret, wrong)).rejects.toThrow("now must be a number of milliseconds");
  });

  it("says what is missing where an environment variable is not set", async () => {
    const unset = process.env.NO_SUCH_SECRET as string;
    await expect(signDelivery(event, unset, now)).rejects.toThrow("secrets must be a secret of the webhook endpoint");
  });

  it.each([[""], ["sk_test_ExampleOnly"], ["whsec_"], ["whsec_a b"], [[]]])(
    "takes no secret such as %j",
    async (bad) => {
      const attempt = signDelivery(event, bad, now);
      await expect(attempt).rejects.toThrow(TypeError);
      await expect(attempt).rejects.not.toThrow(/ExampleOnly/);
    },
  );
});
