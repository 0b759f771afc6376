/** Checks a request with the validators that servers use, before it is sent. */
import { validateParts } from "@vinr/validators";
import { headersOf } from "./call-api.ts";
import type { FieldIssue, TryRequest } from "./protocol.ts";

/** Everything that is wrong with a request; nothing for one that is valid. */
export function checkRequest(request: TryRequest, key: string): readonly FieldIssue[] {
  const { method, url, body } = request;
  const result = validateParts({ method, url, headers: headersOf(request, key), body });
  if (result.ok) return [];
  // Rejected before its parts were checked: a body that is not JSON, for one.
  if (result.issues.length === 0) return [{ path: [], message: result.body.error.message }];
  return result.issues.map(({ path, message }) => ({ path, message }));
}
