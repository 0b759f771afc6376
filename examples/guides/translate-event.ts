import type { EventType } from "@vinr/client";

/** Stripe's event types, and VINR's for the same. */
const types: Readonly<Record<string, EventType>> = {
  "payment_intent.created": "payment.created",
  "payment_intent.amount_capturable_updated": "payment.authorized",
  "payment_intent.succeeded": "payment.completed",
  "payment_intent.payment_failed": "payment.failed",
  "payment_intent.canceled": "payment.cancelled",
  "checkout.session.expired": "payment.expired",
  "refund.created": "refund.created",
  "refund.failed": "refund.failed",
  "charge.dispute.created": "dispute.opened",
  "charge.dispute.closed": "dispute.resolved",
  "payout.paid": "settlement.completed",
};

/** VINR's type for an event of Stripe, so that one handler serves both while a shop moves; undefined where it has none. */
export function translateEvent(type: string): EventType | undefined {
  return Object.hasOwn(types, type) ? types[type] : undefined;
}
