import type { Event } from "@vinr/types";
import { VinrWebhookError } from "./errors.js";
import { loadCrypto } from "./hmac.js";

/** A raw body, as it came. Bytes are best: a framework that decodes them may change them. */
export type WebhookPayload = ArrayBuffer | Uint8Array | string;

/** A header as Node and fetch give it. */
export type HeaderValue = readonly string[] | string | null | undefined;

/** Why a delivery is not to be trusted. */
export type WebhookErrorCode =
  | "bad_secret"
  | "missing_header"
  | "no_match"
  | "payload_not_json"
  | "timestamp_invalid"
  | "timestamp_too_new"
  | "timestamp_too_old";

/** How strictly a delivery is verified. */
export interface WebhookOptions {
  /** Seconds that the timestamp may lie before or after the clock. Default: 300. */
  readonly tolerance?: number | undefined;
  /** The clock, in milliseconds since 1970. Default: the system's. */
  readonly now?: (() => number) | undefined;
}

/** More signatures than a delivery has; what comes after them is not looked at. */
const mostSignatures = 16;

/**
 * Verifies a delivery and gives its event.
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
  secret: string | readonly string[] | undefined,
  options: WebhookOptions = {},
): Event {
  const secrets = readSecrets(secret);
  const body = readPayload(payload);
  const signatures = readHeader("X-Vinr-Signature", signature);
  const seconds = readHeader("X-Vinr-Timestamp", timestamp);
  checkTimestamp(seconds, options);
  if (!matches(body, signatures, seconds, secrets)) {
    throw refusal(
      "no_match",
      "No signature matches. Pass the raw body, byte for byte, and the secret of this endpoint and environment.",
    );
  }
  return parseEvent(body);
}

/**
 * Signs a payload as VINR does, for tests of your own webhook handler.
 *
 * @example
 * const headers = signPayload(body, secret, Math.floor(Date.now() / 1000));
 * @param timestamp Unix seconds.
 */
export function signPayload(
  payload: WebhookPayload,
  secret: string,
  timestamp: number,
): { "x-vinr-signature": string; "x-vinr-timestamp": string } {
  const hex = loadCrypto()
    .createHmac("sha256", secret)
    .update(`${timestamp}.`)
    .update(readPayload(payload))
    .digest("hex");
  return { "x-vinr-signature": `v1=${hex}`, "x-vinr-timestamp": String(timestamp) };
}

function readSecrets(secret: string | readonly string[] | undefined): readonly string[] {
  const secrets = [secret ?? ""].flat();
  // White space comes from a file's end, another prefix from another variable: neither can ever match.
  const isBad = (one: unknown) => typeof one !== "string" || one === "" || /\s|^[spr]k_/.test(one);
  if (secrets.length > 0 && !secrets.some(isBad)) return secrets;
  throw refusal(
    "bad_secret",
    "The webhook secret is missing or none: it starts with whsec_; check VINR_WEBHOOK_SECRET.",
  );
}

function readPayload(payload: unknown): string | Uint8Array {
  if (typeof payload === "string") return payload;
  if (ArrayBuffer.isView(payload)) return new Uint8Array(payload.buffer, payload.byteOffset, payload.byteLength);
  // By its tag, since a buffer of another realm is no instance of this one's class.
  if (Object.prototype.toString.call(payload) === "[object ArrayBuffer]") return new Uint8Array(payload as ArrayBuffer);
  throw refusal(
    "payload_not_json",
    `The body is ${payload === null ? "null" : `of type ${typeof payload}`}: it was parsed before. Pass the raw body, as a string or as bytes.`,
  );
}

function readHeader(name: string, value: HeaderValue): string {
  const text = typeof value === "string" ? value : (value ?? []).join(",");
  if (text !== "") return text;
  throw refusal("missing_header", `The header ${name} is missing; VINR sends it with every delivery.`);
}

function checkTimestamp(seconds: string, { tolerance = 300, now = Date.now }: WebhookOptions): void {
  if (!/^\d{1,12}$/.test(seconds)) {
    throw refusal("timestamp_invalid", "X-Vinr-Timestamp is no number of Unix seconds.");
  }
  const age = now() / 1000 - Number(seconds);
  if (age > tolerance) {
    throw refusal(
      "timestamp_too_old",
      `The delivery was signed more than ${tolerance} s ago; check this server's clock.`,
    );
  }
  if (age < -tolerance) {
    throw refusal(
      "timestamp_too_new",
      `The delivery was signed more than ${tolerance} s ahead; check this server's clock.`,
    );
  }
}

function matches(body: string | Uint8Array, header: string, seconds: string, secrets: readonly string[]): boolean {
  const crypto = loadCrypto();
  const given = header
    .split(",", mostSignatures)
    .map((part) => /^\s*v1=([0-9a-f]{64})\s*$/.exec(part)?.[1])
    .filter((hex) => hex !== undefined)
    .map(readHex);
  return secrets.some((secret) => {
    const expected = crypto.createHmac("sha256", secret).update(`${seconds}.`).update(body).digest();
    return given.some((signature) => crypto.timingSafeEqual(signature, expected));
  });
}

function readHex(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16),
  );
}

/** Checks no more than that it is an object: event types and fields that are new pass through. */
function parseEvent(body: string | Uint8Array): Event {
  try {
    const text = typeof body === "string" ? body : new TextDecoder("utf-8", { fatal: true }).decode(body);
    const event: unknown = JSON.parse(text);
    if (typeof event === "object" && event !== null) return event as Event;
  } catch {
    // The parser's message quotes the body, which may hold a customer's data.
  }
  throw refusal("payload_not_json", "The signature matches, but the body is no JSON object.");
}

function refusal(code: WebhookErrorCode, message: string): VinrWebhookError {
  return new VinrWebhookError(message, { code });
}
