import { validateParts } from "@vinr/validators/requests";
import type { HttpRequest, HttpResponse } from "../transport/transport.js";
import { createResponse } from "./responses.js";

/**
 * Validates a request as VINR does, so that a test does not accept what production rejects. Returns the response to an invalid
 * request; undefined if it is valid.
 *
 * The validators are built into this entry point: the package does not depend on them at run time.
 *
 * @param target the path and query below `/v1`.
 */
export function rejectInvalid(
  target: string,
  { method, headers }: HttpRequest,
  body: string | undefined,
): HttpResponse | undefined {
  const result = validateParts({ method, url: `/v1${target}`, headers, body });
  if (result.ok) return undefined;
  return createResponse(result.status, result.body, { ...result.headers });
}
