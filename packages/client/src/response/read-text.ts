import { appendBytes } from "../append-bytes.js";
import { memberOf } from "../config/own-properties.js";
import type { HttpResponse } from "../transport/transport.js";

/** Thrown for a body that is larger than allowed. */
export class TooLargeError extends Error {}

/**
 * Reads a body as text, at most `maxBytes` of it after decompression. Beyond that, it destroys the connection: a small
 * body that decompresses to gigabytes would otherwise fill the memory.
 *
 * @throws {TooLargeError}
 */
export async function readText(response: HttpResponse, maxBytes: number): Promise<string> {
  const body = memberOf(response, "body");
  const chunks = body && readChunks(body);
  // Not every transport has a body.
  if (!chunks) {
    const text = await response.text();
    if (text.length > maxBytes) throw new TooLargeError();
    return text;
  }
  let bytes: Uint8Array = new Uint8Array();
  let size = 0;
  // To leave the loop early cancels the body.
  for await (const chunk of chunks) {
    const start = size;
    size += chunk.length;
    if (size > maxBytes) throw new TooLargeError();
    bytes = appendBytes(bytes, start, chunk);
  }
  return new TextDecoder().decode(bytes.subarray(0, size));
}

function readChunks(body: object): AsyncIterable<Uint8Array> | undefined {
  if (Symbol.asyncIterator in body) return body as AsyncIterable<Uint8Array>;
  return "getReader" in body ? readStream(body as ReadableStream<Uint8Array>) : undefined;
}

/** The chunks of a stream, for runtimes that do not iterate over one. */
async function* readStream(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}
