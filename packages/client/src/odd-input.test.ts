/** Callers without TypeScript, broken transports and forged deliveries: all of them cause an error of this package. */
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { apiError, startServer } from "../test/scripted-server.js";
import { createTestClient, errorOf, newPayment, payment } from "../test/test-client.js";
import { constructEvent, isVinrError, signPayload } from "./index.js";

const nowhere = { url: "http://127.0.0.1:1" };

describe("a call is rejected", () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, 0, -1, 1.5, "5"])("with a timeout of %s", async (timeout) => {
    const call = createTestClient(nowhere).vinr.payments.retrieve("pay_1", { timeout: timeout as number });
    expect(await errorOf(call)).toMatchObject({ code: "invalid_option", attempts: 0 });
  });

  it.each([
    ["x", null],
    ["x", 5],
    ["x", "a\nb"],
    ["x", "€"],
    ["a b", "x"],
    ["", "x"],
  ])("with the header %j of %j", async (name, value) => {
    const headers = { [name]: value } as Record<string, string>;
    const call = createTestClient(nowhere).vinr.payments.retrieve("pay_1", { headers });
    expect(await errorOf(call)).toMatchObject({ code: "invalid_option", attempts: 0 });
  });

  it.each([null, [["x", "1"]], new Headers({ x: "1" }), new Map([["x", "1"]])])(
    "with headers that are not a plain object (%#)",
    async (headers) => {
      const call = createTestClient(nowhere).vinr.payments.retrieve("pay_1", { headers: headers as never });
      expect(await errorOf(call)).toMatchObject({ code: "invalid_option", attempts: 0 });
    },
  );

  it.each(["a\nb", "a\r\n", " a", "a ", "a\u0000"])("with the idempotency key %j", async (idempotencyKey) => {
    const call = createTestClient(nowhere).vinr.payments.create(newPayment, { idempotencyKey });
    expect(await errorOf(call)).toMatchObject({ code: "invalid_option", attempts: 0 });
  });

  it.each([
    5,
    "a",
    [1],
    Symbol("a"),
    { limit: Symbol("a") },
    { limit: Object.create(null) },
    new URLSearchParams("a=1"),
  ])("with parameters that no query can hold (%#)", async (params) => {
    const call = createTestClient(nowhere).vinr.payments.list(params as object);
    expect(await errorOf(call)).toMatchObject({ code: "invalid_argument", attempts: 0 });
  });

  it.each([null, 5, "x", [], Symbol("a"), { amount: 1n }, new Map(), new FormData()])(
    "with a body that is not a JSON object (%#)",
    async (body) => {
      const call = createTestClient(nowhere).vinr.payments.create(body as never);
      expect(await errorOf(call)).toMatchObject({ code: "invalid_argument", attempts: 0 });
    },
  );
});

describe("the option fetch", () => {
  const odd = [null, undefined, 5, "text", {}, Symbol("a"), Object.create(null), { status: 200 }];

  it.each([
    ...odd,
    { status: 99, headers: new Headers(), text: async () => "{}" },
    { status: Number.NaN, headers: new Headers(), text: async () => "{}" },
    { status: 200, headers: new Headers() },
    { status: 200, text: async () => "{}" },
  ])(
    "that resolves with something else than a response is named as the problem, and not called again (%#)",
    async (response) => {
      const fetch = async () => response as Response;
      expect(await errorOf(createTestClient(nowhere, { fetch }).vinr.payments.create(newPayment))).toMatchObject({
        name: "VinrConnectionError",
        code: "fetch_invalid",
        message: expect.stringContaining("the option fetch must resolve with a Response. It may have taken effect"),
        attempts: 1,
      });
    },
  );

  it.each([
    [null, "nothing"],
    [undefined, "nothing"],
    [5, "without a valid status"],
    ["text", "without a valid status"],
    [{}, "without a valid status"],
    [Symbol("a"), "without a valid status"],
    [Object.create(null), "without a valid status"],
    [{ status: 99 }, "without a valid status"],
    [{ status: 200, headers: new Headers() }, "without headers or text()"],
    [{ status: 200, text: async () => "{}" }, "without headers or text()"],
  ])("that resolves with %o is told as what it resolved with", async (response, problem) => {
    const fetch = async () => response as Response;
    const error = await errorOf(createTestClient(nowhere, { fetch }).vinr.payments.create(newPayment));
    expect(error).toMatchObject({ code: "fetch_invalid", message: expect.stringContaining(problem) });
  });

  it.each([...odd, { message: 5 }])("that rejects with anything ends in a VinrError (%#)", async (reason) => {
    const fetch = () => Promise.reject(reason);
    const { vinr } = createTestClient(nowhere, { fetch, maxRetries: 0 });
    expect(await errorOf(vinr.payments.create(newPayment))).toMatchObject({ code: "connection_failed" });
  });

  it("of another realm is understood, too", async () => {
    const reason = runInNewContext(`
      const cause = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
      Object.assign(new TypeError("fetch failed"), { cause });`);
    const { vinr } = createTestClient(nowhere, { fetch: () => Promise.reject(reason), maxRetries: 0 });
    expect(await errorOf(vinr.payments.create(newPayment))).toMatchObject({
      code: "not_connected",
      cause: { name: "TypeError", message: "fetch failed" },
    });
  });
});

describe("a Retry-After", () => {
  it.each([
    ["0.5", 500],
    ["Thu, 01 Jan 1970 00:00:00 GMT", 0],
    ["2, 3", 250],
    ["+2", 250],
    ["NaN", 250],
    ["Infinity", 250],
    ["0x10", 250],
  ])("of %j makes the client wait %i ms", async (value, wait) => {
    const server = await startServer(apiError(429, "rate_limited", { "retry-after": value }), {
      status: 200,
      body: payment,
    });
    const { vinr, runtime } = createTestClient(server);
    await vinr.payments.retrieve("pay_1");
    expect(runtime.waits).toEqual([wait]);
  });

  it.each(["99999999999999999999", "9".repeat(400), "Fri, 31 Dec 9999 23:59:59 GMT"])(
    "of %j ends the call at once",
    async (value) => {
      const server = await startServer(apiError(429, "rate_limited", { "retry-after": value }));
      const { vinr, runtime } = createTestClient(server);
      expect(await errorOf(vinr.payments.retrieve("pay_1"))).toMatchObject({ code: "rate_limited", attempts: 1 });
      expect(runtime.waits).toEqual([]);
    },
  );
});

describe("a delivery", () => {
  const secret = "whsec_ExampleOnlyNotASecret0000";
  const body = '{"id":"evt_1"}';
  const options = { now: () => 1_000_000 };
  const verify = (payload: unknown, timestamp: unknown = "1000", by: unknown = secret) => {
    const text = typeof payload === "string" ? payload : body;
    const signature = signPayload(text, secret, 1000)["x-vinr-signature"];
    return constructEvent(payload as string, signature, timestamp as string, by as string, options);
  };
  const codeOf = (act: () => unknown) => {
    try {
      return act();
    } catch (error) {
      if (isVinrError(error)) return error.code;
      throw error;
    }
  };

  it.each(["+1000", "1000 ", "1e3", "1000.0", "１０００", " ", "1000\n"])(
    "with the timestamp %j is rejected",
    (timestamp) => {
      expect(codeOf(() => verify(body, timestamp))).toBe("timestamp_invalid");
    },
  );

  it("with a timestamp in milliseconds is rejected as too new", () => {
    expect(codeOf(() => verify(body, "1000000"))).toBe("timestamp_too_new");
  });

  it.each([5, {}, null, [null], [5], true, Symbol("a"), "a b"])("is rejected with an odd secret (%#)", (odd) => {
    expect(codeOf(() => verify(body, "1000", odd))).toBe("bad_secret");
  });

  it.each([{ id: 1 }, 5, Symbol("a"), Object.create(null), new Blob([])])(
    "is rejected with a hint if its body is neither text nor bytes (%#)",
    (payload) => {
      expect(() => verify(payload)).toThrow(
        "The body was parsed before it was verified. Pass the raw body, as a string or bytes.",
      );
    },
  );

  it.each([null, undefined, {}])("has the default tolerance with the options %j", (none) => {
    const signature = signPayload(body, secret, 1000)["x-vinr-signature"];
    expect(codeOf(() => constructEvent(body, signature, "1000", secret, none ?? undefined))).toBe("timestamp_too_old");
    expect(codeOf(() => constructEvent(body, signature, "1000", secret, none as object))).toBe("timestamp_too_old");
  });

  it("is accepted as a DataView, and as an ArrayBuffer of another realm", () => {
    const bytes = new TextEncoder().encode(`..${body}`);
    const foreign: ArrayBuffer = runInNewContext(`new Uint8Array([${[...bytes.subarray(2)]}]).buffer`);
    expect([verify(new DataView(bytes.buffer, 2)), verify(foreign)]).toEqual([{ id: "evt_1" }, { id: "evt_1" }]);
  });

  it("is accepted as text that kept its byte order mark", () => {
    expect(verify(`\ufeff${body}`)).toEqual({ id: "evt_1" });
  });

  it("is rejected if it is a list, even if it is signed", () => {
    expect(codeOf(() => verify("[]"))).toBe("payload_not_json");
  });

  it("is rejected after sixteen wrong signatures, however many follow", () => {
    const { "x-vinr-signature": right } = signPayload(body, secret, 1000);
    const many = [...Array(1000).fill(`v1=${"0".repeat(64)}`), right].join();
    expect(codeOf(() => constructEvent(body, many, "1000", secret, options))).toBe("no_match");
  });
});
