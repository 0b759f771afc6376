import { apiError } from "@vinr/server";
import { readBody } from "@vinr/server/internal";

/**
 * Reads the fields of a form. `message` is for a request that brings something else.
 *
 * @throws {ApiError} `unsupported_media_type`, `body_too_large` or `body_malformed`.
 */
export async function readFields(request: Request, maxBytes: number, message?: string): Promise<URLSearchParams> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded *(?:;|$)/i.test(type))
    throw apiError("unsupported_media_type", { message });
  return new URLSearchParams(new TextDecoder().decode(await readBody(request, maxBytes)));
}
