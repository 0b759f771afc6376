import { afterEach, describe, expect, it } from "vitest";
import { createTestClient } from "../../test/test-client.js";
import { constructEvent, isVinrWebhookError, signPayload, VinrError, VinrWebhookError } from "../index.js";
import type { WebhookOptions, WebhookPayload } from "./delivery.js";

const secret = "whsec_ExampleOnlyNotASecret0000";
const seconds = 1776249072;
const at = (offset: number): WebhookOptions => ({ now: () => (seconds + offset) * 1000 });
const event = { id: "evt_1", object: "event", type: "payment.completed", created_at: "2026-04-15T10:31:12Z", data: {} };
const body = JSON.stringify(event);
const headers = signPayload(body, secret, seconds);
const signature = headers["x-vinr-signature"];
const timestamp = headers["x-vinr-timestamp"];
const other = signPayload(body, "whsec_another", seconds)["x-vinr-signature"];

function webhookErrorOf(act: () => unknown): VinrWebhookError {
  try {
    act();
  } catch (error) {
    if (error instanceof VinrWebhookError) return error;
    throw error;
  }
  throw new Error("this delivery should have been rejected");
}

/** The error of a server that is at fault: a `VinrError`, and no `VinrWebhookError`. */
function serverErrorOf(act: () => unknown): VinrError {
  try {
    act();
  } catch (error) {
    if (error instanceof VinrError && !(error instanceof VinrWebhookError)) return error;
    throw error;
  }
  throw new Error("this should have failed");
}

describe("a signature", () => {
  it("is HMAC-SHA256 over timestamp, dot and body with the whole secret", () => {
    // Made by: printf '1776249072.{"id":"evt_1"}' | openssl dgst -sha256 -hmac whsec_ExampleOnlyNotASecret0000
    expect(signPayload('{"id":"evt_1"}', secret, seconds)).toEqual({
      "x-vinr-signature": "v1=3ba49cd19fd1dff9a6ed49284241c9f1433ec47cdaef251965e0a9ff8f3e29e6",
      "x-vinr-timestamp": "1776249072",
    });
  });
});

describe("a delivery", () => {
  it.each<[string, WebhookPayload]>([
    ["a string", body],
    ["bytes", new TextEncoder().encode(body)],
    ["a Buffer", Buffer.from(body)],
    ["a view into a larger buffer", Buffer.from(`..${body}..`).subarray(2, -2)],
    ["an ArrayBuffer", new TextEncoder().encode(body).buffer],
  ])("returns its event from %s", (_, payload) => {
    expect(constructEvent(payload, signature, timestamp, secret, at(0))).toEqual(event);
  });

  it("is verified over its bytes, also if they are not valid UTF-8", () => {
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(body)]);
    const signed = signPayload(bytes, secret, seconds)["x-vinr-signature"];
    expect(constructEvent(bytes, signed, timestamp, secret, at(0))).toEqual(event);
  });

  it("is accepted when one of several signatures matches", () => {
    expect(constructEvent(body, `${other}, ${signature}`, timestamp, secret, at(0))).toEqual(event);
  });

  it("is accepted when one of several secrets matches", () => {
    expect(constructEvent(body, signature, timestamp, ["whsec_new", secret], at(0))).toEqual(event);
  });

  it("is accepted with headers as Node gives repeated ones", () => {
    expect(constructEvent(body, [other, signature], [timestamp], secret, at(0))).toEqual(event);
  });

  it("of a new type passes through", () => {
    const text = JSON.stringify({ ...event, type: "payment.teleported" });
    const signed = signPayload(text, secret, seconds)["x-vinr-signature"];
    expect(constructEvent(text, signed, timestamp, secret, at(0)).type).toBe("payment.teleported");
  });

  it.each([-300, 300])("is accepted %i s away from the clock", (offset) => {
    expect(constructEvent(body, signature, timestamp, secret, at(offset))).toEqual(event);
  });

  it("is also compared with a clock that does not advance", () => {
    expect(constructEvent(body, signature, timestamp, secret, { now: seconds * 1000 })).toEqual(event);
    const act = () => constructEvent(body, signature, timestamp, secret, { now: (seconds + 301) * 1000 });
    expect(webhookErrorOf(act).code).toBe("timestamp_too_old");
  });

  it("is accepted as far away as the tolerance says", () => {
    expect(constructEvent(body, signature, timestamp, secret, { ...at(3600), tolerance: 3600 })).toEqual(event);
  });

  it.each([
    [301, "timestamp_too_old", "is 5 minutes 1 second behind this server's clock, and the tolerance is 5 minutes."],
    [-301, "timestamp_too_new", "is 5 minutes 1 second ahead of this server's clock, and the tolerance is 5 minutes."],
    [3600, "timestamp_too_old", "is 1 hour behind this server's clock"],
    [7_384, "timestamp_too_old", "is 2 hours 3 minutes behind this server's clock"],
    [-176_461, "timestamp_too_new", "is 2 days 1 hour ahead of this server's clock"],
    [1_776_249_072, "timestamp_too_old", "is 56 years 118 days behind this server's clock"],
  ])("is rejected %i s away from the clock", (offset, code, message) => {
    const error = webhookErrorOf(() => constructEvent(body, signature, timestamp, secret, at(offset)));
    expect([error.code, error.message]).toEqual([code, expect.stringContaining(message)]);
  });

  it.each([
    "abc",
    "1776249072.5",
    "-1776249072",
    " 1776249072",
    "0x69df",
    "1e9",
    "9".repeat(13),
    `${timestamp},${timestamp}`,
  ])("is rejected with the timestamp %j", (bad) => {
    expect(webhookErrorOf(() => constructEvent(body, signature, bad, secret, at(0))).code).toBe("timestamp_invalid");
  });

  it.each([
    ["signature", undefined, timestamp],
    ["signature", "", timestamp],
    ["signature", [], timestamp],
    ["timestamp", signature, null],
    ["timestamp", signature, Object.create(null)],
  ])("is rejected without its %s (%j)", (_, givenSignature, givenTimestamp) => {
    const act = () => constructEvent(body, givenSignature, givenTimestamp, secret, at(0));
    expect(webhookErrorOf(act).code).toBe("missing_header");
  });

  it.each([
    ["another secret's", other],
    ["upper-case hex", signature.replace(/[a-f]/g, (letter) => letter.toUpperCase())],
    ["without its version", signature.slice(3)],
    ["of another version", signature.replace("v1=", "v0=")],
    ["shorter", signature.slice(0, -2)],
    ["longer", `${signature}00`],
    ["no hex", `v1=${"z".repeat(64)}`],
    ["behind more than sixteen others", `${`${other},`.repeat(16)}${signature}`],
  ])("is rejected with a signature that is %s", (_, bad) => {
    expect(webhookErrorOf(() => constructEvent(body, bad, timestamp, secret, at(0))).code).toBe("no_match");
  });

  it("is rejected with another timestamp than the signed one", () => {
    expect(webhookErrorOf(() => constructEvent(body, signature, String(seconds + 1), secret, at(0))).code).toBe(
      "no_match",
    );
  });

  it("is rejected with another body than the signed one", () => {
    expect(webhookErrorOf(() => constructEvent(`${body} `, signature, timestamp, secret, at(0))).code).toBe("no_match");
  });

  it.each([
    ...["", undefined, [], [""], ["whsec_1", undefined as unknown as string]].map(
      (bad) => [bad, /secret is missing.*VINR_WEBHOOK_SECRET/] as const,
    ),
    ...[" whsec_1", "whsec_1\n", "sk_test_1", "pk_live_1"].map(
      (bad) => [bad, /must be the endpoint's, whsec_…/] as const,
    ),
  ])("is a fault of the server, not of the delivery, with the secret %j", (bad, message) => {
    const error = serverErrorOf(() => constructEvent(body, signature, timestamp, bad, at(0)));
    expect([error.code, error.message]).toEqual(["bad_secret", expect.stringMatching(message)]);
  });

  it("is a fault of the server, with a hint, if the body was parsed before", () => {
    const error = serverErrorOf(() => constructEvent(event as unknown as string, signature, timestamp, secret, at(0)));
    expect([error.code, error.message]).toEqual(["payload_not_raw", expect.stringContaining("raw body")]);
  });

  it.each([undefined, null])("is a fault of the server, which says that the body is missing: %s", (none) => {
    const error = serverErrorOf(() => constructEvent(none as unknown as string, signature, timestamp, secret, at(0)));
    expect([error.code, error.message]).toEqual(["payload_not_raw", expect.stringContaining("is missing")]);
  });

  it("that cannot be trusted is recognized across copies of the package, other errors are not", () => {
    const error = webhookErrorOf(() => constructEvent(`${body} `, signature, timestamp, secret, at(0)));
    const copy = Object.assign(new Error(error.message), { name: error.name, [Symbol.for("@vinr/client/error")]() {} });
    expect(
      [error, copy, new VinrError("", { code: "bad_secret" }), new Error("a"), null].map(isVinrWebhookError),
    ).toEqual([true, true, false, false, false]);
  });

  it.each(["hello", "", "null", "5", '"text"'])("is rejected if its body is %j, even if it is signed", (text) => {
    const signed = signPayload(text, secret, seconds)["x-vinr-signature"];
    expect(webhookErrorOf(() => constructEvent(text, signed, timestamp, secret, at(0))).code).toBe("payload_not_json");
  });

  it("is rejected if its bytes are not UTF-8, even if they are signed", () => {
    const bytes = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff]), Buffer.from('"}')]);
    const signed = signPayload(bytes, secret, seconds)["x-vinr-signature"];
    expect(webhookErrorOf(() => constructEvent(bytes, signed, timestamp, secret, at(0))).code).toBe("payload_not_json");
  });

  it("is rejected without showing its secret or its body", () => {
    const error = webhookErrorOf(() => constructEvent(body, other, timestamp, secret, at(0)));
    expect(JSON.stringify([error, error.stack])).not.toMatch(/whsec_Example|evt_1/);
  });
});

describe("signPayload", () => {
  it.each([undefined, "", 5, "sk_test_1"])("rejects the secret %j, as the verification does", (bad) => {
    expect(serverErrorOf(() => signPayload(body, bad as string)).code).toBe("bad_secret");
  });

  it.each([Number.NaN, 0.5, "1000"])("rejects the timestamp %j, with which no verification would pass", (bad) => {
    expect(serverErrorOf(() => signPayload(body, secret, bad as number)).code).toBe("invalid_argument");
  });
});

describe("vinr.webhooks.constructEvent", () => {
  const before = process.env.VINR_WEBHOOK_SECRET;
  afterEach(() => {
    process.env.VINR_WEBHOOK_SECRET = before;
    if (before === undefined) delete process.env.VINR_WEBHOOK_SECRET;
  });
  const server = { url: "http://127.0.0.1:1" };

  function signNow(now: number) {
    const signed = signPayload(body, secret, Math.floor(now / 1000));
    return [body, signed["x-vinr-signature"], signed["x-vinr-timestamp"]] as const;
  }

  it("verifies with the client's secret", () => {
    const { vinr, runtime } = createTestClient(server, { webhookSecret: secret });
    expect(vinr.webhooks.constructEvent(...signNow(runtime.now()))).toEqual(event);
  });

  it("verifies with the secret of the environment", () => {
    process.env.VINR_WEBHOOK_SECRET = secret;
    const { vinr, runtime } = createTestClient(server);
    expect(vinr.webhooks.constructEvent(...signNow(runtime.now()))).toEqual(event);
  });

  it("says where the secret is missing", () => {
    delete process.env.VINR_WEBHOOK_SECRET;
    const { vinr, runtime } = createTestClient(server);
    const error = serverErrorOf(() => vinr.webhooks.constructEvent(...signNow(runtime.now())));
    expect([error.code, error.message]).toEqual(["bad_secret", expect.stringContaining("VINR_WEBHOOK_SECRET")]);
  });
});
