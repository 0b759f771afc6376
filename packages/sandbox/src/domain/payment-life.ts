import type { Event, Payment } from "@vinr/server";

/**
 * The life of a payment, in one table: which cause leads from which state to which, with which event. Handlers, timers
 * and the checkout read it, and nothing else decides.
 */

export type PaymentStatus = Payment["status"];

/** An act of the merchant, the customer, the bank or time. */
export type PaymentCause = "authorize" | "cancel" | "capture" | "challenge" | "decline" | "expire" | "pay";

export interface PaymentTransition {
  readonly from: PaymentStatus;
  readonly cause: PaymentCause;
  readonly to: PaymentStatus;
  /** Undefined if there is no event: an absent property could be found on `Object.prototype`. */
  readonly event: Event["type"] | undefined;
}

const waiting = ["pending", "requires_authentication"] as const;

export const paymentLife: readonly PaymentTransition[] = [
  { from: "pending", cause: "challenge", to: "requires_authentication", event: undefined },
  ...waiting.flatMap((from): PaymentTransition[] => [
    { from, cause: "pay", to: "completed", event: "payment.completed" },
    { from, cause: "authorize", to: "authorized", event: "payment.authorized" },
    { from, cause: "decline", to: "failed", event: "payment.failed" },
    { from, cause: "cancel", to: "cancelled", event: "payment.cancelled" },
    { from, cause: "expire", to: "expired", event: "payment.expired" },
  ]),
  { from: "authorized", cause: "capture", to: "completed", event: "payment.completed" },
  { from: "authorized", cause: "decline", to: "failed", event: "payment.failed" },
  { from: "authorized", cause: "cancel", to: "cancelled", event: "payment.cancelled" },
  { from: "authorized", cause: "expire", to: "expired", event: "payment.expired" },
];

/** The transition of a payment in a state; undefined if the cause is impossible in it. */
export function findTransition(from: PaymentStatus, cause: PaymentCause): PaymentTransition | undefined {
  return paymentLife.find((transition) => transition.from === from && transition.cause === cause);
}

/** Whether the customer can still act on a payment. */
export function isWaiting(status: PaymentStatus): boolean {
  return waiting.some((one) => one === status);
}
