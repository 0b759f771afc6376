/** The samples of the TypeScript client's guide and of reconciliation, on the test kit. */
import { createDelivery, createTestKit } from "@vinr/client/testing";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { createClient } from "./create-client.ts";
import { createRoute } from "./handle-by-type.ts";
import { listOrders } from "./join-settlement.ts";
import { newestRefunds } from "./newest-refunds.ts";
import { describePayment } from "./response-metadata.ts";
import { createUncachedClient } from "./uncached-client.ts";

afterEach(() => vi.unstubAllEnvs());

it("a client takes its key from the environment, and logs and counts its calls", async () => {
  vi.stubEnv("VINR_SECRET_KEY", "sk_test_4eC39HqLyjWDarjtT1zdp7dc");
  const { api } = createTestKit();
  vi.stubGlobal("fetch", api.fetch);
  onTestFinished(() => void vi.unstubAllGlobals());
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const statuses: number[] = [];
  const vinr = createClient({ debug: write, info: write, warn: write, error: write }, (status) =>
    statuses.push(status),
  );
  await vinr.payments.retrieve("pay_1234567890");
  expect([lines.length, statuses]).toEqual([1, [200]]);
});

it("a client for Next.js turns its cache off, and sends requests as before", async () => {
  const { api } = createTestKit();
  const caches: unknown[] = [];
  const own: typeof api.fetch = (url, init) => {
    caches.push(Object(init).cache);
    return api.fetch(url, init);
  };
  vi.stubGlobal("fetch", own);
  onTestFinished(() => void vi.unstubAllGlobals());
  const vinr = createUncachedClient({ secretKey: "sk_test_4eC39HqLyjWDarjtT1zdp7dc" });
  expect((await vinr.payments.retrieve("pay_1234567890")).id).toBe("pay_1234567890");
  expect(caches).toEqual(["no-store"]);
});

it("response metadata names the request, its attempts and what is left of the rate limit", async () => {
  const { vinr, api } = createTestKit();
  api.on("retrievePayment").reset();
  expect(await describePayment(vinr, "pay_1234567890")).toMatch(/^\w+ \(req_\w+, 2 attempts, 49 requests left\)$/);
});

it("refunds of several pages are one array", async () => {
  const { vinr, api } = createTestKit();
  expect((await newestRefunds(vinr, "pay_1234567890")).length).toBeGreaterThan(0);
  expect(api.callsOf("listRefunds")[0]?.query).toEqual({ payment: "pay_1234567890", limit: "100" });
});

describe("a route of handlers", () => {
  const secret = "whsec_ExampleOnlyNotASecret0000";
  const requestOf = (type: "payment.completed" | "refund.created") => {
    const { body, headers } = createDelivery(type, { secret, event: { id: "evt_1" } });
    return new Request("https://shop.example/webhooks/vinr", { method: "POST", body, headers });
  };

  it("fulfils a payment, logs other events, and does not accept a delivery twice changed", async () => {
    vi.stubEnv("VINR_WEBHOOK_SECRET", secret);
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    onTestFinished(() => log.mockRestore());
    const fulfil = vi.fn(async () => {});
    const route = createRoute(fulfil);
    const statuses = [
      (await route(requestOf("payment.completed"))).status,
      (await route(requestOf("refund.created"))).status,
    ];
    expect([statuses, fulfil.mock.calls, log.mock.calls]).toEqual([
      [200, 200],
      [["pay_1234567890"]],
      [["not handled: refund.created"]],
    ]);
    const forged = new Request(requestOf("payment.completed"), { body: "{}", method: "POST" });
    expect((await route(forged)).status).toBe(400);
  });
});

it("each line of a settlement leads to the order of its payment, refunds and disputes too", async () => {
  const { vinr, api } = createTestKit();
  const line = { object: "settlement_transaction", gross: 1000, fee: -34, net: 966, currency: "EUR" } as const;
  const created_at = "2026-04-15T10:30:00Z";
  const lines = [
    { ...line, id: "btx_1", type: "payment", source: "pay_1", created_at },
    { ...line, id: "btx_2", type: "refund", source: "re_1", created_at },
    { ...line, id: "btx_3", type: "dispute", source: "dp_1", created_at },
    { ...line, id: "btx_4", type: "fee", source: null, created_at },
  ] as const;
  const page = { has_more: false, next_cursor: null, total_estimate: 4 };
  api.on("listSettlementTransactions").data({ object: "list", data: [...lines], page });
  const refund = { id: "re_1", object: "refund", payment: "pay_2", amount: 5, currency: "EUR" } as const;
  api.on("retrieveRefund").data({ ...refund, status: "succeeded", metadata: { order: "of the refund" }, created_at });
  api.on("retrievePayment").reply(
    ({ params }) => ({
      id: String(params.id),
      object: "payment",
      status: "completed",
      amount: 1000,
      currency: "EUR",
      metadata: { order: `order of ${params.id}` },
      created_at,
    }),
    { times: 3 },
  );
  const orders: unknown[] = [];
  for await (const { order } of listOrders(vinr, "setl_3kQ9xZ", async () => "pay_3")) orders.push(order);
  expect(orders).toEqual(["order of pay_1", "order of pay_2", "order of pay_3", undefined]);
});
