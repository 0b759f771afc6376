/** The object that the servers of the benchmarks send, and the request that creates one. */
export const payment = {
  id: "pay_1234567890",
  object: "payment",
  status: "pending",
  amount: 1000,
  currency: "EUR",
  returnUrl: "https://shop.example/return",
  checkoutUrl: "https://checkout.vinr.com/pay_1234567890",
  created_at: "2026-04-15T10:30:00Z",
  metadata: {},
};

export const newPayment = {
  amount: 1000,
  currency: "EUR",
  returnUrl: "https://shop.example/return",
  metadata: { order: "1042" },
};

export const key = "sk_test_ExampleOnly";
