import type { DocumentedResponse } from "../../../packages/client/test/documented-responses.ts";
import {
  apiError,
  createHandler,
  type ErrorCode,
  type Handler,
  type Operations,
} from "../../../packages/server/src/index.ts";
import { isTransient } from "../../../packages/server/src/response/api-error.ts";

/** A response, as an operation returns it. */
export interface Returned {
  readonly status: number;
  readonly body?: unknown;
}

export interface DocumentedHandlerOptions {
  /** Whether all errors are thrown as `apiError`, also those that could be returned. */
  readonly throwsErrors?: boolean;
  /** Makes the response wrong, to see whether a judge notices; responses are then not checked by the handler. */
  readonly spoil?: (returned: Returned) => Returned;
}

/**
 * A handler whose operations return every response that the specification documents for them, example by example: the one
 * that `Prefer: code=…, example=…` names, as the mock does, or the first success.
 */
export function createDocumentedHandler(
  responses: readonly DocumentedResponse[],
  { throwsErrors = false, spoil }: DocumentedHandlerOptions = {},
): Handler {
  const respond = (operationId: string, request: Request): Returned => {
    const wanted = findWanted(
      responses.filter((one) => one.operationId === operationId),
      request.headers.get("prefer") ?? "",
    );
    // An error that may be gone when the request is repeated can only be thrown.
    if (wanted.status >= 400 && (throwsErrors || isTransient(wanted.status))) throw errorOf(wanted);
    const returned = { status: wanted.status, ...(wanted.value === undefined ? {} : { body: wanted.value }) };
    return spoil === undefined ? returned : spoil(returned);
  };
  const ids = new Set(responses.map(({ operationId }) => operationId));
  const operations = Object.fromEntries(
    [...ids].map((id) => [id, ({ request }: { request: Request }) => respond(id, request)]),
  );
  return createHandler(operations as unknown as Operations, { checkResponses: spoil === undefined ? "throw" : "off" });
}

function findWanted(responses: readonly DocumentedResponse[], prefer: string): DocumentedResponse {
  const code = /code=(\d+)/.exec(prefer)?.[1];
  const example = /example=(\w+)/.exec(prefer)?.[1];
  const wanted = responses.find(({ status, ...response }) => {
    return code === undefined ? status < 300 : status === Number(code) && response.example === example;
  });
  if (wanted === undefined) throw new Error(`there is no response for Prefer: ${prefer}`);
  return wanted;
}

function errorOf({ value, status }: DocumentedResponse): Error {
  const { error } = value as { error: { code: ErrorCode; message: string; request_id: string } };
  const { code, request_id: _, ...details } = error;
  return apiError(code, { ...details, ...(status === 503 ? { retryAfter: 2 } : {}) });
}

/** The request that gets a documented response from such a handler. */
export function requestFor(
  { method, path, body, status, example }: DocumentedResponse,
  baseUrl: string,
): [url: string, init: RequestInit] {
  const headers = {
    authorization: "Bearer sk_test_Example",
    "x-request-id": "req_8KdPz2",
    prefer: example === undefined ? `code=${status}` : `code=${status}, example=${example}`,
    ...(body === undefined ? {} : { "content-type": "application/json" }),
  };
  return [baseUrl + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }];
}
