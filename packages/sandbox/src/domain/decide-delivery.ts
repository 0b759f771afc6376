import type { Event, WebhookEndpoint } from "@vinr/server";
import type { Change, Surroundings } from "./decision.js";
import type { Delivery, DeliveryAttempt } from "./delivery.js";
import { hour, minute } from "./time.js";

/** How long after each failed attempt the next one is made; after the last, the delivery has failed. */
export const retryDelays: readonly number[] = [minute, 5 * minute, 30 * minute, 2 * hour, 24 * hour];

/** A delivery for each endpoint that wants an event of its type, due at once. */
export function planDeliveries(event: Event, endpoints: readonly WebhookEndpoint[], { now }: Surroundings): Change[] {
  return endpoints
    .filter((endpoint) => wants(endpoint, event))
    .flatMap(({ id: endpoint }): Change[] => {
      const id = `${event.id} ${endpoint}`;
      const delivery: Delivery = { id, event: event.id, endpoint, status: "pending", attempts: [] };
      return [
        { kind: "delivery", object: delivery },
        { kind: "due", work: { kind: "delivery", subject: id, at: now } },
      ];
    });
}

function wants({ status, enabled_events }: WebhookEndpoint, { type }: Event): boolean {
  return status === "enabled" && enabled_events.some((enabled) => enabled === "*" || enabled === type);
}

/** Only a 2xx ends a delivery well. Everything else, also a redirect, is tried again later. */
export function recordAttempt(delivery: Delivery, attempt: DeliveryAttempt): Change[] {
  const { id, attempts } = delivery;
  const done: Change = { kind: "done", work: { kind: "delivery", subject: id } };
  const recorded = { ...delivery, attempts: [...attempts, attempt] };
  const { status = 0 } = attempt;
  if (status >= 200 && status < 300) return [done, { kind: "delivery", object: { ...recorded, status: "succeeded" } }];
  const delay = retryDelays[attempts.length];
  if (delay === undefined) return [done, { kind: "delivery", object: { ...recorded, status: "failed" } }];
  return [
    done,
    { kind: "delivery", object: recorded },
    { kind: "due", work: { kind: "delivery", subject: id, at: attempt.at + delay } },
  ];
}

/** Deliveries to an endpoint stop when it is deleted, including pending retries. */
export function stopDelivery(delivery: Delivery): Change[] {
  return [
    { kind: "done", work: { kind: "delivery", subject: delivery.id } },
    { kind: "delivery", object: { ...delivery, status: "stopped" } },
  ];
}
