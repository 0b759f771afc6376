import type { Config } from "./config.js";
import { aborted, readRequestId, timedOut, unreachable, unreadable } from "./failure.js";
import type { HttpRequest, HttpResponse } from "./http-seam.js";
import { interruptible } from "./interrupt.js";
import { isObject } from "./is-object.js";
import type { Answer, Job } from "./job.js";
import { observe } from "./observe.js";
import { addHeaders } from "./prepare.js";
import { readApiError } from "./read-error.js";
import { retell, rootOf, wordsOf } from "./retell.js";

/** How long an attempt may take, and what ends it sooner. */
export interface AttemptLimits {
  readonly signal: AbortSignal | undefined;
  readonly timeout: number;
  readonly total: number;
  /** Milliseconds that are left of the total timeout. */
  readonly left: number;
}

/**
 * Sends a request once and gives the data of its answer.
 *
 * @throws {VinrError} of the class that stands for what went wrong.
 */
export function attempt(config: Config, job: Job, { signal, timeout, total, left }: AttemptLimits): Promise<unknown> {
  return interruptible(
    config.runtime,
    {
      signal,
      ms: Math.max(1, Math.min(timeout, left)),
      onAbort: (reason) => aborted(job, reason),
      onTimeout: () => (timeout < left ? timedOut(job, "timeout", timeout) : timedOut(job, "total_timeout", total)),
    },
    (inner) => exchange(config, job, inner),
  );
}

async function exchange(config: Config, job: Job, signal: AbortSignal): Promise<unknown> {
  const { runtime, redact } = config;
  const start = runtime.elapsed();
  job.attempts++;
  const headers: Record<string, string> = {};
  observe(config, "onRequest", job, () => ({ headers }));
  let response: HttpResponse;
  try {
    response = await config.fetch(job.url, writeRequest(job, headers, signal));
    // A fetch of the caller's may answer with nothing at all.
    if (typeof response.status !== "number") throw new Error("no response");
  } catch (cause) {
    throw unreachable(job, cause, redact);
  }
  let text: string;
  try {
    text = await response.text();
  } catch (reason) {
    const cause = retell(reason, redact);
    throw unreadable(job, response, "response_cut", `was cut: ${wordsOf(rootOf(cause))}`, { cause });
  }
  // An attempt that was given up may still end some time: nobody wants to hear of it.
  if (!signal.aborted) {
    job.answer = { response, text };
    observe(config, "onResponse", job, () => {
      const { status, headers } = response;
      return { status, headers, requestId: readRequestId(headers), duration: runtime.elapsed() - start };
    });
  }
  return readAnswer(config, job, { response, text });
}

function writeRequest(
  { info, body, headers: own }: Job,
  added: Record<string, string>,
  signal: AbortSignal,
): HttpRequest {
  const headers = addHeaders({ ...own }, added);
  const init: HttpRequest = { method: info.method, headers, redirect: "manual", duplex: "half", signal };
  if (body !== undefined) init.body = body;
  return init;
}

function readAnswer({ redact, runtime }: Config, job: Job, { response, text }: Answer): unknown {
  const { status } = response;
  // With "manual", a browser shows a redirect as status 0.
  if (status < 200 || (status >= 300 && status < 400)) {
    throw unreadable(job, response, "response_redirected", "is a redirect; correct baseUrl");
  }
  const data = parse(text);
  if (status >= 400) {
    // Where the answer to a deletion was lost, the repetition finds nothing left to delete: that is success.
    if (status === 404 && job.info.method === "DELETE" && job.isUncertain) return undefined;
    throw readApiError(response, data, job, redact, runtime.now());
  }
  if (data === undefined && status !== 204) {
    throw unreadable(job, response, "response_not_json", "is no JSON object; look for a proxy in between");
  }
  return data;
}

/** A JSON object; undefined for all else. */
function parse(text: string): object | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return isObject(data) ? data : undefined;
  } catch {
    return undefined;
  }
}
