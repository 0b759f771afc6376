import { createInvalidArgumentError } from "../errors/create-errors.js";
import { readPayload, readSecrets, type WebhookPayload } from "./delivery.js";
import { signSync } from "./hmac.js";

/**
 * Signs a payload as VINR does, for tests of your webhook handler.
 *
 * @example
 * const headers = signPayload(body, secret);
 * await fetch(url, { method: "POST", body, headers });
 * @param timestamp Unix seconds. Default: now.
 * @throws {VinrError} `bad_secret`, `invalid_argument` for a timestamp that is not a whole number, or `payload_not_raw` for a body that is neither text nor bytes.
 */
export function signPayload(
  payload: WebhookPayload,
  secret: string,
  timestamp: number = Math.floor(Date.now() / 1000),
): { "x-vinr-signature": string; "x-vinr-timestamp": string } {
  if (!Number.isSafeInteger(timestamp)) throw createInvalidArgumentError("The timestamp must be in Unix seconds.");
  const seconds = String(timestamp);
  readSecrets(secret);
  const hex = signSync(secret, { seconds, body: readPayload(payload) });
  return { "x-vinr-signature": `v1=${hex}`, "x-vinr-timestamp": seconds };
}
