/** Removes the secret key from a text. */
export type Redact = (text: string) => string;

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
    const { name = "Error", message = error, cause, code }: Partial<Record<string, unknown>> = Object(error);
    sanitized.name = String(name);
    if (typeof code === "string") sanitized.code = code;
    // Some errors have no message, only a code or a name.
    sanitized.message = redact(String(message)) || sanitized.code || sanitized.name;
    if (cause !== undefined && depth < 5) sanitized.cause = sanitizeError(cause, redact, depth + 1);
  } catch {
    // Anything can be thrown, including values that have no text.
  }
  return sanitized;
}

/** Finds the innermost cause, whose message is the most specific. */
export function findRootCause(error: SanitizedError): SanitizedError {
  return error.cause instanceof Error ? findRootCause(error.cause) : error;
}
