import type { Handler } from "@vinr/server";

/**
 * A longer body takes tens of milliseconds, in which nobody else is served, so that a large one waits for its turn; in bytes. Only a
 * snapshot is so long.
 */
export const longestSmallBody = 128 * 1024;

/**
 * A handler that reads no large body in chunks: how long one is shows when it has been read, and then it is too late for its turn.
 * `create` makes one for the most bytes that are read; undefined: its default.
 */
export function withShortChunks(create: (maxBodyBytes?: number) => Handler): Handler {
  const [handle, handleChunked] = [create(), create(longestSmallBody)];
  return (request) => (isChunked(request) ? handleChunked(request) : handle(request));
}

export function isChunked({ headers }: Request): boolean {
  return headers.has("transfer-encoding");
}
