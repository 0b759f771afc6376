import { validateEvent } from "@vinr/validators/strict";
import { hmacSha256 } from "../digests.js";
import type { Event } from "../generated/types.js";

/**
 * The request that delivers an event: POST the body with the headers.
 *
 * @example
 * ```ts
 * function send(url: string, { body, headers }: SignedDelivery): Promise<Response> {
 *   return fetch(url, { method: "POST", body, headers: { ...headers }, redirect: "error" });
 * }
 * ```
 */
export interface SignedDelivery {
  /** The event as JSON. The signature is over exactly this text. */
  readonly body: string;
  readonly headers: {
    readonly "content-type": "application/json";
    /** `v1=<lower-case hex>` for each secret, separated by commas. */
    readonly "x-vinr-signature": string;
    /** Unix seconds. */
    readonly "x-vinr-timestamp": string;
  };
}

/**
 * Signs an event for a webhook endpoint, as VINR does: the HMAC-SHA256 of `<timestamp>.<body>` with the whole secret as the
 * key. While a secret rotates, pass both: the delivery then carries two signatures.
 *
 * Sign each attempt anew: receivers reject a timestamp more than 300 seconds away from their clocks.
 *
 * @example
 * ```ts
 * async function deliver(event: Event, url: string, secret: string): Promise<boolean> {
 *   const { body, headers } = await signDelivery(event, secret);
 *   const response = await fetch(url, { method: "POST", body, headers: { ...headers }, redirect: "error" });
 *   return response.ok;
 * }
 * ```
 * @param secrets One secret of the endpoint (`whsec_…`), or several.
 * @param now Milliseconds since the epoch. Default: now.
 * @throws {TypeError} if the event does not match the specification, or a secret is missing or invalid.
 */
export async function signDelivery(
  event: Event,
  secrets: string | readonly string[],
  now: number = Date.now(),
): Promise<SignedDelivery> {
  const body = JSON.stringify(event);
  // The text is what is sent: an object may turn into another one on the way, by a toJSON of its own.
  const result = validateEvent(body === undefined ? body : JSON.parse(body));
  if (!result.ok) {
    const messages = result.issues.map(({ message }) => message).join("; ");
    throw new TypeError(`The event does not match the specification: ${messages}`);
  }
  return signBody(body, secrets, now);
}

/** The same for any body, such as one that a receiver has to reject. */
export async function signBody(
  body: string,
  secrets: string | readonly string[],
  now: number = Date.now(),
): Promise<SignedDelivery> {
  const keys = typeof secrets === "string" ? [secrets] : secrets;
  if (!Array.isArray(keys) || keys.length === 0)
    throw new TypeError("secrets must be a secret of the webhook endpoint, which starts with whsec_, or several.");
  if (!Number.isFinite(now)) throw new TypeError("now must be a number of milliseconds since the epoch.");
  const timestamp = String(Math.floor(now / 1000));
  const signatures = await Promise.all(keys.map((key) => sign(key, `${timestamp}.${body}`)));
  return {
    body,
    headers: {
      "content-type": "application/json",
      "x-vinr-signature": signatures.map((hex) => `v1=${hex}`).join(","),
      "x-vinr-timestamp": timestamp,
    },
  };
}

async function sign(secret: string, text: string): Promise<string> {
  // Never shows the secret, not even a wrong one.
  if (!/^whsec_[!-~]+$/.test(secret)) throw new TypeError("The secret of a webhook endpoint starts with whsec_.");
  return hmacSha256(secret, text);
}
