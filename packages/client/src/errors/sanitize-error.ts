import { memberOf } from "../config/own-properties.js";

/** Makes a text of somebody else fit for messages and logs: without the secret key, on one line, and not too long. */
export type Redact = (text: string) => string;

/** The longest text that goes into a message or a log, in UTF-16 units. */
const longestText = 2000;

/** Characters that would end a line of a log, drive a terminal, or turn the direction of the text. */
const control = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** Creates the function that redacts a key. */
export function createRedact(secretKey: string): Redact {
  return (text) =>
    text
      .replaceAll(secretKey, "[secret key]")
      .slice(0, longestText)
      .replace(control, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .slice(0, longestText);
}

/** A copy of an error that holds nothing but texts. */
export interface SanitizedError extends Error {
  code?: string;
}

/**
 * Copies the name, message, code and causes of somebody else's error, without the secret key and without its other
 * properties: some errors hold the whole request, and with it the key.
 */
export function sanitizeError(error: unknown, redact: Redact, depth = 0): SanitizedError {
  const sanitized: SanitizedError = new Error("unknown");
  try {
    // Read by property, because an error of another realm is not an instance of this realm's Error.
    const given: Partial<Record<string, unknown>> = Object(error);
    const read = (name: string) => memberOf(given, name);
    const [name = "Error", message = error, cause, code] = [read("name"), read("message"), read("cause"), read("code")];
    sanitized.name = redact(String(name));
    const shortCode = typeof code === "string" ? redact(code) : "";
    if (shortCode) sanitized.code = shortCode;
    // Some errors have no message, only a code or a name.
    sanitized.message = redact(String(message)) || shortCode || sanitized.name;
    if (cause !== undefined && depth < 5) sanitized.cause = sanitizeError(cause, redact, depth + 1);
  } catch {
    // Anything can be thrown, including values that have no text.
  }
  return sanitized;
}

/** Finds the innermost cause, whose message is the most specific. */
export function findRootCause(error: SanitizedError): SanitizedError {
  const cause = memberOf(error, "cause");
  return cause instanceof Error ? findRootCause(cause) : error;
}
