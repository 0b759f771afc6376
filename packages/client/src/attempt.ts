import { isHeader } from "./call-options.js";
import type { Config } from "./config.js";
import { unreadable } from "./failure.js";
import { mergeHeaders } from "./headers.js";
import { isObject } from "./is-object.js";
import type { Answer, Job } from "./job.js";
import { observe } from "./observe.js";
import { readApiError } from "./read-error.js";
import { retell, rootOf } from "./retell.js";

/**
 * Sends a request once and gives its answer, whatever that says.
 *
 * @throws {VinrResponseError} `response_cut` where the answer ends too soon.
 * @throws what fetch throws where there is none.
 */
export async function exchange(config: Config, job: Job, signal: AbortSignal): Promise<Answer> {
  job.attempts++;
  const added: Record<string, string> = {};
  observe(config, "onRequest", job, () => ({ headers: added }));
  const response = await config.fetch(job.url, {
    method: job.info.method,
    // What is no header would make fetch fail.
    headers: mergeHeaders(...job.headers, Object.fromEntries(Object.entries(added).filter(isHeader))),
    ...(job.body && { body: job.body }),
    redirect: "manual",
    duplex: "half",
    signal,
  });
  try {
    return { response, text: await response.text() };
  } catch (reason) {
    const cause = retell(reason, job.redact);
    throw unreadable(job, response, "response_cut", `was cut: ${rootOf(cause).message}`, { cause });
  }
}

/**
 * The data of an answer.
 *
 * @throws {VinrError} of the class that stands for what is wrong with it.
 */
export function readAnswer(config: Config, job: Job, { response, text }: Answer): unknown {
  const { status } = response;
  // A browser shows a redirect as status 0, and so does the global fetch here. A fetch of the caller's may give none.
  if (!/^[245]/.test(`${status}`)) {
    throw unreadable(job, response, "response_redirected", "is a redirect; correct baseUrl");
  }
  const data = parseObject(text);
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
function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return isObject(data) ? data : undefined;
  } catch {
    return undefined;
  }
}
