import type { Event } from "@vinr/types";
import { ownProperties } from "../config/own-properties.js";
import { VinrError, VinrWebhookError } from "../errors/errors.js";
import { formatSeconds } from "./format-seconds.js";

/** A raw body, as received. Prefer bytes: decoding them to text may change them. */
export type WebhookPayload = ArrayBuffer | Uint8Array | string;

/** The value of a header, as Node and fetch return it. */
export type HeaderValue = readonly string[] | string | null | undefined;

/** The signing secret, `whsec_…`; several while you rotate it. */
export type WebhookSecret = readonly string[] | string | undefined;

/** Why a delivery cannot be trusted. */
export type WebhookErrorCode =
  | "missing_header"
  | "no_match"
  | "payload_cut"
  | "payload_not_json"
  | "payload_too_large"
  | "timestamp_invalid"
  | "timestamp_too_new"
  | "timestamp_too_old";

/** How strictly a delivery is verified. */
export interface WebhookOptions {
  /** Seconds by which the timestamp may differ from the clock. Default: 300. */
  readonly tolerance?: number | undefined;
  /** The largest body, in bytes. Default: 1,048,576 (1 MiB), which no event comes near. */
  readonly maxBytes?: number | undefined;
  /** A clock, or a fixed time, in milliseconds since 1970. Default: the system's clock. */
  readonly now?: (() => number) | number | undefined;
}

/** The content that a signature covers. */
export interface SignedContent {
  readonly body: string | Uint8Array;
  readonly seconds: string;
}

/** The headers of a delivery, checked as far as possible without its body. */
export interface DeliveryHeaders {
  readonly secrets: readonly string[];
  /** As sent: `v1=` and hex, possibly with white space around. */
  readonly signatures: readonly string[];
  readonly seconds: string;
  readonly maxBytes: number;
}

/** A delivery with valid headers, whose signature is not verified yet. */
export interface Delivery extends SignedContent, DeliveryHeaders {}

/**
 * Checks the headers, which cost little, before anything reads a body, which may be large.
 *
 * @throws {VinrWebhookError}
 * @throws {VinrError} `bad_secret`
 */
export function readHeaders(
  signature: HeaderValue,
  timestamp: HeaderValue,
  secret: WebhookSecret,
  options: WebhookOptions | undefined,
): DeliveryHeaders {
  const own = ownProperties(options);
  const secrets = readSecrets(secret);
  const header = readHeader("Signature", signature);
  const seconds = readHeader("Timestamp", timestamp);
  checkTimestamp(seconds, own);
  // A delivery has fewer than sixteen signatures; the limits keep a forged header from costing much.
  const signatures = header.slice(0, 2048).split(",", 16);
  return { seconds, secrets, signatures, maxBytes: own.maxBytes ?? 2 ** 20 };
}

/**
 * @throws {VinrWebhookError} `payload_too_large`
 * @throws {VinrError} `payload_not_raw`
 */
export function readDelivery(headers: DeliveryHeaders, payload: WebhookPayload): Delivery {
  const body = readPayload(payload);
  // A text has at least as many bytes as UTF-16 units.
  const { secrets, signatures, seconds, maxBytes } = headers;
  const size = typeof body === "string" ? body.length : body.byteLength;
  if (isTooLarge(size, headers)) throw createTooLargeError(headers);
  return { secrets, signatures, seconds, maxBytes, body };
}

/** If the limit is not a number, the comparison is false, and the delivery is rejected. */
export function isTooLarge(size: number, { maxBytes }: DeliveryHeaders): boolean {
  return !(size <= maxBytes);
}

export function createTooLargeError({ maxBytes }: DeliveryHeaders): VinrWebhookError {
  return createWebhookError("payload_too_large", `The body is larger than the option maxBytes, ${maxBytes}.`);
}

/**
 * Returns the event of a delivery that carries one of the expected signatures.
 *
 * @throws {VinrWebhookError} `no_match`, `payload_not_json`
 */
export function readEvent({ body, signatures }: Delivery, expected: readonly string[]): Event {
  if (!signatures.some((signature) => expected.some((hex) => isSignature(signature.trim(), hex)))) {
    throw createWebhookError("no_match", "No signature matches. Pass the raw body, and check the secret.");
  }
  try {
    // Bytes that are not UTF-8 throw. trim() also removes a byte order mark.
    const text = typeof body === "string" ? body : new TextDecoder("utf-8", { fatal: true }).decode(body);
    const json = text.trim();
    // Nothing else is checked, so that new event types and properties pass through.
    if (json[0] === "{") return JSON.parse(json);
  } catch {
    // The parser's message would quote the body, which may hold a customer's data.
  }
  throw createWebhookError("payload_not_json", "The signature matches, but the body is not a JSON object.");
}

/** Tells whether a signature is `v1=` and the expected hex. */
function isSignature(signature: string, hex: string): boolean {
  return signature.startsWith("v1=") && isEqual(signature.slice(3), hex);
}

/**
 * Compares texts in a time that does not depend on where they differ, the same way in each runtime: Web Crypto has no
 * `timingSafeEqual`. The length of a signature is not secret.
 */
function isEqual(given: string, expected: string): boolean {
  let difference = given.length ^ expected.length;
  for (let index = 0; index < expected.length; index++) {
    difference |= given.charCodeAt(index) ^ expected.charCodeAt(index);
  }
  return difference === 0;
}

/** @throws {VinrError} `payload_not_raw` for a payload that is neither text nor bytes. */
export function readPayload(payload: unknown): string | Uint8Array {
  if (typeof payload === "string" || ArrayBuffer.isView(payload)) return payload as Uint8Array | string;
  // Recognized by its tag, because a buffer of another realm is not an instance of this realm's ArrayBuffer.
  if ((payload as ArrayBuffer | undefined)?.[Symbol.toStringTag] === "ArrayBuffer")
    return new Uint8Array(payload as ArrayBuffer);
  const problem = payload === undefined || payload === null ? "is missing" : "was parsed before it was verified";
  throw createNotRawError(`The body ${problem}. Pass the raw body, as a string or bytes.`);
}

/** Creates the error for a server that does not pass the raw body: the delivery may be good. */
export function createNotRawError(message: string): VinrError {
  return new VinrError(message, { code: "payload_not_raw" });
}

export function createWebhookError(code: WebhookErrorCode, message: string): VinrWebhookError {
  return new VinrWebhookError(message, { code });
}

/** @throws {VinrError} `bad_secret` */
export function readSecrets(secret: WebhookSecret): readonly string[] {
  const secrets = typeof secret === "string" ? [secret] : (secret ?? []);
  // White space may come from the end of a file, another prefix from the wrong variable. Neither secret could match.
  if (secrets.length > 0 && secrets.every((one) => typeof one === "string" && /^(?![spr]k_)\S+$/.test(one))) {
    return secrets;
  }
  throw new VinrError(describeSecretProblem(secret), { code: "bad_secret" });
}

function describeSecretProblem(secret: WebhookSecret): string {
  const all = [secret].flat();
  if (all.length === 0 || all.some((one) => !one)) {
    return "A webhook secret is missing. Pass the endpoint's secret, whsec_…, such as that in the environment variable VINR_WEBHOOK_SECRET.";
  }
  return "The webhook secret must be the endpoint's, whsec_…, without white space such as a line break at its end.";
}

function readHeader(name: string, value: HeaderValue): string {
  try {
    const text = String(value ?? "");
    if (text) return text;
  } catch {
    // An object without a prototype has no text.
  }
  throw createWebhookError("missing_header", `The header X-Vinr-${name} is missing. Pass it as VINR sent it.`);
}

function checkTimestamp(seconds: string, { tolerance = 300, now = Date.now }: WebhookOptions): void {
  if (!/^\d{1,12}$/.test(seconds)) {
    throw createWebhookError("timestamp_invalid", "The header X-Vinr-Timestamp must be in Unix seconds.");
  }
  const age = (typeof now === "function" ? now() : now) / 1000 - Number(seconds);
  // If the tolerance or the clock is not a number, the comparison is false, and the delivery is rejected.
  if (Math.abs(age) <= tolerance) return;
  const isAhead = age < 0;
  const distance = `${formatSeconds(Math.ceil(Math.abs(age)))} ${isAhead ? "ahead of" : "behind"} this server's clock`;
  const hint = isAhead
    ? "Set this server's clock."
    : "Verify deliveries as they arrive, and check this server's clock.";
  throw createWebhookError(
    `timestamp_too_${isAhead ? "new" : "old"}`,
    `The header X-Vinr-Timestamp is ${distance}, and the tolerance is ${formatSeconds(tolerance)}. ${hint}`,
  );
}
