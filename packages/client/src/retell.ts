/** Takes the secret key out of a text. */
export type Redact = (text: string) => string;

/** An error told anew. */
export interface ToldError extends Error {
  code?: string;
}

/**
 * A foreign error's story without its objects: some hold the whole request, and with it the key.
 *
 * Keeps names, messages, codes and the chain of causes.
 */
export function retell(error: unknown, redact: Redact, depth = 0): ToldError {
  const told: ToldError = new Error("unknown");
  try {
    // By its members, since an error of another realm is no instance of this one's class.
    const { name = "Error", message = error, cause, code }: Partial<Record<string, unknown>> = Object(error);
    told.name = String(name);
    if (typeof code === "string") told.code = code;
    // Where it says nothing, its code or its name does.
    told.message = redact(String(message)) || told.code || told.name;
    if (cause !== undefined && depth < 5) told.cause = retell(cause, redact, depth + 1);
  } catch {
    // Anything can be thrown, also what cannot be told.
  }
  return told;
}

/** The innermost cause, which has the most telling words. */
export function rootOf(error: ToldError): ToldError {
  return error.cause instanceof Error ? rootOf(error.cause) : error;
}
