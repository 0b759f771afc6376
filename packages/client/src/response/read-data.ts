import type { Config } from "../config/config.js";
import { createResponseError } from "../errors/create-errors.js";
import { readApiError } from "../errors/read-api-error.js";
import { isObject } from "../is-object.js";
import type { CallState, ReceivedResponse } from "../request/call-state.js";

/**
 * Reads the data of a response; undefined for a response without a body.
 *
 * @throws {VinrApiError} of the class for the status, if VINR returned an error.
 * @throws {VinrResponseError} `response_redirected` or `response_not_json`.
 */
export function readData(config: Config, call: CallState, { response, text }: ReceivedResponse): unknown {
  const { status } = response;
  const isDeletion = call.request.info.method === "DELETE";
  if (isRedirect(status)) {
    const problem = "is a redirect. Check the option baseUrl";
    throw createResponseError(call, response, { code: "response_redirected", problem });
  }
  const data = parseObject(text);
  if (status >= 400) {
    // The response to an earlier attempt was lost, and now there is nothing left to delete: the deletion succeeded.
    if (status === 404 && isDeletion && call.mayHaveTakenEffect) return undefined;
    throw readApiError(config, call, response, data);
  }
  if (!data && !mayHaveNoBody(call.request.info.method, status)) {
    const problem = "is not a JSON object. Check for a proxy in between";
    throw createResponseError(call, response, { code: "response_not_json", problem });
  }
  return data;
}

/** Whether a success may come without a body. Callers of a GET or a POST always wait for an object. */
function mayHaveNoBody(method: string, status: number): boolean {
  return method === "HEAD" || (status === 204 && method !== "GET" && method !== "POST");
}

/** In browsers, fetch hides the status of a redirect and reports 0. */
function isRedirect(status: number): boolean {
  return status === 0 || (status >= 300 && status < 400);
}

/** Parses a JSON object; undefined for anything else. */
function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const data: unknown = JSON.parse(text);
    if (isObject(data)) return data;
  } catch {
    // Not JSON.
  }
  return undefined;
}
