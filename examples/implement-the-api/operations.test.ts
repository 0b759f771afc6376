/** The implementation as a merchant's client sees it. Every response is checked: `checkResponses` is `throw`. */
import { Vinr } from "@vinr/client";
import { createHandler, type Handler, type HandlerOptions } from "@vinr/server";
import { beforeEach, describe, expect, it } from "vitest";
import { createAuthenticate, hashKey, type StoredKey } from "./authenticate.ts";
import { createVinr } from "./browser.ts";
import { createOperations } from "./operations.ts";
import { completeCheckout } from "./payments.ts";
import { createProductionHandler } from "./production.ts";
import { type Accounts, createAccounts } from "./records.ts";

const order = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };
const caller = { account: "InThisTab" };

let accounts: Accounts;
let vinr: Vinr;
beforeEach(() => {
  accounts = createAccounts();
  vinr = createVinr(createHandler(createOperations(accounts)));
});

const pay = (id: string): void => completeCheckout(accounts(caller), id);

describe("a payment", () => {
  it("is paid on its page, and refunded in parts, up to what was captured", async () => {
    const { id, checkoutUrl } = await vinr.payments.create(order);
    expect(checkoutUrl).toBe(`https://checkout.vinr.com/${id}`);
    await expect(vinr.refunds.create({ payment: id })).rejects.toMatchObject({ code: "payment_not_refundable" });
    pay(id);
    const part = await vinr.refunds.create({ payment: id, amount: 400, reason: "requested_by_customer" });
    expect(await vinr.refunds.retrieve(part.id)).toEqual(part);
    await expect(vinr.refunds.create({ payment: id, amount: 601 })).rejects.toMatchObject({ code: "amount_too_large" });
    expect((await vinr.refunds.create({ payment: id })).amount).toBe(600);
    await expect(vinr.refunds.create({ payment: id })).rejects.toMatchObject({ code: "amount_too_large" });
    expect(await vinr.payments.retrieve(id)).toMatchObject({ status: "completed", amountRefunded: 1000 });
  });

  it("that is captured later waits at authorized, and is captured once", async () => {
    const { id } = await vinr.payments.create({ ...order, capture: false });
    await expect(vinr.payments.capture(id)).rejects.toMatchObject({ code: "payment_not_capturable" });
    pay(id);
    expect(await vinr.payments.retrieve(id)).toMatchObject({ status: "authorized", amountCapturable: 1000 });
    await expect(vinr.payments.capture(id, { amount: 1001 })).rejects.toMatchObject({ code: "amount_too_large" });
    expect(await vinr.payments.capture(id, { amount: 800 })).toMatchObject({
      status: "completed",
      amountCaptured: 800,
    });
    await expect(vinr.payments.capture(id)).rejects.toMatchObject({ code: "already_captured" });
  });

  it("is cancelled until it is captured", async () => {
    const [open, paid] = [await vinr.payments.create(order), await vinr.payments.create(order)];
    const cancelled = await vinr.payments.cancel(open.id);
    expect([cancelled.status, cancelled.checkoutUrl]).toEqual(["cancelled", undefined]);
    await expect(vinr.payments.cancel(open.id)).rejects.toMatchObject({ code: "payment_not_cancellable" });
    pay(paid.id);
    await expect(vinr.payments.cancel(paid.id)).rejects.toMatchObject({ code: "already_captured" });
  });
});

describe("a list", () => {
  it("is paged from the newest object to the oldest, and back", async () => {
    const ids: string[] = [];
    for (let count = 0; count < 7; count++) ids.unshift((await vinr.payments.create(order)).id);
    const seen: string[] = [];
    for await (const { id } of vinr.payments.list({ limit: 3 })) seen.push(id);
    expect(seen).toEqual(ids);
    const before = await vinr.payments.list({ limit: 3, ending_before: ids[5] });
    const newest = await vinr.payments.list({ ending_before: ids[0] });
    expect([newest.data, newest.page]).toMatchObject([[], { has_more: false, next_cursor: null }]);
    expect([before.data.map(({ id }) => id), before.page]).toEqual([
      ids.slice(2, 5),
      { has_more: true, next_cursor: ids[4], total_estimate: 7 },
    ]);
    await expect(vinr.payments.list({ starting_after: "pay_unknown" })).rejects.toMatchObject({
      code: "parameter_invalid",
      param: "starting_after",
    });
  });

  it("of refunds is that of one payment where asked", async () => {
    const payments = [await vinr.payments.create(order), await vinr.payments.create(order)];
    for (const { id } of payments) {
      pay(id);
      await vinr.refunds.create({ payment: id });
    }
    const { data } = await vinr.refunds.list({ payment: payments[0]?.id });
    expect(data.map(({ payment }) => payment)).toEqual([payments[0]?.id]);
  });
});

it("a webhook endpoint shows its secret once, and is deleted", async () => {
  const { secret, ...endpoint } = await vinr.webhooks.create({
    url: "https://shop.example/webhooks",
    enabled_events: ["payment.completed"],
  });
  expect(secret).toMatch(/^whsec_/);
  expect((await vinr.webhooks.list()).data).toEqual([endpoint]);
  await vinr.webhooks.delete(endpoint.id);
  await expect(vinr.webhooks.delete(endpoint.id)).rejects.toMatchObject({ code: "resource_not_found" });
});

it("a settlement is listed with its transactions", async () => {
  const created_at = "2026-04-16T00:00:00Z";
  const settlement = {
    id: "setl_1",
    object: "settlement",
    status: "pending",
    currency: "EUR",
    grossAmount: 1000,
    refundedAmount: 0,
    feeAmount: 34,
    netAmount: 966,
    payoutId: null,
    periodStart: "2026-04-15T00:00:00Z",
    periodEnd: created_at,
    created_at,
  } as const;
  const transaction = {
    id: "btx_1",
    object: "settlement_transaction",
    type: "payment",
    source: "pay_1",
    gross: 1000,
    fee: -34,
    net: 966,
    currency: "EUR",
    created_at,
  } as const;
  accounts(caller).settlements.set(settlement.id, settlement);
  accounts(caller).transactions.set(settlement.id, [transaction]);
  expect((await vinr.settlements.list()).data).toEqual([settlement]);
  expect(await vinr.settlements.retrieve("setl_1")).toEqual(settlement);
  expect((await vinr.settlements.listTransactions("setl_1")).data).toEqual([transaction]);
  await expect(vinr.settlements.listTransactions("setl_2")).rejects.toMatchObject({ code: "resource_not_found" });
});

describe("a key", () => {
  const clientWith = (handler: Handler, secretKey: string) =>
    new Vinr({ secretKey, fetch: (input, init) => handler(new Request(input, init)) });

  async function createClients(keys: Record<string, Omit<StoredKey, "id">>): Promise<Vinr[]> {
    const stored = new Map<string, StoredKey>();
    for (const [value, key] of Object.entries(keys))
      stored.set(await hashKey(value), { id: `key_${stored.size}`, ...key });
    const authenticate = createAuthenticate(async (hash) => stored.get(hash));
    const handler = createHandler(createOperations(accounts), { authenticate } satisfies HandlerOptions);
    return [...Object.keys(keys), "sk_test_unknown"].map((key) => clientWith(handler, key));
  }

  it("opens its own account alone", async () => {
    const [one, two, unknown] = await createClients({ sk_test_one: { account: "a" }, sk_test_two: { account: "b" } });
    const payment = await one?.payments.create(order);
    const id = payment?.id ?? "";
    expect((await one?.payments.retrieve(id))?.id).toBe(id);
    await expect(two?.payments.retrieve(id)).rejects.toMatchObject({ code: "resource_not_found" });
    await expect(unknown?.payments.retrieve(id)).rejects.toMatchObject({ code: "invalid_api_key" });
  });

  it("that expired or lacks the permission is told so", async () => {
    const [expired, restricted] = await createClients({
      sk_test_expired: { account: "a", expiresAt: Date.now() - 1 },
      rk_test_reads: { account: "a", permissions: new Set(["listPayments"]) },
    });
    await expect(expired?.payments.list()).rejects.toMatchObject({ status: 401, code: "expired_api_key" });
    expect((await restricted?.payments.list())?.data).toEqual([]);
    await expect(restricted?.payments.create(order)).rejects.toMatchObject({ status: 403, code: "permission_denied" });
  });
});

describe("production", () => {
  const pool = { connect: () => Promise.reject(new Error("connect postgres://vinr:hunter2@10.0.0.7")) };
  const logged: object[] = [];
  const bank = { capture: async () => "captured" as const };
  const findKey = async (hash: string): Promise<StoredKey | undefined> =>
    hash === (await hashKey("sk_live_one")) ? { id: "key_1", account: "a" } : undefined;
  const handler = createProductionHandler({ pool, bank, findKey, log: (entry) => void logged.push(entry) });
  const post = (key: string) => {
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    return handler(
      new Request("http://localhost/v1/payments", { method: "POST", headers, body: JSON.stringify(order) }),
    );
  };

  it("takes its own keys alone", async () => {
    const codes = [];
    for (const key of ["sk_test_one", "sk_live_two"]) codes.push((await (await post(key)).json()).error.code);
    expect(codes).toEqual(["api_key_wrong_environment", "invalid_api_key"]);
  });

  it("logs an unexpected error with the request's id, and tells nobody else", async () => {
    const response = await post("sk_live_one");
    const text = await response.text();
    expect([response.status, text.includes("hunter2")]).toEqual([500, false]);
    const requestId = response.headers.get("x-request-id");
    expect(logged).toEqual([{ requestId, operationId: "createPayment", error: expect.any(Error) }]);
    expect(response.headers.get("x-ratelimit-limit")).toBe("100");
  });
});
