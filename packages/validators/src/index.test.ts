import { describe, expect, it } from "vitest";
import { isEvent, isPayment, validatePaymentCreateParams, validateWebhookEndpointCreateParams } from "./index.js";

const payment = {
  id: "pay_1234567890",
  object: "payment",
  status: "completed",
  amount: 1000,
  currency: "EUR",
  created_at: "2026-04-15T10:30:00Z",
  metadata: {},
};

function messagesOf(
  result: ReturnType<typeof validatePaymentCreateParams | typeof validateWebhookEndpointCreateParams>,
) {
  return result.ok ? [] : result.issues.map(({ message }) => message);
}

describe("the published validators", () => {
  it("accept the payment that VINR's documentation shows", () => {
    expect(isPayment(payment)).toBe(true);
  });

  it("accept a payment with a status that is not known yet", () => {
    expect(isPayment({ ...payment, status: "under_review", later: 1 })).toBe(true);
  });

  it("accept an event of a type that is not known yet, and no malformed one", () => {
    const event = { id: "evt_1", object: "event", created_at: payment.created_at, data: { object: payment } };
    expect(isEvent({ ...event, type: "payment.reviewed" })).toBe(true);
    expect(isEvent({ ...event, type: "payment.completed" })).toBe(true);
    expect(isEvent({ ...event, type: "payment.completed", data: { object: {} } })).toBe(false);
  });

  it("tell what the README says they tell", () => {
    const params = { amount: 0, currency: "EUR", return_url: "https://shop.example/return" };
    expect(messagesOf(validatePaymentCreateParams(params))).toEqual([
      "amount must be at least 1, got 0",
      "returnUrl is required",
      "return_url is not a known property; did you mean returnUrl?",
    ]);
  });

  it("name the event type that was most likely meant", () => {
    const params = { url: "https://shop.example/hook", enabled_events: ["payment.complete"] };
    expect(messagesOf(validateWebhookEndpointCreateParams(params))).toEqual([
      expect.stringMatching(/^enabled_events\[0\] must be one of .*; did you mean "payment\.completed"\?$/),
    ]);
  });
});
