import { isVinrApiError } from "@vinr/client";
import { createDelivery, createTestKit } from "@vinr/client/testing";
import { expect, it, vi } from "vitest";
import { payOrder } from "./pay-order.ts";
import { POST } from "./webhook-handler.ts";

const order = { id: "1042", amount: 1000, currency: "EUR", attempt: 1 };

it("an order is one payment, however often the network fails", async () => {
  const { vinr, api } = createTestKit();
  api.on("createPayment").timeout().rateLimited({ retryAfter: 7 });
  expect(await payOrder(vinr, order)).toMatchObject({ status: "pending" }); // in no time: the clock is virtual
  const keys = api.callsOf("createPayment").map(({ idempotencyKey }) => idempotencyKey);
  expect(keys).toEqual(["order-1042-pay-1", "order-1042-pay-1", "order-1042-pay-1"]);
});

it("a currency that is not enabled is reported", async () => {
  const { vinr, api } = createTestKit();
  api.on("createPayment").error("currency_not_enabled");
  await expect(payOrder(vinr, { ...order, currency: "XAF" })).rejects.toSatisfy((error) =>
    isVinrApiError(error, "currency_not_enabled"),
  );
});

it("an amount with decimals is rejected, as VINR rejects it", async () => {
  const { vinr } = createTestKit();
  await expect(payOrder(vinr, { ...order, amount: 10.5 })).rejects.toMatchObject({ param: "amount" });
});

it("a delivery is accepted", async () => {
  const secret = "whsec_ForTestsOnly";
  vi.stubEnv("VINR_WEBHOOK_SECRET", secret); // what the handler verifies with
  const resource = { metadata: { order: "1042" } };
  const { body, headers } = createDelivery("payment.completed", { secret, resource });
  const response = await POST(new Request("https://shop.example/webhooks/vinr", { method: "POST", body, headers }));
  expect(response.status).toBe(204);
});
