/** A shop's own tests, in CommonJS under Jest, which cannot require ES modules. */
const { VinrCardError } = require("@vinr/client");
const { createDelivery, createTestKit } = require("@vinr/client/testing");
const { constructEvent } = require("@vinr/client/webhooks");
const { isPayment } = require("@vinr/validators");

const order = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

test("a declined card after a time-out", async () => {
  const { vinr, api } = createTestKit();
  api.on("createPayment").timeout().example("cardDeclined");
  const error = await vinr.payments.create(order).catch((reason) => reason);
  expect(error).toBeInstanceOf(VinrCardError);
  expect(error.attempts).toBe(2);
});

test("waits take no time with fake timers, too", async () => {
  jest.useFakeTimers();
  const { vinr, api } = createTestKit();
  api.on("createPayment").rateLimited({ retryAfter: 9 });
  const { attempts, data } = await vinr.payments.create(order).withResponse();
  jest.useRealTimers();
  expect([attempts, isPayment(data)]).toEqual([2, true]);
});

test("the API by path", async () => {
  const { data } = await createTestKit().vinr.http.GET("/payments");
  expect(data.object).toBe("list");
});

test("a delivery", () => {
  const secret = "whsec_ExampleOnlyNotASecret0000";
  const { body, headers } = createDelivery("payment.completed", { secret, resource: { amount: 5 } });
  const event = constructEvent(body, headers["x-vinr-signature"], headers["x-vinr-timestamp"], secret);
  expect(event.data.object.amount).toBe(5);
});
