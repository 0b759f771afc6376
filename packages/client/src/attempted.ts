/** What an error says of the call that it ends. */
export interface Attempted {
  /** Method and path, such as `POST /payments`. */
  readonly title: string;
  readonly idempotencyKey: string | undefined;
  /** How many times the request was sent so far, this time included. */
  readonly attempts: number;
  /** Takes the secret key out of a text. */
  readonly redact: (text: string) => string;
}

/**
 * A foreign error's story without its objects: some hold the whole request, and with it the key.
 *
 * Keeps names, messages, codes and the chain of causes.
 */
export function retell(error: unknown, redact: (text: string) => string, depth = 0): Error {
  const source = error instanceof Error ? error : new Error(String(error));
  const hasCause = source.cause !== undefined && depth < 5;
  const told = new Error(
    redact(source.message),
    hasCause ? { cause: retell(source.cause, redact, depth + 1) } : undefined,
  );
  told.name = source.name;
  if ("code" in source && typeof source.code === "string") Object.assign(told, { code: source.code });
  return told;
}

/** The most telling words of an error: those of its innermost cause. */
export function rootMessage(error: Error): string {
  const { cause } = error;
  if (cause instanceof Error) return rootMessage(cause);
  const code = "code" in error ? `${error.code}` : "";
  return error.message || code || error.name;
}
