/**
 * Checks of the published packages on every runtime: the client's own checks, and the packages together over
 * the network. Plain JavaScript, with nothing of any one runtime.
 */
import { Vinr, VinrError } from "@vinr/client";
import { validatePaymentCreateParams } from "@vinr/validators";
import { smoke } from "./smoke.mjs";

const order = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

/** Throws if a check fails; otherwise returns a line to print. */
export async function tryPackages(baseUrl, options = {}) {
  const { passed, failed } = await smoke();
  expect(failed.join("; "), "");
  const rejected = validatePaymentCreateParams({ ...order, amount: 0 });
  expect(rejected.ok === false && rejected.issues[0].message, "amount must be at least 1, got 0");
  expect(validatePaymentCreateParams(order).ok, true);

  const vinr = new Vinr({ secretKey: "sk_test_Example", baseUrl, ...options });
  const payment = await vinr.payments.create(order);
  expect(payment.status, "pending");
  const ids = [];
  for await (const { id } of vinr.refunds.list()) ids.push(id);
  expect(ids.join(), "re_2bN7vC");
  const error = await vinr.payments.retrieve("re_2bN7vC").catch((reason) => reason);
  expect(error instanceof VinrError && error.code, "parameter_invalid");
  return `${passed} checks of the client; created ${payment.id}, listed ${ids.length} refund, caught ${error.code}`;
}

function expect(got, wanted) {
  if (got !== wanted) throw new Error(`wanted ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`);
}
