import type { Redact } from "../errors/sanitize-error.js";
import type { OperationId } from "../generated/operations.js";
import type { HeaderSource } from "../transport/headers.js";
import type { HttpResponse } from "../transport/transport.js";

/** A call, as hooks see it: the same object at each of its attempts. */
export interface CallInfo {
  /** The operation; undefined for a request through `vinr.http`. */
  readonly operationId: OperationId | undefined;
  readonly method: string;
  /** The path with parameter names in braces, such as `/payments/{id}`. It takes few values, so it suits metrics. */
  readonly urlTemplate: string;
  /** The full URL, without the secret key. */
  readonly url: string;
  /** The idempotency key; undefined for a read or a deletion. */
  readonly idempotencyKey: string | undefined;
}

/** The request of a call. Every attempt sends the same one. */
export interface PreparedRequest {
  readonly info: CallInfo;
  readonly url: string;
  /** The method and path, for error messages: `POST /payments`. */
  readonly title: string;
  /** In order of precedence: if two name the same header, the first is sent. */
  readonly headers: readonly HeaderSource[];
  readonly body: RequestBody;
  /** Removes the secret key from a text. */
  readonly redact: Redact;
}

/** The body of a request. A stream can be read only once, so it is never sent again. */
export type RequestBody = ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> | string | undefined;

/** A response whose body has been read to the end. */
export interface ReceivedResponse {
  readonly response: HttpResponse;
  readonly text: string;
}

/** The progress of a call. */
export interface CallState {
  readonly request: PreparedRequest;
  /** How many times the request has been sent. */
  attempts: number;
  /** Whether an attempt failed that may nevertheless have taken effect. */
  mayHaveTakenEffect: boolean;
  /** The last response; undefined until one has been received. */
  received?: ReceivedResponse;
}
