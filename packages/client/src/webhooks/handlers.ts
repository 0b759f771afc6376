import type { Event } from "@vinr/types";
import { createOptionError } from "../config/check-options.js";
import { ownProperties } from "../config/own-properties.js";
import { isVinrWebhookError } from "../errors/errors.js";
import { constructEventFromRequest } from "./construct-event.js";
import type { WebhookOptions, WebhookSecret } from "./delivery.js";
import { isEventType, listEventTypes } from "./event-types.js";

/** The event of a type. */
export type EventOf<T extends Event["type"]> = Extract<Event, { type: T }>;

type Handler<E> = (event: E) => unknown;

/**
 * Handlers of events, by type. Events without a handler go to the fallback; without one they are ignored, because VINR
 * adds event types at any time.
 *
 * Events arrive late, twice and in any order. A handler that acts on a failure retrieves the payment first, because it may
 * have been completed since.
 *
 * @example
 * const handlers = new WebhookHandlers()
 *   .on("payment.completed", (event) => fulfilOnce(event.data.object))
 *   .on("payment.failed", async (event) => reopenUnlessPaid(await vinr.payments.retrieve(event.data.object.id)))
 *   .otherwise((event) => console.log(`not handled: ${event.type}`));
 * await handlers.handle(event);
 */
export class WebhookHandlers {
  readonly #handlers = new Map<string, Handler<never>[]>();
  #fallback: Handler<Event> | undefined;

  /**
   * Handles events of a type; several handlers of one type run in the order of registration.
   *
   * @throws {VinrError} `invalid_option` for an event type that this version of the package does not know, because it is
   * probably misspelt, and for a handler that is not a function.
   */
  on<T extends Event["type"]>(type: T, handler: Handler<EventOf<T>>): this {
    if (!isEventType(type)) {
      throw createOptionError(
        `There is no event type ${String(type)}; newer ones go to otherwise(). The event types are ${listEventTypes()}.`,
      );
    }
    if (typeof handler !== "function") throw createOptionError(`The handler of ${type} must be a function.`);
    this.#handlers.set(type, [...(this.#handlers.get(type) ?? []), handler]);
    return this;
  }

  /** Handles events of all other types, including types that are newer than this package. */
  otherwise(handler: Handler<Event>): this {
    this.#fallback = handler;
    return this;
  }

  /** Runs the handlers of an event, one after another. Errors of handlers pass through. */
  async handle(event: Event): Promise<void> {
    const own = this.#handlers.get(event.type) as Handler<Event>[] | undefined;
    for (const handler of own ?? [this.#fallback]) await handler?.(event);
  }

  /**
   * Verifies a `Request`, handles its event and returns a response: 200, or 400 if the delivery cannot be trusted. Errors
   * of handlers pass through, and so do those of your server, such as a missing secret: log them and respond with 500, as most
   * frameworks do, and VINR delivers again.
   *
   * @throws {VinrError} `bad_secret` or `payload_not_raw`
   */
  async receive(request: Request, secret: WebhookSecret, options?: WebhookOptions): Promise<Response> {
    let event: Event;
    try {
      event = await constructEventFromRequest(request, secret, options);
    } catch (error) {
      if (!isVinrWebhookError(error)) throw error;
      return new Response(error.code, ownProperties({ status: 400, headers: {} }));
    }
    await this.handle(event);
    return new Response(null, ownProperties({ status: 200, headers: {} }));
  }
}
