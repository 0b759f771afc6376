/** The customer on a payment's hosted page. */
import type { Payment } from "@vinr/server";
import type { Account } from "../account/account.js";
import { find } from "../account/find.js";
import { failureOf, findCard } from "../domain/cards.js";
import { challengePayment, declinePayment, payPayment } from "../domain/decide-payment.js";
import { isWaiting } from "../domain/payment-life.js";
import { controlError } from "./errors.js";

/**
 * Pays with a test card.
 *
 * @throws {ApiError} `parameter_invalid` for any other number, which is neither kept nor shown, `resource_not_found`, or
 * `payment_not_payable`.
 */
export async function payWithCard(account: Account, id: string, card: string): Promise<Payment> {
  const outcome = findCard(card);
  if (outcome === undefined) {
    const message = "This is not one of the sandbox's test cards, so it was not used.";
    throw controlError("parameter_invalid", { message, param: "card" });
  }
  const payment = await find(account, "payment", id);
  if (!isWaiting(payment.status)) {
    const message = `${id} is ${payment.status}: it is not waiting for the customer.`;
    throw controlError("payment_not_payable", { message, resource: id });
  }
  if (outcome.kind === "decline") return account.apply(declinePayment(payment, outcome.failure, account.context));
  if (outcome.kind === "succeed") return pay(account, payment);
  // The bank asks again, whatever it asked before.
  if (payment.status === "requires_authentication") return payment;
  return account.apply(challengePayment(payment, account.context));
}

/**
 * Ends the 3-D Secure challenge.
 *
 * @throws {ApiError} `resource_not_found` or `challenge_not_pending`.
 */
export async function endChallenge(account: Account, id: string, isPassed: boolean): Promise<Payment> {
  const payment = await find(account, "payment", id);
  if (payment.status !== "requires_authentication") {
    const message = `${id} is ${payment.status}: there is nothing to authenticate.`;
    throw controlError("challenge_not_pending", { message, resource: id });
  }
  if (isPassed) return pay(account, payment);
  return account.apply(declinePayment(payment, failureOf("authentication_failed"), account.context));
}

/** Captured at once or authorized, as the payment was created. */
async function pay(account: Account, payment: Payment): Promise<Payment> {
  const { capture } = await account.read("checkout", payment.id);
  return account.apply(payPayment(payment, capture, account.context));
}
