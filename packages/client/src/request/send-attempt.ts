import { isAllowedHeader } from "../config/call-options.js";
import type { Config } from "../config/config.js";
import { ownProperties } from "../config/own-properties.js";
import { createResponseError } from "../errors/create-errors.js";
import { findRootCause, sanitizeError } from "../errors/sanitize-error.js";
import { runHook } from "../hooks/run-hook.js";
import { readText, TooLargeError } from "../response/read-text.js";
import { mergeHeaders } from "../transport/headers.js";
import type { HttpRequest, HttpResponse } from "../transport/transport.js";
import type { CallState, ReceivedResponse } from "./call-state.js";

/**
 * Sends the request of a call once and reads the response to its end, whatever the status.
 *
 * @throws {VinrResponseError} `response_cut` if the body ends too soon, `response_too_large` if it does not end soon enough.
 * Everything that `fetch` throws passes through.
 * @throws {TypeError} if the option `fetch` does not resolve with a response.
 */
export async function sendAttempt(config: Config, call: CallState, signal: AbortSignal): Promise<ReceivedResponse> {
  const { request } = call;
  call.attempts++;
  const added: Record<string, string> = {};
  runHook(config, "onRequest", call, () => ({ headers: added }));
  // A header that fetch rejects would cost the call.
  const fromHooks = Object.fromEntries(Object.entries(added).filter(isAllowedHeader));
  const init: HttpRequest = {
    method: request.info.method,
    headers: mergeHeaders(...request.headers, fromHooks),
    ...(request.body && { body: request.body }),
    redirect: "manual",
    duplex: "half",
    signal,
  };
  // Transports also read what it inherits, such as a body.
  const response: HttpResponse = await config.fetch(request.url, ownProperties(init));
  throwIfNotResponse(response);
  try {
    return { response, text: await readText(response, config.maxResponseBytes) };
  } catch (reason) {
    if (reason instanceof TooLargeError) {
      const problem = `is larger than the option maxResponseBytes, ${config.maxResponseBytes}`;
      throw createResponseError(call, response, { code: "response_too_large", problem });
    }
    const cause = sanitizeError(reason, request.redact);
    const problem = `cannot be read: ${findRootCause(cause).message}`;
    throw createResponseError(call, response, { code: "response_cut", problem, cause });
  }
}

/**
 * The option `fetch` may be plain JavaScript, so its result is checked.
 *
 * @throws {TypeError}
 */
function throwIfNotResponse(response: Partial<HttpResponse> | null | undefined): void {
  const problem = findProblem(response);
  if (problem) throw new TypeError(`it resolved with ${problem}, and the option fetch must resolve with a Response`);
}

function findProblem(response: Partial<HttpResponse> | null | undefined): string | undefined {
  if (response === null || response === undefined) return "nothing";
  const { status = Number.NaN, text } = response;
  const isStatus = Number.isInteger(status) && (status === 0 || (status >= 200 && status < 600));
  if (!isStatus) return "a value without a valid status";
  // Headers are not read here: some transports create them only when they are asked for.
  const isComplete = "headers" in response && typeof text === "function";
  return isComplete ? undefined : "a value without headers or text()";
}
