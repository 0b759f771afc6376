import { isHeader } from "./call-options.js";
import type { Config } from "./config.js";
import { readRequestId, unreadable } from "./failure.js";
import { mergeHeaders } from "./headers.js";
import { isObject } from "./is-object.js";
import type { Answer, Job } from "./job.js";
import { observe } from "./observe.js";
import { readApiError } from "./read-error.js";
import { retell, rootOf } from "./retell.js";

/**
 * Sends a request once and gives the data of its answer.
 *
 * @throws {VinrError} of the class that stands for what is wrong with the answer.
 * @throws what fetch throws where there is no answer.
 */
export async function attempt(config: Config, job: Job, signal: AbortSignal): Promise<unknown> {
  const { runtime } = config;
  const start = runtime.elapsed();
  job.attempts++;
  const added: Record<string, string> = {};
  observe(config, "onRequest", job, () => ({ headers: added }));
  // What is no header would make fetch fail.
  const headers = mergeHeaders(job.headers, Object.fromEntries(Object.entries(added).filter(isHeader)));
  const response = await config.fetch(job.url, {
    method: job.info.method,
    headers,
    ...(job.body && { body: job.body }),
    redirect: "manual",
    duplex: "half",
    signal,
  });
  // A fetch of the caller's may answer with nothing at all.
  if (typeof response.status !== "number") throw new Error("no response");
  let text: string;
  try {
    text = await response.text();
  } catch (reason) {
    const cause = retell(reason, job.redact);
    throw unreadable(job, response, "response_cut", `was cut: ${rootOf(cause).message}`, { cause });
  }
  const answer = { response, text };
  // An attempt that was given up may still end some time: nobody wants to hear of it.
  if (!signal.aborted) {
    job.answer = answer;
    observe(config, "onResponse", job, () => ({
      status: response.status,
      headers: response.headers,
      requestId: readRequestId(job, response.headers),
      duration: runtime.elapsed() - start,
    }));
  }
  return readAnswer(config, job, answer);
}

function readAnswer(config: Config, job: Job, { response, text }: Answer): unknown {
  const { status } = response;
  // A browser shows a redirect as status 0, and so does the global fetch here.
  if (/^[013]/.test(`${status}`)) {
    throw unreadable(job, response, "response_redirected", "is a redirect; correct baseUrl");
  }
  const data = parse(text);
  if (status >= 400) {
    // Where the answer to a deletion was lost, the repetition finds nothing left to delete: that is success.
    if (status === 404 && job.info.method === "DELETE" && job.isUncertain) return undefined;
    throw readApiError(config, job, response, data);
  }
  if (!data && (status !== 204 || job.info.method !== "DELETE")) {
    throw unreadable(job, response, "response_not_json", "is no JSON object; look for a proxy in between");
  }
  return data;
}

/** A JSON object; undefined for all else. */
function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return isObject(data) ? data : undefined;
  } catch {
    return undefined;
  }
}
