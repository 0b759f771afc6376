import { ownProperties } from "../config/own-properties.js";
import { readRequestId } from "../errors/create-errors.js";
import type { CallState } from "../request/call-state.js";
import type { HttpResponse } from "../transport/transport.js";
import { type RateLimit, readRateLimit } from "./rate-limit.js";

/** The result of a call, with response metadata. */
export interface VinrResponse<T> {
  readonly data: T;
  /** The last HTTP response. Its body has been read. */
  readonly response: Response;
  /** The request id, for VINR's support; undefined if the response had none. */
  readonly requestId: string | undefined;
  /** How many times the request was sent. */
  readonly attempts: number;
  /** The idempotency key of the request; undefined for a read or a deletion, which need none. */
  readonly idempotencyKey: string | undefined;
  /** The state of the key's token bucket; undefined if the response did not say. */
  readonly rateLimit: RateLimit | undefined;
}

/** The data of a call, and the call for those who want its metadata. */
export interface CallResult<T> {
  readonly data: T;
  readonly call: CallState;
}

/** Adds response metadata to the data of a call. */
export function addMetadata<T>({ data, call }: CallResult<T>): VinrResponse<T> {
  const { received, attempts, request } = call;
  const response = toResponse(received?.response);
  return {
    data,
    response,
    requestId: readRequestId(call, response.headers),
    attempts,
    idempotencyKey: request.info.idempotencyKey,
    rateLimit: readRateLimit(response.headers),
  };
}

/** Transports other than `fetch` return simpler objects. */
function toResponse(response: HttpResponse | undefined): Response {
  if (response instanceof Response) return response;
  const { status = 200, headers = new Headers() } = response ?? {};
  return new Response(null, ownProperties({ status, headers }));
}
