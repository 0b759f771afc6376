import type { Event } from "@vinr/types";
import { eventExamples } from "../generated/examples.js";
import { signPayload } from "../index.js";
import type { EventOf } from "../webhooks/handlers.js";
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

/**
 * Creates a signed delivery of the specification's example of an event type, for tests of your webhook handler.
 *
 * @example
 * const { body, headers } = createDelivery("payment.completed", { secret });
 * const response = await handler(new Request("https://shop.example/webhooks", { method: "POST", body, headers }));
 */
export function createDelivery<T extends Event["type"]>(
  type: T,
  options: {
    readonly secret: string;
    /** Properties to change in the example. */
    readonly event?: Partial<EventOf<T>> | undefined;
    /** Unix seconds. Default: the time of `clock`. */
    readonly timestamp?: number | undefined;
    /** The clock of the test kit, if it was moved by minutes or starts on another date. Default: the system's. */
    readonly clock?: Pick<VirtualClock, "now"> | undefined;
  },
): TestDelivery<EventOf<T>> {
  const [example] = Object.values(eventExamples[type]);
  const event = { ...example, ...options.event } as EventOf<T>;
  const body = JSON.stringify(event);
  const { secret, clock = Date, timestamp = Math.floor(clock.now() / 1000) } = options;
  const headers = { "content-type": "application/json", ...signPayload(body, secret, timestamp) } as const;
  return { event, body, headers };
}
