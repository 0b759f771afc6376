import { randomUUID } from "node:crypto";
import type { Event, Payment } from "@vinr/server";
import { timestampOf } from "../../domain/time.js";

/** An id that no earlier run had: a receiver would ignore one that it knows. */
function newId(prefix: string): string {
  return `${prefix}_${randomUUID().replaceAll("-", "")}`;
}

/** A payment's events in the order in which they happened. */
export function createEvents(): { readonly created: Event; readonly completed: Event } {
  const created_at = timestampOf(Date.now());
  const payment: Payment = {
    id: newId("pay"),
    object: "payment",
    status: "pending",
    amount: 1000,
    currency: "EUR",
    returnUrl: "https://shop.example/return",
    metadata: {},
    created_at,
  };
  const completed: Payment = {
    ...payment,
    status: "completed",
    amountCapturable: 0,
    amountCaptured: 1000,
    amountRefunded: 0,
  };
  const about = (type: "payment.completed" | "payment.created", object: Payment): Event => ({
    id: newId("evt"),
    object: "event",
    type,
    created_at,
    data: { object },
  });
  return { created: about("payment.created", payment), completed: about("payment.completed", completed) };
}

/** The event of a payment that was completed. */
export function createEvent(): Event {
  return createEvents().completed;
}
