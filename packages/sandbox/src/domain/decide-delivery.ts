import type { Event, WebhookEndpoint } from "@vinr/server";
import { ownProperties } from "@vinr/server/internal";
import type { Change, Decision, DecisionContext } from "./decision.js";
import type { Delivery, DeliveryAttempt } from "./delivery.js";
import { hour, type Moment, minute } from "./time.js";

/** How long after each failed attempt the next one is made; after the last, the delivery has failed. */
export const retryDelays: readonly number[] = [minute, 5 * minute, 30 * minute, 2 * hour, 24 * hour];

/** A delivery for each endpoint that wants an event of its type, due at once. */
export function planDeliveries(
  event: Event,
  endpoints: readonly WebhookEndpoint[],
  { now }: DecisionContext,
): Change[] {
  return endpoints
    .filter((endpoint) => wants(endpoint, event))
    .flatMap(({ id: endpoint }): Change[] => {
      const id = deliveryIdOf(event.id, endpoint);
      const delivery: Delivery = { id, event: event.id, endpoint, status: "pending", attempts: [] };
      return [
        { kind: "delivery", object: delivery },
        { kind: "due", work: { kind: "delivery", subject: id, at: now } },
      ];
    });
}

/** An event is delivered to an endpoint once, so both make the id: `evt_3cE7gJ` to `we_6fD4pJ` is `dlv_3cE7gJ6fD4pJ`. */
function deliveryIdOf(event: string, endpoint: string): string {
  return `dlv_${event.replace(/^evt_/, "")}${endpoint.replace(/^we_/, "")}`;
}

function wants({ status, enabled_events }: WebhookEndpoint, { type }: Event): boolean {
  return status === "enabled" && enabled_events.some((enabled) => enabled === "*" || enabled === type);
}

/** Marks a delivery as being sent, so that no other process sends it at the same time. */
export function claimDelivery(delivery: Delivery, sender: string): Change[] {
  return [{ kind: "delivery", object: { ...delivery, claim: sender } }];
}

/** Makes the next attempt of a delivery due at another moment, after everything else that is due then. */
export function postponeDelivery(delivery: Delivery, at: Moment): Change[] {
  return [
    { kind: "delivery", object: { ...delivery, isPostponed: true } },
    { kind: "due", work: { kind: "delivery", subject: delivery.id, at } },
  ];
}

/** Only a 2xx is a success. After everything else, even a redirect, the delivery is retried later. */
export function recordAttempt(made: Delivery, attempt: DeliveryAttempt): Change[] {
  const delivery = withoutNext(made);
  const { id, attempts } = delivery;
  const done: Change = { kind: "done", work: { kind: "delivery", subject: id } };
  const recorded = { ...delivery, attempts: [...attempts, attempt] };
  if (hasSucceeded(attempt)) return [done, { kind: "delivery", object: { ...recorded, status: "succeeded" } }];
  const delay = retryDelays[scheduled(attempts).length];
  if (delay === undefined) return [done, { kind: "delivery", object: { ...recorded, status: "failed" } }];
  return [
    done,
    { kind: "delivery", object: recorded },
    { kind: "due", work: { kind: "delivery", subject: id, at: attempt.at + delay } },
  ];
}

/** When the schedule makes the next attempt. Undefined if none follows, or the first one is due at once. */
export function nextAttemptOf({ status, attempts }: Delivery): Moment | undefined {
  const made = scheduled(attempts);
  const [last, delay] = [made.at(-1), retryDelays[made.length - 1]];
  return status === "pending" && last !== undefined && delay !== undefined ? last.at + delay : undefined;
}

/** The attempts that the schedule made, without replays. */
function scheduled(attempts: readonly DeliveryAttempt[]): readonly DeliveryAttempt[] {
  // Counts without copying each: a merchant may have requested any number of replays.
  return attempts.filter((attempt) => !(Object.hasOwn(attempt, "isReplay") && attempt.isReplay));
}

/** A replay that succeeds makes the delivery succeed. One that fails does not change its retries. */
export function recordReplay(delivery: Delivery, attempt: DeliveryAttempt): Decision<Delivery> {
  const recorded: Delivery = { ...delivery, attempts: [...delivery.attempts, { ...attempt, isReplay: true }] };
  if (!hasSucceeded(attempt)) return { result: recorded, changes: [{ kind: "delivery", object: recorded }] };
  const succeeded: Delivery = { ...withoutNext(recorded), status: "succeeded" };
  const done: Change = { kind: "done", work: { kind: "delivery", subject: delivery.id } };
  return { result: succeeded, changes: [done, { kind: "delivery", object: succeeded }] };
}

function hasSucceeded(attempt: DeliveryAttempt): boolean {
  const { status = 0 } = ownProperties(attempt);
  return status >= 200 && status < 300;
}

/** Deliveries to an endpoint stop when it is deleted, including pending retries. */
export function stopDelivery(delivery: Delivery): Change[] {
  return [
    { kind: "done", work: { kind: "delivery", subject: delivery.id } },
    { kind: "delivery", object: { ...withoutNext(delivery), status: "stopped" } },
  ];
}

/** A delivery without the properties of its next attempt. */
function withoutNext({ claim: _, isPostponed: __, ...delivery }: Delivery): Delivery {
  return delivery;
}
