import { ApiError } from "../response/api-error.js";

/**
 * Reads the body of a request, and stops as soon as it is larger than allowed. Undefined where there is none.
 *
 * @throws {ApiError} `body_too_large`, `unsupported_media_type` where it is compressed, or `body_malformed` where it broke off.
 * @throws {TypeError} if the body was read before.
 */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array | undefined> {
  if (!/^(?:|identity)$/i.test(request.headers.get("content-encoding") ?? "")) {
    throw new ApiError("unsupported_media_type", {
      message: "The body must not be compressed.",
      param: "Content-Encoding",
    });
  }
  if (Number(request.headers.get("content-length")) > maxBytes) throw tooLarge(maxBytes);
  if (request.bodyUsed) {
    throw new TypeError(
      "The body of the request was read before: mount the handler before anything that parses bodies.",
    );
  }
  const { body } = request;
  if (body === null) return undefined;
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await readChunk(reader);
    if (done) return join(chunks, size);
    size += value.length;
    if (size > maxBytes) {
      // Not awaited: the sender may take its time to notice.
      reader.cancel().catch(() => undefined);
      throw tooLarge(maxBytes);
    }
    chunks.push(value);
  }
}

type Chunk = ReadableStreamReadResult<Uint8Array<ArrayBuffer>>;

async function readChunk(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>): Promise<Chunk> {
  try {
    return await reader.read();
  } catch (cause) {
    throw new ApiError("body_malformed", { message: "The body of the request broke off.", cause });
  }
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = chunks;
  if (only !== undefined && chunks.length === 1) return only;
  const all = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}

/** The rest of the body is not read, so the connection cannot be used again (RFC 9110, section 15.5.14). */
function tooLarge(maxBytes: number): ApiError {
  const message = `The body of the request is larger than ${maxBytes} bytes.`;
  return new ApiError("body_too_large", { message }, { connection: "close" });
}
