/** Faults of requests, in a test: by `sandbox.faults`. */
import { isVinrError, Vinr } from "@vinr/client";
import { ApiError } from "@vinr/server";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { createSandbox, type RequestFault, type Sandbox } from "../src/index.js";

const start = Date.UTC(2026, 3, 15, 10, 30);
const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

let waited: number[];
let sandbox: Sandbox;
let vinr: Vinr;
beforeEach(() => {
  waited = [];
  sandbox = open();
  vinr = clientOf(sandbox);
});

function open(seed = "faults"): Sandbox {
  const wait = async (milliseconds: number) => void waited.push(milliseconds);
  return createSandbox({ now: () => start, seed, wait });
}

const clientOf = (of: Sandbox, account = "sandbox") =>
  new Vinr({ secretKey: of.account(account).key(), fetch: of.fetch, maxRetries: 0 });

/** The code of the error that a call ends with, or `done`. */
async function codeOf(call: PromiseLike<unknown>): Promise<unknown> {
  try {
    await call;
    return "done";
  } catch (error) {
    return isVinrError(error) ? error.code : error;
  }
}

const headers = () => ({ authorization: `Bearer ${sandbox.key()}` });
const post = (key: string, signal?: AbortSignal) =>
  sandbox.fetch("http://localhost/v1/payments", {
    method: "POST",
    headers: { ...headers(), "content-type": "application/json", "idempotency-key": key },
    body: JSON.stringify(newPayment),
    ...(signal ? { signal } : {}),
  });
const list = (signal?: AbortSignal) =>
  sandbox.fetch("http://localhost/v1/payments", { headers: headers(), ...(signal ? { signal } : {}) });
const countPayments = async () => (await vinr.payments.list()).page.total_estimate;

describe("a fault", () => {
  it("strikes one operation as often as it says", async () => {
    const fault = sandbox.faults.on("createPayment", { status: 503, times: 2 });
    const codes = [];
    for (let call = 0; call < 3; call++) codes.push(await codeOf(vinr.payments.create(newPayment)));
    expect(codes).toEqual(["service_unavailable", "service_unavailable", "done"]);
    expect([fault.count(), await codeOf(vinr.payments.list())]).toEqual([2, "done"]);
  });

  it("is met by a client that tries again", async () => {
    sandbox.faults.on("createPayment", { status: 503, times: 2, retryAfter: 0 });
    const patient = new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch, maxRetries: 2 });
    const { attempts } = await patient.payments.create(newPayment).withResponse();
    expect([attempts, await countPayments()]).toEqual([3, 1]);
  });

  it("strikes every operation of its account alone, until it is removed", async () => {
    const fault = sandbox.faults.on("*", { code: "internal_error" });
    const calls = () => [vinr.payments.list(), vinr.refunds.list(), vinr.payments.create(newPayment)].map(codeOf);
    expect(await Promise.all(calls())).toEqual(["internal_error", "internal_error", "internal_error"]);
    expect(await codeOf(clientOf(sandbox, "other").payments.list())).toBe("done");
    fault.off();
    expect(await Promise.all(calls())).toEqual(["done", "done", "done"]);
  });

  it.each(["clear", "reset"] as const)("is gone after %s", async (how) => {
    sandbox.faults.on("*", { status: 500 });
    await (how === "clear" ? sandbox.faults.clear() : sandbox.reset());
    expect(await codeOf(vinr.payments.list())).toBe("done");
  });

  it("strikes a percentage of the requests, the same ones with the same seed", async () => {
    const struck = async (seed: string): Promise<string> => {
      const one = open(seed);
      one.faults.on("listPayments", { status: 500, percentage: 20 });
      const client = clientOf(one);
      let marks = "";
      for (let call = 0; call < 300; call++) marks += (await codeOf(client.payments.list())) === "done" ? "." : "x";
      return marks;
    };
    const marks = await struck("a");
    expect(await struck("a")).toBe(marks);
    expect(await struck("b")).not.toBe(marks);
    const count = marks.replaceAll(".", "").length;
    expect(count).toBeGreaterThan(35);
    expect(count).toBeLessThan(90);
  });

  it("gives way to the first one that was set", async () => {
    sandbox.faults.on("listPayments", { status: 503, times: 1 });
    sandbox.faults.on("*", { status: 500, times: 1 });
    const codes = [];
    for (let call = 0; call < 3; call++) codes.push(await codeOf(vinr.payments.list()));
    expect(codes).toEqual(["service_unavailable", "internal_error", "done"]);
  });

  it.each<[RequestFault, string]>([
    [{}, "status"],
    [{ times: 2 }, "status"],
    [{ status: 200 }, "status"],
    [{ status: 422 }, "status"],
    [{ status: 503, code: "internal_error" }, "code"],
    [{ status: 503, times: 0 }, "times"],
    [{ status: 503, percentage: 150 }, "percentage"],
    [{ latency: 60_001 }, "latency"],
    [{ latency: 0.5 }, "latency"],
    [{ status: 429, retryAfter: -1 }, "retryAfter"],
    [{ code: "tea_cold" as "internal_error" }, "code"],
    [{ stauts: 503 } as RequestFault, "stauts"],
  ])("is rejected where it makes no sense: %j", (fault, param) => {
    let rejected: unknown;
    try {
      sandbox.faults.on("createPayment", fault);
    } catch (error) {
      rejected = error;
    }
    expect(rejected).toBeInstanceOf(ApiError);
    expect((rejected as ApiError).details.param).toBe(param);
  });

  it("is for an operation that exists, and an account has a hundred at most", () => {
    expect(() => sandbox.faults.on("createPaymnt" as "createPayment", { status: 503 })).toThrow("createPayment");
    for (let count = 0; count < 100; count++) sandbox.faults.on("*", { status: 500 });
    expect(() => sandbox.faults.on("*", { status: 500 })).toThrow("at most 100 faults");
  });
});

describe("an error", () => {
  it.each<[RequestFault, number, string]>([
    [{ status: 503 }, 503, "service_unavailable"],
    [{ status: 500 }, 500, "internal_error"],
    [{ status: 429, retryAfter: 7 }, 429, "rate_limited"],
    [{ status: 401 }, 401, "invalid_api_key"],
    [{ code: "card_declined" }, 402, "card_declined"],
    [{ code: "currency_not_enabled" }, 422, "currency_not_enabled"],
    [{ status: 409 }, 409, "idempotency_key_in_progress"],
    [{ code: "idempotency_key_reused" }, 409, "idempotency_key_reused"],
    [{ status: 500, afterEffect: true }, 500, "internal_error"],
    [{ status: 401, afterEffect: true }, 401, "invalid_api_key"],
    [{ status: 409, afterEffect: true }, 409, "idempotency_key_in_progress"],
    [{ status: 429, afterEffect: true }, 429, "rate_limited"],
  ])("of %j has the documented body, and headers as production sends them", async (fault, status, code) => {
    const plain = new Set([...(await list()).headers.keys()]);
    sandbox.faults.on("listPayments", fault);
    const response = await list();
    const { error } = await response.json();
    expect([response.status, error.code, error.doc_url]).toEqual([
      status,
      code,
      `https://docs.vinr.com/errors/${code}`,
    ]);
    expect(error.request_id).toBe(response.headers.get("x-request-id"));
    const added = [...response.headers.keys()].filter((name) => !plain.has(name));
    const more: Record<string, string[]> = {
      idempotency_key_in_progress: ["retry-after"],
      invalid_api_key: ["www-authenticate"],
      rate_limited: ["retry-after"],
    };
    expect([added, error.param]).toEqual([more[code] ?? [], status === 409 ? "Idempotency-Key" : undefined]);
  });

  it.each([false, true])(
    "of a full bucket says when to come back, and that nothing remains; after the effect: %s",
    async (afterEffect) => {
      sandbox.faults.on("*", { status: 429, retryAfter: 7, times: 20, afterEffect });
      for (let call = 0; call < 20; call++) {
        const { status, headers: sent } = await list();
        expect([status, sent.get("retry-after"), sent.get("x-ratelimit-remaining")]).toEqual([429, "7", "0"]);
        expect(sent.get("x-ratelimit-reset")).toBe(String(start / 1000 + 7));
      }
      expect((await list()).status).toBe(200);
    },
  );

  it("of a proxy is a page that knows nothing of the API", async () => {
    sandbox.faults.on("listPayments", { status: 502 });
    const response = await list();
    expect([response.status, response.headers.get("content-type")]).toEqual([502, "text/html"]);
    expect(response.headers.get("x-request-id")).toBe(null);
    expect(await response.text()).toContain("502 Bad Gateway");
  });

  it("comes before the operation, or after its effect", async () => {
    sandbox.faults.on("createPayment", { status: 503, times: 1 });
    expect((await post("first")).status).toBe(503);
    expect(await countPayments()).toBe(0);

    sandbox.faults.on("createPayment", { status: 500, afterEffect: true, times: 1 });
    expect((await post("second")).status).toBe(500);
    expect(await countPayments()).toBe(1);
    // The client that tries again with the same key gets the payment that was made.
    const again = await post("second");
    expect([again.status, again.headers.get("idempotent-replayed")]).toEqual([201, "true"]);
    expect(await countPayments()).toBe(1);
  });
});

describe("a decline", () => {
  it.each([
    ["card_declined", "insufficient_funds"],
    ["authorization_declined", "do_not_honor"],
  ] as const)("%s says why, and is remembered for the idempotency key, as the bank's own is", async (code, reason) => {
    const fault = sandbox.faults.on("createPayment", { code, retryAfter: 5, times: 2 });
    const first = await post("first");
    const text = await first.text();
    expect([first.status, first.headers.get("retry-after")]).toEqual([402, "5"]);
    expect(JSON.parse(text).error).toMatchObject({ code, decline_code: reason });
    const again = await post("first");
    expect([again.status, again.headers.get("idempotent-replayed"), await again.text()]).toEqual([402, "true", text]);
    // What was replayed has not been to the bank.
    expect(fault.count()).toBe(1);
    expect([(await post("second")).status, (await post("third")).status, await countPayments()]).toEqual([402, 201, 1]);
  });

  it("of a capture leaves the payment as it is", async () => {
    const { id } = await vinr.payments.create({ ...newPayment, capture: false });
    await sandbox.checkout(id).pay("4242 4242 4242 4242");
    sandbox.faults.on("capturePayment", { status: 402, times: 1 });
    expect(await codeOf(vinr.payments.capture(id))).toBe("card_declined");
    expect((await vinr.payments.capture(id)).status).toBe("completed");
  });

  it("waits for a request that is valid", async () => {
    sandbox.faults.on("createPayment", { code: "card_declined", times: 1 });
    expect(await codeOf(vinr.payments.create({ ...newPayment, amount: 0 }))).toBe("parameter_invalid");
    expect(await codeOf(vinr.payments.create(newPayment))).toBe("card_declined");
  });

  it("says why also where the API documents none, or after the effect", async () => {
    sandbox.faults.on("listPayments", { code: "card_declined", times: 1 });
    expect((await (await list()).json()).error.decline_code).toBe("insufficient_funds");
    sandbox.faults.on("createPayment", { status: 402, afterEffect: true, times: 1 });
    expect((await (await post("k")).json()).error.decline_code).toBe("insufficient_funds");
    expect([(await post("k")).status, await countPayments()]).toEqual([201, 1]);
  });
});

describe("a connection", () => {
  it("that is reset rejects as fetch does, before the operation or after its effect", async () => {
    sandbox.faults.on("createPayment", { connection: "reset", times: 1 });
    const rejected = post("k");
    await expect(rejected).rejects.toThrow(TypeError);
    await expect(rejected).rejects.toMatchObject({ message: "fetch failed", cause: { code: "ECONNRESET" } });
    expect(await countPayments()).toBe(0);

    sandbox.faults.on("createPayment", { connection: "reset", afterEffect: true, times: 1 });
    const patient = new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch, maxRetries: 2 });
    const { attempts, response } = await patient.payments.create(newPayment).withResponse();
    expect([attempts, response.headers.get("idempotent-replayed")]).toEqual([2, "true"]);
    expect(await countPayments()).toBe(1);
  });

  it("that ends in the middle of the body has had its effect", async () => {
    sandbox.faults.on("createPayment", { connection: "truncated", times: 1 });
    const response = await post("k");
    expect(response.status).toBe(201);
    await expect(response.json()).rejects.toMatchObject({ name: "TypeError", message: "terminated" });
    expect(await countPayments()).toBe(1);
  });

  it("that stalls keeps the client waiting, until it has had enough", async () => {
    sandbox.faults.on("listPayments", { connection: "stalled", times: 1 });
    const enough = new AbortController();
    const response = await list(enough.signal);
    const text = response.text();
    const first = await Promise.race([text, new Promise((resolve) => setTimeout(resolve, 20, "waiting"))]);
    expect(first).toBe("waiting");
    enough.abort(new Error("enough"));
    await expect(text).rejects.toThrow("enough");
  });

  it("that stalls is a timeout to the client", async () => {
    sandbox.faults.on("listPayments", { connection: "stalled" });
    const hasty = new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch, maxRetries: 0, timeout: 50 });
    expect(await codeOf(hasty.payments.list())).toBe("timeout");
  });
});

describe("a latency", () => {
  it("comes before the response, alone or with an error", async () => {
    sandbox.faults.on("listPayments", { latency: 1500, times: 1 });
    expect((await list()).status).toBe(200);
    sandbox.faults.on("listPayments", { latency: 300, status: 503, times: 1 });
    expect((await list()).status).toBe(503);
    expect(waited).toEqual([1500, 300]);
  });

  it("ends for a client that leaves, whether it gave the signal beside its request or within", async () => {
    const slow = createSandbox({ wait: () => new Promise(() => {}) });
    slow.faults.on("*", { latency: 60_000 });
    const url = "http://localhost/v1/payments";
    const init = () => ({ headers: { authorization: `Bearer ${slow.key()}` }, signal: AbortSignal.timeout(20) });
    await expect(slow.fetch(url, init())).rejects.toMatchObject({ name: "TimeoutError" });
    await expect(slow.fetch(new Request(url, init()))).rejects.toMatchObject({ name: "TimeoutError" });
    await expect(slow.fetch(new Request(url, init()), {})).rejects.toMatchObject({ name: "TimeoutError" });
  });

  it("keeps no timer for a client that has left", async () => {
    vi.useFakeTimers({ toFake: ["clearTimeout", "setTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const slow = createSandbox();
    slow.faults.on("*", { latency: 60_000 });
    const leave = new AbortController();
    const leaving = slow.fetch("http://localhost/v1/payments", {
      headers: { authorization: `Bearer ${slow.key()}` },
      signal: leave.signal,
    });
    await vi.waitUntil(() => vi.getTimerCount() === 1);
    leave.abort();
    await expect(leaving).rejects.toMatchObject({ name: "AbortError" });
    expect(vi.getTimerCount()).toBe(0);
  });
});
