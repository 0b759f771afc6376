import type { Event } from "@vinr/types";
import { appendBytes } from "../append-bytes.js";
import type { VinrError } from "../errors/errors.js";
import {
  createNotRawError,
  createTooLargeError,
  createWebhookError,
  type Delivery,
  type DeliveryHeaders,
  type HeaderValue,
  isTooLarge,
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
 * @throws {VinrError} if your server is at fault: without a secret, or with a body that is not raw; respond with 500.
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
 * @throws {VinrError} if your server is at fault: without a secret, or with a body that is not raw; respond with 500.
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

async function verifyAsync({ body, ...rest }: Delivery): Promise<Event> {
  // A copy: the caller may reuse its bytes meanwhile, and what is parsed must be what was verified.
  const delivery = { ...rest, body: typeof body === "string" ? body : copyBytes(body) };
  return readEvent(delivery, await Promise.all(delivery.secrets.map((one) => signAsync(one, delivery))));
}

/** Copies the bytes of any view, such as a DataView. */
function copyBytes({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength).slice();
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
 * @throws {VinrError} if your server is at fault: without a secret, or with a body that is not raw; respond with 500.
 */
export async function constructEventFromRequest(
  request: Request,
  secret: WebhookSecret,
  options?: WebhookOptions,
): Promise<Event> {
  const all = request?.headers;
  if (typeof all?.get !== "function") throw createNotRawError("Pass the Request of the delivery.");
  const headers = readHeaders(all.get("x-vinr-signature"), all.get("x-vinr-timestamp"), secret, options);
  return verifyAsync(readDelivery(headers, await readBody(request, headers)));
}

function createAlreadyReadError(): VinrError {
  return createNotRawError("The body was already read. Pass the Request before anything reads its body.");
}

/** Reads a body, at most as many bytes of it as are allowed. */
async function readBody({ body, bodyUsed }: Request, headers: DeliveryHeaders): Promise<Uint8Array> {
  if (bodyUsed || body?.locked) throw createAlreadyReadError();
  let bytes: Uint8Array = new Uint8Array();
  let size = 0;
  try {
    const reader = body?.getReader();
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      const start = size;
      size += next.value.length;
      if (isTooLarge(size, headers)) {
        // Hangs up instead of waiting for the rest.
        reader?.cancel().catch(() => {});
        break;
      }
      bytes = appendBytes(bytes, start, next.value);
    }
  } catch {
    throw createWebhookError("payload_cut", "The connection was cut while the body was read.");
  }
  if (isTooLarge(size, headers)) throw createTooLargeError(headers);
  return bytes.subarray(0, size);
}
