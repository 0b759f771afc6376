import { appendBytes } from "../append-bytes.js";
import { memberOf } from "../config/own-properties.js";
import type { HttpResponse } from "../transport/transport.js";

/** Thrown for a body that is larger than allowed. */
export class TooLargeError extends Error {}

/**
 * Reads a body as text, at most so many bytes of it after decompression. Beyond that, it destroys the connection: a small
 * body that decompresses to gigabytes would otherwise fill the memory.
 *
 * @throws {TooLargeError}
 */
export async function readText(response: HttpResponse, maxBytes: number): Promise<string> {
  const body = memberOf(response, "body");
  // Not every runtime iterates over a body, and not every transport has one.
  if (!body || !(Symbol.asyncIterator in body)) {
    const text = await response.text();
    if (text.length > maxBytes) throw new TooLargeError();
    return text;
  }
  let bytes: Uint8Array = new Uint8Array();
  let size = 0;
  // To leave the loop early cancels the body.
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    const start = size;
    size += chunk.length;
    if (size > maxBytes) throw new TooLargeError();
    bytes = appendBytes(bytes, start, chunk);
  }
  return new TextDecoder().decode(bytes.subarray(0, size));
}
