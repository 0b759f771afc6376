import type { Event } from "@vinr/types";
import type { VinrWebhookError } from "../errors/errors.js";
import {
  createTooLargeError,
  createWebhookError,
  type Delivery,
  type DeliveryHeaders,
  type HeaderValue,
  readDelivery,
  readEvent,
  readHeaders,
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
  const delivery = readDelivery(readHeaders(signature, timestamp, secret, options), payload);
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
  const headers = readHeaders(signature, timestamp, secret, options);
  return verifyAsync(readDelivery(headers, payload));
}

async function verifyAsync(delivery: Delivery): Promise<Event> {
  return readEvent(delivery, await Promise.all(delivery.secrets.map((one) => signAsync(one, delivery))));
}

/**
 * Verifies the delivery in a `Request` and returns its event. It reads the body, so nothing else may read it before. A body
 * is read only if the headers are valid, and at most `maxBytes` of it.
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
  const all = request?.headers;
  if (typeof all?.get !== "function") throw createUnreadableError();
  const headers = readHeaders(all.get("x-vinr-signature"), all.get("x-vinr-timestamp"), secret, options);
  return verifyAsync(readDelivery(headers, await readBody(request, headers)));
}

function createUnreadableError(): VinrWebhookError {
  return createWebhookError(
    "payload_not_json",
    "The body was already read, or the connection was cut. Pass the request before anything reads its body.",
  );
}

/** Reads a body, at most as many bytes of it as are allowed. */
async function readBody({ body, bodyUsed }: Request, headers: DeliveryHeaders): Promise<Uint8Array> {
  if (bodyUsed) throw createUnreadableError();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    const reader = body?.getReader();
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      size += next.value.length;
      if (size > headers.maxBytes) {
        // Hangs up instead of waiting for the rest.
        reader?.cancel().catch(() => {});
        break;
      }
      chunks.push(next.value);
    }
  } catch {
    throw createUnreadableError();
  }
  if (size > headers.maxBytes) throw createTooLargeError(headers);
  return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
}
