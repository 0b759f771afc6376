import type { DocumentedResponse } from "../../../packages/client/test/documented-responses.ts";
import {
  apiError,
  createHandler,
  type ErrorCode,
  type Handler,
  type Operations,
} from "../../../packages/server/src/index.ts";

/** The header that names the documented response to return, by its index. */
export const wantedHeader = "x-wanted";

/** A response, as an operation returns it. */
export interface Returned {
  readonly status: number;
  readonly body?: unknown;
}

export interface DocumentedHandlerOptions {
  /** Whether errors are thrown as `apiError`, and not returned. */
  readonly throwsErrors?: boolean;
  /** Makes the response wrong, to see whether a judge notices; responses are then not checked by the handler. */
  readonly spoil?: (returned: Returned) => Returned;
}

/** A handler whose operations return every response that the specification documents for them, example by example. */
export function createDocumentedHandler(
  responses: readonly DocumentedResponse[],
  { throwsErrors = false, spoil }: DocumentedHandlerOptions = {},
): Handler {
  const respond = (operationId: string, request: Request): Returned => {
    const wanted = responses[Number(request.headers.get(wantedHeader))];
    if (wanted?.operationId !== operationId) throw new Error(`${operationId} has no such response`);
    if (throwsErrors && wanted.status >= 400) throw errorOf(wanted);
    const returned = { status: wanted.status, ...(wanted.value === undefined ? {} : { body: wanted.value }) };
    return spoil === undefined ? returned : spoil(returned);
  };
  const ids = new Set(responses.map(({ operationId }) => operationId));
  const operations = Object.fromEntries(
    [...ids].map((id) => [id, ({ request }: { request: Request }) => respond(id, request)]),
  );
  return createHandler(operations as unknown as Operations, { checkResponses: spoil === undefined ? "throw" : "off" });
}

function errorOf({ value, status }: DocumentedResponse): Error {
  const { error } = value as { error: { code: ErrorCode; message: string; request_id: string } };
  const { code, request_id: _, ...details } = error;
  return apiError(code, { ...details, ...(status === 503 ? { retryAfter: 2 } : {}) });
}

/** The request that gets a documented response from such a handler. */
export function requestFor(
  { method, path, body }: DocumentedResponse,
  index: number,
  baseUrl: string,
): [url: string, init: RequestInit] {
  const headers = {
    authorization: "Bearer sk_test_Example",
    "x-request-id": "req_8KdPz2",
    [wantedHeader]: String(index),
    ...(body === undefined ? {} : { "content-type": "application/json" }),
  };
  return [baseUrl + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }];
}
