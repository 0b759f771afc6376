import { describe, expect, it } from "vitest";
import {
  isEvent,
  isPayment,
  validatePaymentCreateParams,
  validateRefundCreateParams,
  validateWebhookEndpointCreateParams,
} from "./index.js";

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
      "return_url is not a known property; did you mean returnUrl?",
    ]);
  });

  it.each([
    [{ currency: "eur" }, 'currency must be three upper-case letters, got "eur"; did you mean EUR?'],
    [{ currency: " eur\n" }, 'currency must be three upper-case letters, got " eur\\n"; did you mean EUR?'],
    [{ currency: "EURO" }, 'currency must be three upper-case letters, got "EURO"'],
    [{ currency: "" }, 'currency must be three upper-case letters, got ""'],
    [{ currency: 978 }, "currency must be a string, got 978"],
    [
      { returnUrl: "nowhere" },
      'returnUrl must be a URL that starts with http:// or https:// and has no spaces, got "nowhere"',
    ],
    [{ returnUrl: "https://a b" }, expect.stringMatching(/^returnUrl must be a URL that .* has no spaces, got/)],
    [{ returnUrl: "https://[" }, 'returnUrl must be an absolute URI, got "https://["'],
    [{ returnUrl: `https://${"a".repeat(3000)}` }, "returnUrl must be of length at most 2048, got 3008"],
    [{ description: "x".repeat(501) }, "description must be of length at most 500, got 501"],
  ])("tell what is wrong with %j in one sentence, in the words of the specification", (wrong, message) => {
    const params = { amount: 1, currency: "EUR", returnUrl: "https://shop.example/return", ...wrong };
    expect(messagesOf(validatePaymentCreateParams(params))).toEqual([message]);
  });

  it("suggest an id without the spaces around it, and never in another case", () => {
    const suggestionOf = (payment: string) => {
      const result = validateRefundCreateParams({ payment });
      return result.ok ? [] : result.issues.map(({ message, suggestion }) => [message, suggestion]);
    };
    expect([" pay_7rP1", "PAY_7rP1", "pay 7rP1"].map(suggestionOf)).toEqual([
      [['payment must be pay_ followed by letters and digits, got " pay_7rP1"; did you mean pay_7rP1?', "pay_7rP1"]],
      [['payment must be pay_ followed by letters and digits, got "PAY_7rP1"', undefined]],
      [['payment must be pay_ followed by letters and digits, got "pay 7rP1"', undefined]],
    ]);
  });

  it("name the event type that was most likely meant", () => {
    const params = { url: "https://shop.example/hook", enabled_events: ["payment.complete"] };
    expect(messagesOf(validateWebhookEndpointCreateParams(params))).toEqual([
      expect.stringMatching(/^enabled_events\[0\] must be one of .*; did you mean payment\.completed\?$/),
    ]);
  });
});
