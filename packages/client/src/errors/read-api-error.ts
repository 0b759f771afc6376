import type { Config } from "../config/config.js";
import { memberOf } from "../config/own-properties.js";
import type { CallState } from "../request/call-state.js";
import { readRetryAfter } from "../response/retry-after.js";
import type { HttpResponse } from "../transport/transport.js";
import { errorClassFor, type VinrApiError } from "./api-errors.js";
import { createCallError, effectHint, isOutcomeUnknown, readRequestId } from "./create-errors.js";

/** Creates the error for a response with an error status, whatever its body: a proxy may return a page of HTML. */
export function readApiError(
  { runtime }: Config,
  call: CallState,
  { status, headers }: HttpResponse,
  body: Readonly<Record<string, unknown>> | undefined,
): VinrApiError {
  const { redact, title } = call.request;
  // Read and not copied: whoever responds decides how much it is, and a text would become an object of its characters.
  const detail: Readonly<Record<string, unknown>> = Object(body && memberOf(body, "error"));
  const readText = (name: string) => {
    const text = memberOf(detail, name);
    return typeof text === "string" ? redact(text) : undefined;
  };
  const code = readText("code") ?? "unknown";
  const requestId = readText("request_id") ?? readRequestId(call, headers);
  const message = readText("message") ?? "The response is not from VINR. Check for a proxy in between.";
  const place = `${status} ${code}, ${title}${requestId ? `, ${requestId}` : ""}`;
  // Such as a 401 or 429, which says nothing of the attempt before, whose connection was lost. VINR's 402 is the outcome itself.
  const isOutcome = status === 402 && code !== "unknown";
  const isUnknown = call.mayHaveTakenEffect || isOutcomeUnknown(status);
  const hint = isUnknown && !isOutcome ? effectHint(call) : "";
  return createCallError(errorClassFor(status), call, `${message} (${place})${hint && `.${hint}`}`, {
    code,
    status,
    type: readText("type"),
    param: readText("param"),
    declineCode: readText("decline_code"),
    docUrl: readText("doc_url"),
    resource: readText("resource"),
    requestId,
    retryAfter: readRetryAfter(headers, runtime.now()),
  });
}
