import { constructEvent, type Event, type HeaderValue } from "@vinr/client";

/** Verifies a delivery while the secret changes: either the new or the old secret may have signed it. */
export function verify(body: Uint8Array, signature: HeaderValue, timestamp: HeaderValue): Event {
  const { VINR_WEBHOOK_SECRET = "", VINR_WEBHOOK_SECRET_OLD = "" } = process.env;
  const secrets = [VINR_WEBHOOK_SECRET, VINR_WEBHOOK_SECRET_OLD].filter((secret) => secret !== "");
  return constructEvent(body, signature, timestamp, secrets);
}
