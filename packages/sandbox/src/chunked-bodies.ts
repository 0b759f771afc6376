import type { Handler } from "@vinr/server";

/**
 * The longest body in chunks, in bytes, unless it is a snapshot's. How long it is shows when it has been read, and then it is too late
 * to keep large ones for their turn.
 */
export const maxChunkedBytes = 128 * 1024;

/** A handler that reads less of bodies in chunks. `create` makes one for the most bytes that are read; undefined: its default. */
export function withShortChunks(create: (maxBodyBytes?: number) => Handler): Handler {
  const [handle, handleChunked] = [create(), create(maxChunkedBytes)];
  return (request) => (isChunked(request) ? handleChunked(request) : handle(request));
}

export function isChunked({ headers }: Request): boolean {
  return headers.has("transfer-encoding");
}
