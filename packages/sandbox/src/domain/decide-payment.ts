import { apiError, type NewPayment, type OperationRequest, type Payment, type PaymentFailure } from "@vinr/server";
import { failureOf } from "./cards.js";
import { type Change, type Decision, type DecisionContext, eventChange } from "./decision.js";
import { feeOf } from "./fees.js";
import { captureEntry } from "./ledger.js";
import { findTransition, isWaiting, type PaymentCause } from "./payment-life.js";
import { day, hour, timestampOf } from "./time.js";

type PaymentCreateParams = OperationRequest<"createPayment">["body"];

/** How long a checkout waits for its customer, and an authorization for its capture. */
export const checkoutLifetime = 24 * hour;
export const authorizationLifetime = 7 * day;

/** Currencies that no account accepts: the codes of ISO 4217 for tests and for no currency. */
const disabledCurrencies: readonly string[] = ["XTS", "XXX"];

/** An error that a capture gets from the bank, and why the payment has failed then. */
export interface RejectedCapture {
  readonly code: "authorization_declined" | "card_declined";
  readonly declineCode?: string;
  readonly failure: PaymentFailure;
}

/** By the amount of the payment. The API accepts no card, so the amount decides what the bank does to a capture. */
const rejectedCaptures: ReadonlyMap<number, RejectedCapture> = new Map<number, RejectedCapture>([
  [40_201, { code: "card_declined", declineCode: "insufficient_funds", failure: failureOf("insufficient_funds") }],
  [40_202, { code: "authorization_declined", failure: failureOf("authorization_declined") }],
]);

/** @throws {ApiError} `currency_not_enabled`. */
export function createPayment(
  params: PaymentCreateParams,
  context: DecisionContext,
  checkoutUrlOf: (id: string) => string,
): Decision<NewPayment> {
  const { amount, currency, returnUrl, description, metadata = {}, capture = true } = params;
  if (disabledCurrencies.includes(currency)) {
    throw apiError("currency_not_enabled", { param: "currency", message: `The account does not accept ${currency}.` });
  }
  const id = context.newId("pay");
  const payment: NewPayment = {
    id,
    object: "payment",
    status: "pending",
    amount,
    currency,
    ...(description === undefined ? {} : { description }),
    returnUrl,
    checkoutUrl: checkoutUrlOf(id),
    metadata,
    created_at: timestampOf(context.now),
  };
  const expiry = { kind: "checkout_expiry", subject: id, at: context.now + checkoutLifetime } as const;
  return {
    result: payment,
    changes: [
      { kind: "payment", object: payment },
      { kind: "checkout", object: { id, capture } },
      { kind: "due", work: expiry },
      eventChange("payment.created", payment, context),
    ],
  };
}

/** @throws {ApiError} `already_captured`, `payment_not_capturable` or `amount_too_large`. */
export function capturePayment(
  payment: Payment,
  amount: number | undefined,
  context: DecisionContext,
): Decision<Payment> {
  const { id, status, amountCapturable = 0 } = payment;
  if (status === "completed") throw apiError("already_captured", { resource: id });
  if (status !== "authorized") throw apiError("payment_not_capturable", { resource: id });
  const captured = amount ?? amountCapturable;
  if (captured > amountCapturable) {
    const message = `At most ${amountCapturable} can be captured, not ${captured}.`;
    throw apiError("amount_too_large", { resource: id, param: "amount", message });
  }
  return move(payment, "capture", captureOf(payment, captured), context);
}

/** The bank's error for an authorization that is captured; undefined if the bank keeps its promise, or is not asked. */
export function findRejectedCapture(
  { status, amount, amountCapturable = 0 }: Payment,
  wanted = amountCapturable,
): RejectedCapture | undefined {
  return status === "authorized" && wanted <= amountCapturable ? rejectedCaptures.get(amount) : undefined;
}

/** @throws {ApiError} `already_captured` or `payment_not_cancellable`. */
export function cancelPayment(payment: Payment, context: DecisionContext): Decision<Payment> {
  const { id, status } = payment;
  if (status === "completed") throw apiError("already_captured", { resource: id });
  if (findTransition(status, "cancel") === undefined) throw apiError("payment_not_cancellable", { resource: id });
  return move(payment, "cancel", releaseOf(payment), context);
}

/** The customer has paid at the checkout, or passed the challenge. */
export function payPayment(payment: Payment, isCapturedAtOnce: boolean, context: DecisionContext): Decision<Payment> {
  if (isCapturedAtOnce) return move(payment, "pay", captureOf(payment, payment.amount), context);
  const { id, amount } = payment;
  const expiry = { kind: "authorization_expiry", subject: id, at: context.now + authorizationLifetime } as const;
  const changes: Change[] = [{ kind: "due", work: expiry }];
  return move(payment, "authorize", { properties: { amountCapturable: amount }, changes }, context);
}

/** The bank asks for 3-D Secure. */
export function challengePayment(payment: Payment, context: DecisionContext): Decision<Payment> {
  return move(payment, "challenge", { properties: {}, changes: [] }, context);
}

export function declinePayment(payment: Payment, failure: PaymentFailure, context: DecisionContext): Decision<Payment> {
  const { properties, changes } = releaseOf(payment);
  return move(payment, "decline", { properties: { ...properties, failure }, changes }, context);
}

/** The checkout was not finished, or the authorization not captured, in time. */
export function expirePayment(payment: Payment, context: DecisionContext): Decision<Payment> {
  return move(payment, "expire", releaseOf(payment), context);
}

/** Properties and changes that come with a transition, in addition to the state. */
interface Accompaniment {
  readonly properties: Partial<Payment>;
  readonly changes: readonly Change[];
}

function captureOf({ id, currency }: Payment, amount: number): Accompaniment {
  const entry = captureEntry(id, currency, amount, feeOf(amount));
  return {
    properties: { amountCapturable: 0, amountCaptured: amount, amountRefunded: 0 },
    changes: [{ kind: "entry", entry }],
  };
}

/** The authorized amount is given back to the customer. */
function releaseOf(payment: Payment): Accompaniment {
  return { properties: Object.hasOwn(payment, "amountCapturable") ? { amountCapturable: 0 } : {}, changes: [] };
}

/** @throws {Error} for a transition that the table does not have: callers check first. */
function move(
  payment: Payment,
  cause: PaymentCause,
  { properties, changes }: Accompaniment,
  context: DecisionContext,
): Decision<Payment> {
  const { checkoutUrl, ...rest } = payment;
  const { id, status } = payment;
  const transition = findTransition(status, cause);
  if (transition === undefined) throw new Error(`${id} is ${status}: ${cause} is impossible.`);
  const kept = isWaiting(transition.to) && checkoutUrl !== undefined ? { checkoutUrl } : {};
  const moved: Payment = { ...rest, status: transition.to, ...kept, ...properties };
  const ended: Change[] = [];
  if (isWaiting(status) && !isWaiting(transition.to))
    ended.push({ kind: "done", work: { kind: "checkout_expiry", subject: id } });
  if (status === "authorized") ended.push({ kind: "done", work: { kind: "authorization_expiry", subject: id } });
  const { event } = transition;
  return {
    result: moved,
    changes: [
      { kind: "payment", object: moved },
      ...ended,
      ...changes,
      ...(event === undefined ? [] : [eventChange(event as "payment.completed", moved, context)]),
    ],
  };
}
