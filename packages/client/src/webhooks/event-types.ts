import type { Event } from "@vinr/types";

/** Every event type that this version of the package knows. The compiler holds it equal to the specification's. */
const eventTypes: Readonly<Record<Event["type"], true>> = {
  "payment.created": true,
  "payment.authorized": true,
  "payment.completed": true,
  "payment.failed": true,
  "payment.cancelled": true,
  "payment.expired": true,
  "refund.created": true,
  "refund.completed": true,
  "refund.failed": true,
  "dispute.opened": true,
  "dispute.resolved": true,
  "settlement.completed": true,
};

export function isEventType(type: string): type is Event["type"] {
  return Object.hasOwn(eventTypes, type);
}

export function listEventTypes(): string {
  return Object.keys(eventTypes).join(", ");
}
