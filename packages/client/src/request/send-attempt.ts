import { isAllowedHeader } from "../config/call-options.js";
import type { Config } from "../config/config.js";
import { createFetchError, createResponseError } from "../errors/create-errors.js";
import { findRootCause, sanitizeError } from "../errors/sanitize-error.js";
import { runHook } from "../hooks/run-hook.js";
import { mergeHeaders } from "../transport/headers.js";
import type { HttpResponse } from "../transport/transport.js";
import type { CallState, ReceivedResponse } from "./call-state.js";

/**
 * Sends the request of a call once and reads the response to its end, whatever the status.
 *
 * @throws {VinrResponseError} `fetch_invalid` if the option `fetch` does not resolve with a response, `response_cut` if
 * the body ends too soon. Everything that `fetch` throws passes through.
 */
export async function sendAttempt(config: Config, call: CallState, signal: AbortSignal): Promise<ReceivedResponse> {
  const { request } = call;
  call.attempts++;
  const added: Record<string, string> = {};
  runHook(config, "onRequest", call, () => ({ headers: added }));
  // A header that fetch rejects would cost the call.
  const fromHooks = Object.fromEntries(Object.entries(added).filter(isAllowedHeader));
  const response: HttpResponse = await config.fetch(request.url, {
    method: request.info.method,
    headers: mergeHeaders(...request.headers, fromHooks),
    ...(request.body && { body: request.body }),
    redirect: "manual",
    duplex: "half",
    signal,
  });
  throwIfNotResponse(call, response);
  try {
    return { response, text: await response.text() };
  } catch (reason) {
    const cause = sanitizeError(reason, request.redact);
    const problem = `could not be read to its end: ${findRootCause(cause).message}`;
    throw createResponseError(call, response, { code: "response_cut", problem, cause });
  }
}

/** The option `fetch` may be plain JavaScript, so its result is checked. */
function throwIfNotResponse(call: CallState, response: HttpResponse | null | undefined): void {
  if (response === null || response === undefined) throw createFetchError(call, "nothing");
  const { status, text } = response;
  const isStatus = Number.isInteger(status) && (status === 0 || (status >= 200 && status < 600));
  if (!isStatus) throw createFetchError(call, "a value without a valid status");
  // Headers are not read here: some transports create them only when they are asked for.
  const isComplete = "headers" in response && typeof text === "function";
  if (!isComplete) throw createFetchError(call, "a value without headers or text()");
}
