import { addAbortSignal, pipeline, type Readable, type Transform } from "node:stream";
import * as zlib from "node:zlib";
import type { Dispatcher } from "undici";

/** Creates the stream that decompresses; it gets the first byte of what comes in. */
type CreateDecompressor = (firstByte: number) => Transform;

const decompressors = new Map<string, CreateDecompressor>([
  ["gzip", () => zlib.createGunzip()],
  ["x-gzip", () => zlib.createGunzip()],
  // Some servers send "deflate" without the zlib header that the standard asks for.
  ["deflate", (firstByte) => ((firstByte & 0x0f) === 8 ? zlib.createInflate() : zlib.createInflateRaw())],
  ["br", () => zlib.createBrotliDecompress()],
]);

// Node has zstd from 22.15 on, and the types of Node 20 do not declare it.
const { createZstdDecompress } = zlib as { createZstdDecompress?: () => Transform };
if (createZstdDecompress) decompressors.set("zstd", () => createZstdDecompress());

/** The value of the header `Accept-Encoding`: the encodings that `decodeBody` decodes. */
export const acceptedEncodings = [...decompressors.keys()].filter((encoding) => encoding !== "x-gzip").join(", ");

/**
 * Decompresses the body of a response while it arrives, until the signal aborts: a few bytes may decompress for minutes. Whoever
 * stops reading destroys the connection.
 *
 * @throws {Error} for an unknown `Content-Encoding` or more than two, for a damaged body, and if the connection closes too soon.
 */
export function decodeBody({ headers, body }: Dispatcher.ResponseData, signal: AbortSignal): AsyncIterable<Uint8Array> {
  const encodings = String(headers["content-encoding"] ?? "")
    .split(",")
    .map((encoding) => encoding.trim().toLowerCase())
    .filter((encoding) => encoding !== "" && encoding !== "identity");
  // A server applies one, and a proxy perhaps another; each costs memory and time.
  if (encodings.length > 2) throw new Error("the response has more than two content-encodings");
  let bytes: AsyncIterable<Uint8Array> = body;
  // The header lists encodings in the order in which the server applied them.
  for (const encoding of encodings.reverse()) bytes = decompress(bytes, encoding, signal);
  return bytes;
}

async function* decompress(
  source: AsyncIterable<Uint8Array>,
  encoding: string,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const create = decompressors.get(encoding);
  if (!create) throw new Error(`the response has the unknown content-encoding ${JSON.stringify(encoding)}`);
  const chunks = source[Symbol.asyncIterator]();
  const first = await chunks.next();
  // A response without a body, such as one to HEAD, has nothing to decompress.
  if (first.done) return;
  const stream = addAbortSignal(signal, create(first.value[0] ?? 0));
  const rest = async function* () {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => chunks };
  };
  // An error of the source destroys the stream with it, and the loop below throws it.
  pipeline(rest, stream, () => {});
  yield* stream as Readable;
}
