import type { Event } from "@vinr/types";
import {
  type HeaderValue,
  readDelivery,
  readEvent,
  refusal,
  type WebhookOptions,
  type WebhookPayload,
  type WebhookSecret,
} from "./delivery.js";
import { signAsync, signSync } from "./hmac.js";

/**
 * Verifies a delivery and gives its event. Sync; needs `node:crypto`.
 *
 * The signature is HMAC-SHA256 over `<timestamp>.<raw body>`, with the whole secret as the key. Several secrets may be
 * valid while one is rotated, and a delivery may carry several signatures: one match is enough.
 *
 * @example
 * const event = constructEvent(body, signature, timestamp, process.env.VINR_WEBHOOK_SECRET);
 * @throws {VinrWebhookError} when the delivery is not to be trusted; answer it with 400.
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
 * `constructEvent` by Web Crypto, for runtimes without `node:crypto`.
 *
 * @throws {VinrWebhookError} when the delivery is not to be trusted; answer it with 400.
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
 * Verifies the delivery that a `Request` is, and gives its event. It reads the body, which must not be read before.
 *
 * @example
 * export default {
 *   async fetch(request, env) {
 *     const event = await constructEventFromRequest(request, env.VINR_WEBHOOK_SECRET);
 *     return new Response(event.id);
 *   },
 * };
 * @throws {VinrWebhookError} when the delivery is not to be trusted; answer it with 400.
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
    throw refusal("payload_not_json", "The body was read before, or was cut. Pass the request untouched.");
  }
  const { headers } = request;
  return constructEventAsync(body, headers.get("x-vinr-signature"), headers.get("x-vinr-timestamp"), secret, options);
}
