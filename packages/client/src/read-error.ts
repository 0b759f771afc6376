import { classOf, type VinrApiError } from "./api-error.js";
import type { Config } from "./config.js";
import { fail, readRequestId, titleOf } from "./failure.js";
import type { HttpResponse } from "./http-seam.js";
import type { Job } from "./job.js";
import { readRetryAfter } from "./retry-after.js";

/** Makes the error that an answer means, from any body: another server's page of HTML is no reason to fail here. */
export function readApiError(
  { runtime }: Config,
  job: Job,
  { status, headers }: HttpResponse,
  body: Readonly<Record<string, unknown>> | undefined,
): VinrApiError {
  const detail: Readonly<Record<string, unknown>> = Object(body?.error);
  const text = (name: string) => {
    const value = detail[name];
    return typeof value === "string" ? job.redact(value) : undefined;
  };
  const code = text("code") ?? "unknown";
  const requestId = text("request_id") ?? readRequestId(job, headers);
  const message = text("message") ?? "The answer is none of VINR's; look for a proxy in between.";
  return fail(
    classOf(status),
    job,
    `${message} (${status} ${code}, ${titleOf(job)}${requestId ? `, ${requestId}` : ""})`,
    {
      code,
      status,
      type: text("type"),
      param: text("param"),
      declineCode: text("decline_code"),
      docUrl: text("doc_url"),
      resource: text("resource"),
      requestId,
      retryAfter: readRetryAfter(headers, runtime.now()),
    },
  );
}
