import type { Event } from "@vinr/types";
import {
  createWebhookError,
  type HeaderValue,
  readDelivery,
  readEvent,
  type WebhookOptions,
  type WebhookPayload,
  type WebhookSecret,
} from "./delivery.js";
import { signAsync, signSync } from "./hmac.js";

/**
 * Verifies a delivery and returns its event. Synchronous; needs `node:crypto`.
 *
 * The signature is an HMAC-SHA256 of `<timestamp>.<raw body>`, with the whole secret as the key. Several secrets may be
 * valid during a rotation, and a delivery may carry several signatures: one match is enough.
 *
 * @example
 * const event = constructEvent(body, signature, timestamp, process.env.VINR_WEBHOOK_SECRET);
 * @throws {VinrWebhookError} if the delivery cannot be trusted; respond with 400.
 */
export function constructEvent(
  payload: WebhookPayload,
  signature: HeaderValue,
  timestamp: HeaderValue,
  secret: WebhookSecret,
  options?: WebhookOptions,
): Event {
  const delivery = readDelivery(payload, signature, timestamp, secret, options);
  return readEvent(
    delivery,
    delivery.secrets.map((one) => signSync(one, delivery)),
  );
}

/**
 * The same as `constructEvent`, with Web Crypto, for runtimes without `node:crypto`.
 *
 * @throws {VinrWebhookError} if the delivery cannot be trusted; respond with 400.
 */
export async function constructEventAsync(
  payload: WebhookPayload,
  signature: HeaderValue,
  timestamp: HeaderValue,
  secret: WebhookSecret,
  options?: WebhookOptions,
): Promise<Event> {
  const delivery = readDelivery(payload, signature, timestamp, secret, options);
  return readEvent(delivery, await Promise.all(delivery.secrets.map((one) => signAsync(one, delivery))));
}

/**
 * Verifies the delivery in a `Request` and returns its event. It reads the body, so nothing else may read it before.
 *
 * @example
 * export default {
 *   async fetch(request, env) {
 *     const event = await constructEventFromRequest(request, env.VINR_WEBHOOK_SECRET);
 *     return new Response(event.id);
 *   },
 * };
 * @throws {VinrWebhookError} if the delivery cannot be trusted; respond with 400.
 */
export async function constructEventFromRequest(
  request: Request,
  secret: WebhookSecret,
  options?: WebhookOptions,
): Promise<Event> {
  let body: ArrayBuffer;
  try {
    body = await request.arrayBuffer();
  } catch {
    throw createWebhookError(
      "payload_not_json",
      "The body was already read, or the connection was cut. Pass the request before anything reads its body.",
    );
  }
  const { headers } = request;
  return constructEventAsync(body, headers.get("x-vinr-signature"), headers.get("x-vinr-timestamp"), secret, options);
}
