import type { Event } from "@vinr/types";
import { eventExamples } from "../generated/examples.js";
import { signPayload } from "../index.js";
import type { EventOf } from "../webhooks/handlers.js";
import { checkName } from "./check-name.js";
import type { VirtualClock } from "./virtual-clock.js";

/** A delivery of an event, as VINR posts it. */
export interface TestDelivery<E> {
  readonly event: E;
  /** The raw body. */
  readonly body: string;
  readonly headers: {
    readonly "content-type": "application/json";
    readonly "x-vinr-signature": string;
    readonly "x-vinr-timestamp": string;
  };
}

/** The resource of an event type's events, such as a payment. */
export type ResourceOf<T extends Event["type"]> = EventOf<T>["data"]["object"];

/** The changes to the example of an event type, and how it is signed. */
export interface DeliveryOptions<T extends Event["type"]> {
  /** The secret that your handler verifies with. */
  readonly secret: string;
  /** Properties to change in the resource, `event.data.object`. */
  readonly resource?: Partial<ResourceOf<T>> | undefined;
  /** Properties to change in the event. */
  readonly event?: Partial<EventOf<T>> | undefined;
  /** Unix seconds. Default: the time of `clock`. */
  readonly timestamp?: number | undefined;
  /** The clock of the test kit, if it was moved by minutes or starts on another date. Default: the system's. */
  readonly clock?: Pick<VirtualClock, "now"> | undefined;
}

/**
 * Creates a signed delivery of the specification's example of an event type, for tests of your webhook handler.
 *
 * @example
 * const resource = { metadata: { order: "1042" } };
 * const { body, headers } = createDelivery("payment.completed", { secret, resource });
 * const response = await handler(new Request("https://shop.example/webhooks", { method: "POST", body, headers }));
 * @throws {TypeError} for an event type that the API does not have.
 */
export function createDelivery<T extends Event["type"]>(
  type: T,
  options: DeliveryOptions<T>,
): TestDelivery<EventOf<T>> {
  checkName("event type", type, eventExamples);
  const { secret, resource, event: changes, clock = Date, timestamp = Math.floor(clock.now() / 1000) } = options;
  const [example] = Object.values(eventExamples[type]);
  const event: { data: { object: object } } = { ...example, ...changes };
  event.data = { ...event.data, object: { ...event.data.object, ...resource } };
  const body = JSON.stringify(event);
  const headers = { "content-type": "application/json", ...signPayload(body, secret, timestamp) } as const;
  return { event: event as EventOf<T>, body, headers };
}
