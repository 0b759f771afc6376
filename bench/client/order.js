/** The request that every contender sends. */
export const order = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };
export const key = "sk_test_4eC39HqLyjWDarjtT1zdp7dc";
export const headers = () => ({
  accept: "application/json",
  "content-type": "application/json",
  authorization: `Bearer ${key}`,
  "idempotency-key": crypto.randomUUID(),
});
