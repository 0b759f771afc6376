import { promisify } from "node:util";
import * as zlib from "node:zlib";
import type { Dispatcher } from "undici";

type Decompress = (bytes: Uint8Array) => Promise<Uint8Array>;

const inflate: Decompress = promisify(zlib.inflate);
const inflateRaw: Decompress = promisify(zlib.inflateRaw);
const gunzip: Decompress = promisify(zlib.gunzip);

const decompressors = new Map<string, Decompress>([
  ["gzip", gunzip],
  ["x-gzip", gunzip],
  // Some servers send "deflate" without the zlib header that the standard asks for.
  ["deflate", (bytes) => (((bytes[0] ?? 0) & 0x0f) === 8 ? inflate(bytes) : inflateRaw(bytes))],
  ["br", promisify(zlib.brotliDecompress)],
]);

// Node has zstd from 22.15 on, and the types of Node 20 do not declare it.
const { zstdDecompress } = zlib as { zstdDecompress?: typeof zlib.gunzip };
if (zstdDecompress) decompressors.set("zstd", promisify(zstdDecompress));

/** The value of the header `Accept-Encoding`: the encodings that `readBody` decodes. */
export const acceptedEncodings = [...decompressors.keys()].filter((encoding) => encoding !== "x-gzip").join(", ");

/**
 * Reads the body of a response as text.
 *
 * @throws {Error} for an unknown `Content-Encoding`, for a damaged body, and if the connection closes too soon.
 */
export async function readBody({ headers, body }: Dispatcher.ResponseData): Promise<string> {
  const encodings = String(headers["content-encoding"] ?? "")
    .split(",")
    .map((encoding) => encoding.trim().toLowerCase())
    .filter((encoding) => encoding !== "" && encoding !== "identity");
  if (encodings.length === 0) return body.text();
  let bytes: Uint8Array = new Uint8Array(await body.arrayBuffer());
  if (bytes.length === 0) return "";
  // The header lists encodings in the order in which the server applied them.
  for (const encoding of encodings.reverse()) {
    const decompress = decompressors.get(encoding);
    if (!decompress) throw new Error(`the response has the unknown content-encoding ${JSON.stringify(encoding)}`);
    bytes = await decompress(bytes);
  }
  return new TextDecoder().decode(bytes);
}
