/** The control API: `spec/sandbox.yaml`, beside the merchant's API over the same accounts. */
import { readFile } from "node:fs/promises";
import { type Payment, Vinr, type WebhookEndpoint } from "@vinr/client";
import { beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { World } from "../src/account/world.js";
import { checkoutUrlOf, createApi } from "../src/api.js";
import { createControlApi } from "../src/control/control-api.js";
import { Deliveries } from "../src/deliveries/deliveries.js";
import { errorCodes } from "../src/generated/error-codes.js";
import { operations } from "../src/generated/responses.js";
import { createMemoryStore } from "../src/store/memory-store.js";

const start = Date.UTC(2026, 3, 15, 10, 30);
const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

/** The statuses with which the receiver of deliveries responds in turn, and then with 204. */
let statuses: number[];
let received: string[];
/** Is called while a receiver has a delivery. */
let meanwhile: () => Promise<unknown>;
let vinr: Vinr;
let control: ReturnType<typeof createControlApi>;
beforeEach(() => {
  [statuses, received] = [[], []];
  meanwhile = async () => undefined;
  const store = createMemoryStore();
  const world: World = { now: () => start, seed: "control", checkoutUrlOf };
  const deliveries = new Deliveries(store, world, async (_, { body }) => {
    received.push(JSON.parse(String(body)).type);
    await meanwhile();
    return new Response(null, { status: statuses.shift() ?? 204 });
  });
  const api = createApi(store, world);
  vinr = new Vinr({
    secretKey: "sk_test_shop",
    fetch: (input, init) => api(new Request(input, init)),
    maxRetries: 0,
  });
  control = createControlApi(store, world, deliveries);
});

interface Asked {
  readonly status: number;
  readonly replayed: boolean;
  // Every test says what it expects of it.
  readonly body: Record<string, unknown> & { error?: { code: string; message: string; doc_url?: string } };
}

async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Asked> {
  const request = new Request(`http://127.0.0.1:4020/sandbox${path}`, {
    method,
    headers: { authorization: "Bearer sk_test_shop", "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const response = await control(request);
  const replayed = response.headers.get("idempotent-replayed") === "true";
  return { status: response.status, replayed, body: await response.json() };
}

const get = (path: string) => ask("GET", path);
const post = (path: string, body?: unknown, headers?: Record<string, string>) => ask("POST", path, body, headers);
const failure = ({ status, body: { error } }: Asked) => [status, error?.code];

describe("the clock", () => {
  it("runs as the wall's does, and moves forward", async () => {
    expect(await get("/clock")).toMatchObject({ status: 200, body: { object: "clock", now: "2026-04-15T10:30:00Z" } });
    const moved = await post("/clock/advances", { days: 1, hours: 2 });
    expect(moved).toMatchObject({ status: 201, body: { object: "clock", now: "2026-04-16T12:30:00Z" } });
    expect((await get("/clock")).body).toEqual(moved.body);
  });

  it("carries out what falls due before it responds", async () => {
    const { id } = await vinr.payments.create(newPayment);
    await post("/clock/advances", { days: 1 });
    expect((await vinr.payments.retrieve(id)).status).toBe("expired");
  });

  it("moves once for one idempotency key", async () => {
    const key = { "idempotency-key": "three-days" };
    const first = await post("/clock/advances", { days: 3 }, key);
    const second = await post("/clock/advances", { days: 3 }, key);
    expect(second).toEqual({ ...first, replayed: true });
    expect(failure(await post("/clock/advances", { days: 4 }, key))).toEqual([409, "idempotency_key_reused"]);
  });

  it("moves once where the key comes again while the first request sends deliveries", async () => {
    await vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
    await vinr.payments.create(newPayment);
    const advance = () => post("/clock/advances", { days: 3 }, { "idempotency-key": "three-days" });
    let second: Promise<Asked> | undefined;
    meanwhile = async () => {
      second ??= advance();
    };
    const first = await advance();
    expect(await second).toEqual({ ...first, replayed: true });
    expect((await get("/clock")).body.now).toBe("2026-04-18T10:30:00Z");
  });

  it("is not told as moved in an account that was reset or restored meanwhile", async () => {
    const key = { "idempotency-key": "three-days" };
    await vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
    const { body } = await get("/snapshot");
    for (const replace of [() => post("/resets"), () => post("/restorations", body)]) {
      await post("/restorations", body);
      await vinr.payments.create(newPayment);
      meanwhile = replace;
      await post("/clock/advances", { days: 3 }, key);
      meanwhile = async () => undefined;
      expect(await post("/clock/advances", { days: 3 }, key)).toMatchObject({
        replayed: false,
        body: { now: "2026-04-18T10:30:00Z" },
      });
    }
  });

  it.each([
    [{ days: -1 }, "parameter_invalid"],
    [{ days: 36_500, seconds: 1 }, "parameter_invalid"],
    [{ weeks: 1 }, "parameter_unknown"],
    [{}, "parameter_invalid"],
  ])("rejects %j", async (body, code) => {
    expect(failure(await post("/clock/advances", body))).toEqual([400, code]);
  });
});

describe("the checkout", () => {
  it.each([
    ["4242 4242 4242 4242", "completed"],
    ["4000000000000002", "failed"],
    ["4000-0000-0000-3220", "requires_authentication"],
  ])("paid with %s leaves the payment %s", async (card, status) => {
    const { id } = await vinr.payments.create(newPayment);
    expect(await post(`/payments/${id}/card-payments`, { card })).toMatchObject({ status: 201, body: { id, status } });
    expect((await vinr.payments.retrieve(id)).status).toBe(status);
  });

  it.each([
    ["passed", { status: "completed" }],
    ["failed", { status: "failed", failure: { code: "authentication_failed" } }],
  ])("with a challenge that is %s ends the payment", async (result, payment) => {
    const { id } = await vinr.payments.create(newPayment);
    await post(`/payments/${id}/card-payments`, { card: "4000 0000 0000 3220" });
    expect(await post(`/payments/${id}/challenge-results`, { result })).toMatchObject({ status: 201, body: payment });
  });

  it("takes no other number, and does not repeat it", async () => {
    const { id } = await vinr.payments.create(newPayment);
    const rejected = await post(`/payments/${id}/card-payments`, { card: "5555 5555 5555 4444" });
    expect(rejected).toMatchObject({ status: 400, body: { error: { code: "parameter_invalid", param: "card" } } });
    expect(JSON.stringify(rejected.body)).not.toContain("5555");
  });

  it("says that a payment has ended, does not wait for a challenge, or does not exist", async () => {
    const { id } = await vinr.payments.create(newPayment);
    expect(failure(await post(`/payments/${id}/challenge-results`, { result: "passed" }))).toEqual([
      422,
      "challenge_not_pending",
    ]);
    await post(`/payments/${id}/card-payments`, { card: "4242424242424242" });
    const again = await post(`/payments/${id}/card-payments`, { card: "4242424242424242" });
    expect(failure(again)).toEqual([422, "payment_not_payable"]);
    // The docs have a page for each code of the VINR API, and none for this one.
    expect(again.body.error).not.toHaveProperty("doc_url");
    expect(failure(await post("/payments/pay_unknown/card-payments", { card: "4242424242424242" }))).toEqual([
      404,
      "resource_not_found",
    ]);
  });

  it("pays once for one idempotency key", async () => {
    const { id } = await vinr.payments.create(newPayment);
    const key = { "idempotency-key": "pay-once" };
    const first = await post(`/payments/${id}/card-payments`, { card: "4242424242424242" }, key);
    expect(await post(`/payments/${id}/card-payments`, { card: "4242424242424242" }, key)).toEqual({
      ...first,
      replayed: true,
    });
  });
});

async function pay(): Promise<Payment> {
  const { id } = await vinr.payments.create(newPayment);
  await post(`/payments/${id}/card-payments`, { card: "4242424242424242" });
  return vinr.payments.retrieve(id);
}

describe("the bank", () => {
  it("opens a dispute and decides it, once", async () => {
    const { id: payment } = await pay();
    const opened = await post("/disputes", { payment });
    expect(opened).toMatchObject({ status: 201, body: { object: "dispute", payment, amount: 1000, status: "open" } });
    const path = `/disputes/${opened.body.id}/resolutions`;
    expect(await post(path, { outcome: "won" })).toMatchObject({ status: 201, body: { status: "won" } });
    expect(failure(await post(path, { outcome: "lost" }))).toEqual([422, "dispute_not_open"]);
  });

  it("disputes nothing that was not paid", async () => {
    const { id: payment } = await vinr.payments.create(newPayment);
    expect(failure(await post("/disputes", { payment }))).toEqual([422, "payment_not_refundable"]);
  });

  it("lets the next refund fail, and the one after it succeed", async () => {
    const { id: payment } = await pay();
    expect(await post("/refund-failures")).toMatchObject({ status: 201, body: { count: 1 } });
    const first = await vinr.refunds.create({ payment, amount: 100 });
    await post("/clock/advances", { hours: 1 });
    const second = await vinr.refunds.create({ payment, amount: 100 });
    await post("/clock/advances", { hours: 1 });
    expect((await vinr.refunds.retrieve(first.id)).status).toBe("failed");
    expect((await vinr.refunds.retrieve(second.id)).status).toBe("succeeded");
  });
});

describe("deliveries", () => {
  let endpoint: WebhookEndpoint;
  beforeEach(async () => {
    endpoint = await vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["payment.created"] });
  });

  const only = async (): Promise<Record<string, unknown>> => {
    const { body } = await get("/deliveries");
    return (body.data as Record<string, unknown>[])[0] ?? {};
  };

  it("are listed, and sent when it is asked", async () => {
    await vinr.payments.create(newPayment);
    expect(await only()).toMatchObject({ object: "delivery", endpoint: endpoint.id, status: "pending", attempts: [] });
    expect(await post("/delivery-runs")).toMatchObject({ status: 201, body: { at: "2026-04-15T10:30:00Z" } });
    expect(received).toEqual(["payment.created"]);
    expect(await only()).toMatchObject({
      status: "succeeded",
      attempts: [{ at: "2026-04-15T10:30:00Z", status: 204 }],
    });
  });

  it("are replayed, however they ended", async () => {
    await vinr.payments.create(newPayment);
    await post("/delivery-runs");
    const { id } = await only();
    const replayed = await post(`/deliveries/${id}/replays`);
    expect(replayed).toMatchObject({ status: 201, body: { id, status: "succeeded", attempts: [{}, { status: 204 }] } });
    expect(received).toEqual(["payment.created", "payment.created"]);
  });

  it("keep their retries when a replay fails, and end with one that succeeds", async () => {
    statuses = [500, 500, 500];
    await vinr.payments.create(newPayment);
    await post("/delivery-runs");
    const { id } = await only();
    await post(`/deliveries/${id}/replays`);
    await post("/clock/advances", { seconds: 59 });
    expect(received).toHaveLength(2);
    await post("/clock/advances", { seconds: 1 });
    expect(received).toHaveLength(3);
    // The second attempt of the schedule failed; the third one is due after five minutes.
    expect(await post(`/deliveries/${id}/replays`)).toMatchObject({ body: { status: "succeeded" } });
    await post("/clock/advances", { days: 2 });
    expect(received).toHaveLength(4);
  });

  it("are replayed until they have a thousand attempts, which a snapshot holds", async () => {
    await vinr.payments.create(newPayment);
    await post("/delivery-runs");
    const { body: snapshot } = await get("/snapshot");
    const deliveries = (snapshot.objects as { kind: string; object: { id: string; attempts: unknown[] } }[]).filter(
      ({ kind }) => kind === "delivery",
    );
    for (const { object } of deliveries) object.attempts = Array(999).fill({ at: start, status: 500, isReplay: true });
    expect((await post("/restorations", snapshot)).status).toBe(201);
    const path = `/deliveries/${deliveries[0]?.object.id}/replays`;
    expect((await post(path)).status).toBe(201);
    expect(failure(await post(path))).toEqual([403, "permission_denied"]);
    expect(received).toHaveLength(2);
    expect((await post("/restorations", (await get("/snapshot")).body)).status).toBe(201);
  });

  it("are gone after a replay during which the account was reset", async () => {
    await vinr.payments.create(newPayment);
    const { id } = await only();
    meanwhile = () => post("/resets");
    expect(failure(await post(`/deliveries/${id}/replays`))).toEqual([404, "resource_not_found"]);
  });

  it("of an account that took the place of another are not those that were replayed before, though they have the same ids", async () => {
    const live = async () => {
      await vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["payment.created"] });
      await vinr.payments.create(newPayment);
      return only();
    };
    await post("/resets");
    const before = await live();
    meanwhile = async () => {
      meanwhile = async () => undefined;
      await post("/resets");
      expect(await live()).toEqual(before);
    };
    await post(`/deliveries/${before.id}/replays`);
    expect(await only()).toEqual(before);
    await post("/delivery-runs");
    expect(received).toHaveLength(2);
  });

  it("that are due are sent all the same where the account is restored during a replay", async () => {
    await vinr.payments.create(newPayment);
    const { body } = await get("/snapshot");
    await post("/delivery-runs");
    const { id } = await only();
    meanwhile = async () => {
      meanwhile = async () => undefined;
      await post("/restorations", body);
    };
    expect(await post(`/deliveries/${id}/replays`)).toMatchObject({ status: 201, body: { id, attempts: [] } });
    expect(await only()).toMatchObject({ status: "pending", attempts: [] });
    await post("/delivery-runs");
    expect(received).toHaveLength(3);
  });

  it("of an endpoint that is deleted are stopped at once, also during a replay", async () => {
    statuses = [500, 500];
    await vinr.payments.create(newPayment);
    await post("/delivery-runs");
    const { id } = await only();
    meanwhile = () => vinr.webhooks.delete(endpoint.id);
    expect((await post(`/deliveries/${id}/replays`)).body).toMatchObject({ status: "stopped", attempts: [{}, {}] });
    expect(await only()).toMatchObject({ status: "stopped", attempts: [{}, {}] });
    await post("/clock/advances", { days: 2 });
    expect(await only()).toMatchObject({ status: "stopped", attempts: [{}, {}] });
  });

  it("of an endpoint that was deleted are not replayed", async () => {
    await vinr.payments.create(newPayment);
    const { id } = await only();
    await vinr.webhooks.delete(endpoint.id);
    expect(failure(await post(`/deliveries/${id}/replays`))).toEqual([404, "resource_not_found"]);
    expect(failure(await post("/deliveries/dlv_unknown/replays"))).toEqual([404, "resource_not_found"]);
  });
});

describe("events", () => {
  it("are listed page by page, the newest first, whether an endpoint wants them or not", async () => {
    await pay();
    const { body } = await get("/events?limit=1");
    expect(body).toMatchObject({ data: [{ type: "payment.completed" }], page: { has_more: true, total_estimate: 2 } });
    const { next_cursor: cursor } = body.page as { next_cursor: string };
    const { body: rest } = await get(`/events?starting_after=${cursor}`);
    expect(rest).toMatchObject({ data: [{ type: "payment.created" }], page: { has_more: false } });
  });
});

describe("the control API", () => {
  it("takes the keys that the API takes, and shows one account nothing of another", async () => {
    await pay();
    const other = await ask("GET", "/events", undefined, { authorization: "Bearer sk_test_other" });
    expect(other.body.data).toEqual([]);
    const keyless = await control(new Request("http://127.0.0.1:4020/sandbox/clock"));
    expect(keyless.status).toBe(401);
    expect(failure(await ask("GET", "/clock", undefined, { authorization: "Bearer sk_live_1" }))).toEqual([
      401,
      "api_key_wrong_environment",
    ]);
    const expired = failure(await ask("GET", "/clock", undefined, { authorization: "Bearer sk_test_expired1" }));
    expect([expired, Object.keys(errorCodes)]).toEqual([
      [401, "expired_api_key"],
      expect.arrayContaining(["expired_api_key"]),
    ]);
  });

  it("responds to an unknown path and method as the API does", async () => {
    expect(failure(await get("/nothing"))).toEqual([404, "route_not_found"]);
    expect(failure(await ask("DELETE", "/clock"))).toEqual([405, "method_not_allowed"]);
  });

  it("has the operations and the error codes of its specification", async () => {
    const spec = parse(await readFile(new URL("../../../spec/sandbox.yaml", import.meta.url), "utf8"));
    const paths: Record<string, { operationId: string }>[] = Object.values(spec.paths);
    const ids = paths.flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
    expect(Object.keys(operations)).toEqual(ids);
    expect(Object.keys(errorCodes)).toEqual(spec.components.schemas.ErrorCode.enum);
  });
});

describe("the account", () => {
  it("is empty after a reset, with the wall's time", async () => {
    await vinr.payments.create(newPayment);
    await post("/clock/advances", { days: 1 });
    expect(await post("/resets")).toMatchObject({ status: 201, body: { now: "2026-04-15T10:30:00Z" } });
    expect((await vinr.payments.list()).data).toEqual([]);
  });

  it("has restricted keys, each shown once, which expire when asked", async () => {
    const { status, body } = await post("/restricted-keys", { permissions: ["payments:read"] });
    expect([status, body.status]).toEqual([201, "active"]);
    const expired = await post(`/restricted-keys/${body.id}/expirations`);
    expect(expired).toMatchObject({ status: 201, body: { id: body.id, status: "expired" } });
    expect(expired.body.key).toBe(undefined);
    expect(failure(await post("/restricted-keys/rkey_none/expirations"))).toEqual([404, "resource_not_found"]);
    expect(failure(await post("/restricted-keys", { permissions: ["all"] }))).toEqual([400, "parameter_invalid"]);
  });

  it("has restricted keys as long as its name has room for them, and none that no server would read", async () => {
    const create = (length: number) =>
      post(
        "/restricted-keys",
        { permissions: ["payments:read"] },
        { authorization: `Bearer sk_test_${"a".repeat(length)}` },
      );
    const { body } = await create(186);
    const asked = await ask("GET", "/clock", undefined, { authorization: `Bearer ${body.key}` });
    // It was read: it is not for the control API.
    expect(failure(asked)).toEqual([403, "permission_denied"]);
    expect(failure(await create(187))).toEqual([403, "permission_denied"]);
  });

  it("is not controlled by a restricted key", async () => {
    const { body } = await post("/restricted-keys", { permissions: ["payments:read"] });
    const asked = await ask("GET", "/clock", undefined, { authorization: `Bearer ${body.key}` });
    expect(failure(asked)).toEqual([403, "permission_denied"]);
  });
});
