import { classOf, type VinrApiError } from "./api-error.js";
import type { Attempted } from "./attempted.js";
import { readRetryAfter } from "./retry-after.js";

/** Makes the error that an answer means, from any body: another server's page of HTML is no reason to fail here. */
export function readApiError(response: Response, body: unknown, attempted: Attempted, now: number): VinrApiError {
  const { status, headers } = response;
  const detail = readDetail(body);
  const text = (name: string) => readString(detail[name]);
  const code = text("code") ?? "unknown";
  const requestId = text("request_id") ?? headers.get("x-request-id") ?? undefined;
  const message = text("message") ?? "The answer holds no error body of VINR's; look for a proxy in between.";
  const ErrorClass = classOf(status);
  return new ErrorClass(
    attempted.redact(`${message} (${status} ${code}, ${attempted.title}${requestId ? `, ${requestId}` : ""})`),
    {
      code,
      status,
      type: text("type"),
      param: text("param"),
      declineCode: text("decline_code"),
      docUrl: text("doc_url"),
      resource: text("resource"),
      requestId,
      retryAfter: readRetryAfter(headers, now),
      idempotencyKey: attempted.idempotencyKey,
      attempts: attempted.attempts,
    },
  );
}

function readDetail(body: unknown): Readonly<Record<string, unknown>> {
  const error = isRecord(body) ? body.error : undefined;
  return isRecord(error) ? error : {};
}

function readString(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
