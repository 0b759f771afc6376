import { apiError } from "@vinr/server";
import { readBody } from "@vinr/server/internal";
import { isChunked, longestSmallBody } from "../chunked-bodies.js";

/** More fields than any form here has. A body of empty fields would take as long to read as one ten times as large. */
const maxFields = 100;

/**
 * Reads the fields of a form. `message` is the error of a request that sends something else.
 *
 * @throws {ApiError} `unsupported_media_type`, `body_too_large` or `body_malformed`.
 */
export async function readFields(request: Request, maxBytes: number, message?: string): Promise<URLSearchParams> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded *(?:;|$)/i.test(type))
    throw apiError("unsupported_media_type", { message });
  const most = isChunked(request) ? Math.min(maxBytes, longestSmallBody) : maxBytes;
  const text = new TextDecoder().decode(await readBody(request, most));
  if (text.split("&", maxFields + 1).length > maxFields) {
    throw apiError("body_too_large", { message: "This form has too many fields." });
  }
  return new URLSearchParams(text);
}
