import { constructEvent, type Event, type HeaderValue } from "@vinr/client";

/** Verifies a delivery while the secret changes: it is genuine where the new secret signed it, or the old one. */
export function verify(body: Uint8Array, signature: HeaderValue, timestamp: HeaderValue): Event {
  const { VINR_WEBHOOK_SECRET = "", VINR_WEBHOOK_SECRET_OLD = "" } = process.env;
  const secrets = [VINR_WEBHOOK_SECRET, VINR_WEBHOOK_SECRET_OLD].filter((secret) => secret !== "");
  return constructEvent(body, signature, timestamp, secrets);
}
