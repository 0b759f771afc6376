import type { Handler } from "@vinr/server";

/**
 * The longest body that is read at once, in bytes. A longer one takes tens of milliseconds, in which nobody else is
 * served, so it waits for its turn. Only snapshots are that long.
 */
export const longestSmallBody = 128 * 1024;

/**
 * A handler that reads no large body in chunks: its length is known only once it has been read, too late to wait for a
 * turn. `create` gets the most bytes that are read. Undefined: its default.
 */
export function withShortChunks(create: (maxBodyBytes?: number) => Handler): Handler {
  const [handle, handleChunked] = [create(), create(longestSmallBody)];
  return (request) => (isChunked(request) ? handleChunked(request) : handle(request));
}

export function isChunked({ headers }: Request): boolean {
  return headers.has("transfer-encoding");
}
