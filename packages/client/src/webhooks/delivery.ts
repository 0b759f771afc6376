import type { Event } from "@vinr/types";
import { VinrWebhookError } from "../errors.js";

/** A raw body, as it came. Bytes are best: a framework that decodes them may change them. */
export type WebhookPayload = ArrayBuffer | Uint8Array | string;

/** A header as Node and fetch give it. */
export type HeaderValue = readonly string[] | string | null | undefined;

/** The signing secret, `whsec_…`; several while one is rotated. */
export type WebhookSecret = readonly string[] | string | undefined;

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
  /** The clock, or the time itself, in milliseconds since 1970. Default: the system's. */
  readonly now?: (() => number) | number | undefined;
}

/** What a signature is over. */
export interface Signed {
  readonly body: string | Uint8Array;
  readonly seconds: string;
}

/** A delivery whose headers are sound, and whose signature is still to be checked. */
export interface Delivery extends Signed {
  readonly secrets: readonly string[];
  /** As they are claimed: `v1=` and hex, with white space around. */
  readonly signatures: readonly string[];
}

/** @throws {VinrWebhookError} */
export function readDelivery(
  payload: WebhookPayload,
  signature: HeaderValue,
  timestamp: HeaderValue,
  secret: WebhookSecret,
  options: WebhookOptions | undefined,
): Delivery {
  const secrets = readSecrets(secret);
  const body = readPayload(payload);
  const header = readHeader("Signature", signature);
  const seconds = readHeader("Timestamp", timestamp);
  checkTimestamp(seconds, options);
  // Sixteen are more than a delivery has. Most have one, and to look for a comma costs less than to split.
  const signatures = header.includes(",") ? header.split(",", 16) : [header];
  return { body, seconds, secrets, signatures };
}

/**
 * Gives the event of a delivery that carries one of the expected signatures.
 *
 * @throws {VinrWebhookError} `no_match`, `payload_not_json`
 */
export function readEvent({ body, signatures }: Delivery, expected: readonly string[]): Event {
  if (!signatures.some((signature) => expected.some((hex) => isSame(signature.trim(), hex)))) {
    throw refusal("no_match", "No signature matches: see the raw body and the secret.");
  }
  try {
    // Bytes that are no UTF-8 throw. A byte order mark is white space to trim().
    const text = typeof body === "string" ? body : new TextDecoder("utf-8", { fatal: true }).decode(body);
    const json = text.trim();
    // No more than that it is an object: event types and fields that are new pass through.
    if (json[0] === "{") return JSON.parse(json);
  } catch {
    // The parser's message quotes the body, which may hold a customer's data.
  }
  throw refusal("payload_not_json", "The body is no JSON object.");
}

/** Whether a signature is `v1=` and the expected hex, in a time that does not tell how much of it was right. */
function isSame(signature: string, hex: string): boolean {
  // Compared in place: to put the two together first would cost more than the comparison.
  let difference = signature.length - hex.length - 3;
  for (let index = 0; index < hex.length; index++) {
    difference |= signature.charCodeAt(index + 3) ^ hex.charCodeAt(index);
  }
  return difference === 0 && signature.startsWith("v1=");
}

/** @throws {VinrWebhookError} `payload_not_json` for what is neither text nor bytes. */
export function readPayload(payload: unknown): string | Uint8Array {
  if (typeof payload === "string" || ArrayBuffer.isView(payload)) return payload as Uint8Array | string;
  // By its tag, since a buffer of another realm is no instance of this one's class.
  if ((payload as ArrayBuffer | undefined)?.[Symbol.toStringTag] === "ArrayBuffer")
    return new Uint8Array(payload as ArrayBuffer);
  throw refusal("payload_not_json", "The body was parsed: pass the raw body.");
}

export function refusal(code: WebhookErrorCode, message: string): VinrWebhookError {
  return new VinrWebhookError(message, { code });
}

/** @throws {VinrWebhookError} `bad_secret` */
export function readSecrets(secret: WebhookSecret): readonly string[] {
  const secrets = typeof secret === "string" ? [secret] : (secret ?? []);
  // White space comes from a file's end, another prefix from another variable: neither can ever match.
  if (secrets.length > 0 && secrets.every((one) => typeof one === "string" && /^(?![spr]k_)\S+$/.test(one))) {
    return secrets;
  }
  throw refusal("bad_secret", "The secret must be a whsec_: see VINR_WEBHOOK_SECRET.");
}

function readHeader(name: string, value: HeaderValue): string {
  try {
    const text = String(value ?? "");
    if (text) return text;
  } catch {
    // An object without a prototype is no text.
  }
  throw refusal("missing_header", `X-Vinr-${name} is missing.`);
}

function checkTimestamp(seconds: string, options: WebhookOptions | undefined): void {
  const { tolerance = 300, now = Date.now } = options ?? {};
  if (!/^\d{1,12}$/.test(seconds)) {
    throw refusal("timestamp_invalid", "X-Vinr-Timestamp must be Unix seconds.");
  }
  const age = (typeof now === "function" ? now() : now) / 1000 - +seconds;
  // Written so that a tolerance or a clock that is no number refuses, too.
  if (Math.abs(age) <= tolerance) return;
  throw refusal(age < 0 ? "timestamp_too_new" : "timestamp_too_old", `X-Vinr-Timestamp is over ${tolerance} s off.`);
}
