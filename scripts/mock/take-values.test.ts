/** The mock of VINR's specification responds with the values of the request. */
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isPayment, isRefund, isWebhookEndpoint } from "../../packages/validators/src/generated/strict/index.ts";
import { loadSpec } from "../read/document/load-spec.ts";
import { type Mock, startMock } from "./server.ts";
import { call, loadFixtureWith } from "./testing.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({
    spec: await loadSpec(fileURLToPath(new URL("../../spec/openapi.yaml", import.meta.url))),
    port: 0,
  });
});
afterAll(() => mock.close());

const ask = async (line: string, options?: Parameters<typeof call>[2]) => (await call(mock.url, line, options)).body;

const order = {
  amount: 4200,
  currency: "JPY",
  returnUrl: "https://shop.example/orders/7/return",
  description: "Order 7",
  metadata: { order: "7", customer: "c 1" },
};

describe("the mock's response", () => {
  it("to a new payment has the properties of the request", async () => {
    const created = await ask("POST /payments", { body: order });
    expect(created).toMatchObject(order);
    expect([created, isPayment(created)]).toEqual([expect.not.objectContaining({ capture: expect.anything() }), true]);
  });

  it("to a new payment has no property that the request left out", async () => {
    const { description: _, metadata: __, ...minimal } = order;
    const created = await ask("POST /payments", { body: { ...minimal, capture: false } });
    expect(created).toMatchObject({ ...minimal, metadata: {} });
    expect([created, isPayment(created)]).toEqual([expect.not.objectContaining({ description: "Order 1042" }), true]);
  });

  it("to an id has that id, wherever the example repeats its own", async () => {
    const lines = ["GET /payments/pay_mine", "POST /payments/pay_mine/capture", "POST /payments/pay_mine/cancel"];
    for (const line of lines) {
      const payment = await ask(line);
      expect(payment).toMatchObject({ id: "pay_mine" });
      expect([isPayment(payment), JSON.stringify(payment).match(/pay_(?!mine)\w+/)]).toEqual([true, null]);
    }
    expect(await ask("GET /refunds/re_mine")).toMatchObject({ id: "re_mine" });
    expect(await ask("GET /settlements/setl_mine")).toMatchObject({ id: "setl_mine" });
  });

  it("to a capture has the captured amount, which is never more than the payment's", async () => {
    const captured = await ask("POST /payments/pay_mine/capture", { body: { amount: 500 } });
    expect(captured).toMatchObject({ id: "pay_mine", amountCaptured: 500, amount: 190_000 });
    const all = await ask("POST /payments/pay_mine/capture", { body: { amount: 999_999 } });
    expect(all).toMatchObject({ amountCaptured: 999_999, amount: 999_999 });
    expect([isPayment(captured), isPayment(all)]).toEqual([true, true]);
  });

  it("to a new refund has its payment, amount and reason", async () => {
    const body = { payment: "pay_mine", amount: 7, reason: "duplicate", metadata: { ticket: "1" } };
    const refund = await ask("POST /refunds", { body });
    expect(refund).toMatchObject(body);
    expect(isRefund(refund)).toBe(true);
  });

  it("to a new webhook endpoint has its URL and event types", async () => {
    const body = { url: "https://shop.example/hook", enabled_events: ["payment.failed"] };
    const endpoint = await ask("POST /webhooks", { body });
    expect(endpoint).toMatchObject(body);
    expect(isWebhookEndpoint(endpoint)).toBe(true);
  });

  it("is the documented example, unchanged, if Prefer asks for it", async () => {
    const headers = { prefer: "code=201" };
    expect(await ask("POST /payments", { body: order, headers })).toMatchObject({ amount: 1000, currency: "EUR" });
  });

  it("is the documented example if it would not be valid with the request's values", async () => {
    const spec = await loadFixtureWith("amount: { type: integer }", "amount: { const: 1000 }");
    const strict = await startMock({ spec, port: 0 });
    try {
      const body = { amount: 5, currency: "EUR", returnUrl: "https://shop.example/" };
      expect((await call(strict.url, "POST /payments", { body })).body).toMatchObject({ amount: 1000 });
    } finally {
      await strict.close();
    }
  });
});
