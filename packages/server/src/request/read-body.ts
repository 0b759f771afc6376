import { errorCodes } from "../generated/error-codes.js";
import { ApiError, apiError } from "../response/api-error.js";

/**
 * Reads the body of a request, and stops once it is larger than allowed. Undefined if there is none.
 *
 * @throws {ApiError} `body_too_large`, `unsupported_media_type` if it is compressed, or `body_malformed` if it was cut off.
 * @throws {TypeError} if the body was read before.
 */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array | undefined> {
  const { headers } = request;
  if (!/^(?:|identity)$/i.test(headers.get("content-encoding") ?? "")) {
    throw apiError("unsupported_media_type", {
      message: "The body must not be compressed.",
      param: "Content-Encoding",
    });
  }
  const length = headers.get("content-length") ?? "";
  // Some servers join two equal lengths, or keep a length beside chunks, and enforce neither.
  const isReliable = /^\d+$/.test(length) && !headers.has("transfer-encoding");
  if (isReliable && Number(length) > maxBytes) throw tooLarge(maxBytes);
  if (request.bodyUsed) throw readBefore();
  // An HTTP server reads no more bytes than the length says, and adapters for Node are slower with a stream.
  if (isReliable) return readWhole(request, maxBytes);
  return request.body === null ? undefined : readChunks(request, request.body.getReader(), maxBytes);
}

async function readWhole(request: Request, maxBytes: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(await request.arrayBuffer().catch((cause: unknown) => rejectUnreadable(request, cause)));
  // A host that makes requests itself may be wrong about their length.
  if (bytes.length > maxBytes) throw tooLarge(maxBytes);
  return bytes;
}

async function readChunks(
  request: Request,
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array> {
  let bytes = new Uint8Array();
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => rejectUnreadable(request, cause));
    if (done) return bytes.slice(0, size);
    const end = size + value.length;
    if (end > maxBytes) {
      // Not awaited: the sender may take its time to notice.
      reader.cancel().catch(() => undefined);
      throw tooLarge(maxBytes);
    }
    // Chunks themselves are not kept: each takes hundreds of bytes, and the sender decides how many there are.
    if (end > bytes.length) {
      const larger = new Uint8Array(Math.min(2 * end, maxBytes));
      larger.set(bytes);
      bytes = larger;
    }
    bytes.set(value, size);
    size = end;
  }
}

/**
 * Runtimes reject with a TypeError if middleware has read the body of the server's own request: then the host is wrong, and has
 * to know. A body that was cut off is another error, or the client has left.
 */
function rejectUnreadable({ signal }: Request, cause: unknown): never {
  if (cause instanceof TypeError && !signal.aborted) throw readBefore(cause);
  throw apiError("body_malformed", { message: "The body of the request was cut off.", cause });
}

function readBefore(cause?: TypeError): TypeError {
  const message = "The body of the request was read before: mount the handler before anything that parses bodies.";
  return new TypeError(message, cause === undefined ? {} : { cause });
}

/** The rest of the body is not read, so the connection cannot be used again (RFC 9110, section 15.5.14). */
function tooLarge(maxBytes: number): ApiError {
  const message = `The body of the request is larger than ${maxBytes} bytes.`;
  return new ApiError("body_too_large", errorCodes.body_too_large, { message }, { connection: "close" });
}
