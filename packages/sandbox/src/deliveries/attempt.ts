import { type Event, type SignedDelivery, signDelivery, type WebhookEndpoint } from "@vinr/server";
import type { World } from "../account/world.js";
import type { Delivery, DeliveryAttempt } from "../domain/delivery.js";
import { orAborted } from "../faults/faulty-api.js";
import { attemptTimeout } from "./claim.js";

/** Sends a request, as the global `fetch` does. */
export type SendRequest = (url: string, init: RequestInit) => Promise<Response>;

/** An attempt to deliver an event: its delivery, and its place among the attempts of it, from 0. */
export interface AttemptPlace {
  readonly account: string;
  /** The id of the webhook endpoint. */
  readonly endpoint: string;
  readonly delivery: string;
  readonly attempt: number;
}

/** The same, with the place of the attempt, for a sender that records attempts. */
export type SendDelivery = (
  url: string,
  init: RequestInit,
  place: AttemptPlace,
) => Promise<Pick<Response, "body" | "headers" | "status">>;

/** Who sends, for which account. */
export interface AttemptSettings {
  readonly world: World;
  readonly account: string;
  readonly send: SendDelivery;
}

/** A delivery with all that an attempt needs. */
export interface ReadyDelivery {
  readonly delivery: Delivery;
  readonly event: Event;
  readonly endpoint: WebhookEndpoint;
}

/** The outcome of an attempt, before the moment of its record. */
export type Outcome = Omit<DeliveryAttempt, "at">;

export type Sign = (event: Event, endpoint: WebhookEndpoint, world: World) => Promise<SignedDelivery>;

/** Signs with the time of the wall clock, whatever the account's clock says: receivers compare it with their own. */
export const signNow: Sign = (event, { secret = "" }, world) => signDelivery(event, secret, world.now());

/** Sends an event to its endpoint once. */
export async function attempt(
  { event, endpoint, delivery }: ReadyDelivery,
  { world, account, send }: AttemptSettings,
  sign: Sign = signNow,
): Promise<Outcome> {
  const { body, headers } = await sign(event, endpoint, world);
  try {
    // A redirect is not followed: it would carry the event to an address that nobody registered.
    const signal = AbortSignal.timeout(attemptTimeout);
    const init: RequestInit = { method: "POST", body, headers: { ...headers }, redirect: "manual", signal };
    const place = { account, endpoint: endpoint.id, delivery: delivery.id, attempt: delivery.attempts.length };
    // A test's `send` may ignore the signal.
    const { status, body: received } = await orAborted(signal, () => send(endpoint.url, init, place));
    // The body is not read, since a receiver can make it endless. A test's `send` may have read it, which locks it.
    await received?.cancel().catch(() => undefined);
    // HTTP parsers accept any three digits, but a status is at least 100 (RFC 9110, section 15).
    const isStatus = Number.isInteger(status) && status >= 100 && status <= 999;
    return isStatus ? { status } : { error: `The receiver responded with ${status}, which is not a status.` };
  } catch (error) {
    // In Jest, an error is not an instance of Node's own class.
    const message: unknown = typeof error === "string" ? error : Object(error).message;
    const unknown = "What sends deliveries has thrown something that is not an error.";
    return { error: typeof message === "string" ? message : unknown };
  }
}
