/** The life of a payment, as the quickstart runs it: each step a request, or something that the customer or time does. */

export type StepName = "capture" | "clock" | "create" | "pay" | "refund" | "settlement";

export interface Step {
  readonly name: StepName;
  readonly title: string;
  readonly text: string;
  /** The request, for readers; `{payment}` and `{settlement}` stand for ids. Absent where nothing is sent. */
  readonly request?: string;
  readonly body?: object;
}

export const order = {
  amount: 1000,
  currency: "EUR",
  returnUrl: "https://shop.example/orders/1042/return",
  description: "Order 1042",
  capture: false,
};

/** Part of the order comes back. */
export const refundedAmount = 400;

export const steps: readonly Step[] = [
  {
    name: "create",
    title: "Create a payment",
    text: "You request EUR 10.00, to capture when the order ships.",
    request: "POST /v1/payments",
    body: order,
  },
  {
    name: "pay",
    title: "The customer pays",
    text: "On the page behind checkoutUrl, with one of the test cards.",
  },
  {
    name: "capture",
    title: "Capture the payment",
    text: "The order ships, and you take the money.",
    request: "POST /v1/payments/{payment}/capture",
  },
  {
    name: "refund",
    title: "Refund part of it",
    text: "The customer returns an item that cost EUR 4.00.",
    request: "POST /v1/refunds",
    body: { payment: "{payment}", amount: refundedAmount },
  },
  {
    name: "clock",
    title: "Let three days pass",
    text: "The sandbox has its own clock. At midnight it settles the day; two days later it pays out the money.",
  },
  {
    name: "settlement",
    title: "See the settlement",
    text: "What was captured, less the refund and the fee: the amount that reaches your bank.",
    request: "GET /v1/settlements/{settlement}",
  },
];
