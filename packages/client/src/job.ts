import type { OperationId } from "./generated/operations.js";
import type { HeaderSource } from "./headers.js";
import type { HttpResponse } from "./http-seam.js";
import type { Redact } from "./retell.js";

/** What a call is about; the same object at each of its attempts. */
export interface CallInfo {
  /** The operation; undefined for a request of `vinr.http`. */
  readonly operationId: OperationId | undefined;
  readonly method: string;
  /** The path with its names in braces, such as `/payments/{id}`: few values, fit for metrics. */
  readonly urlTemplate: string;
  /** The whole URL, without the secret key. */
  readonly url: string;
  /** The key of a call that creates or changes something. */
  readonly idempotencyKey: string | undefined;
}

/** A call under way. */
export interface Job {
  readonly info: CallInfo;
  readonly url: string;
  /** What comes after the base of the URL: path and query. */
  readonly target: string;
  /** Of two that bear one name, the first is sent. */
  readonly headers: readonly HeaderSource[];
  readonly body: RequestBody;
  /** Takes the secret key out of a text. */
  readonly redact: Redact;
  /** How many times the request was sent so far. */
  attempts: number;
  /** Whether an attempt failed that may have taken effect all the same. */
  isUncertain: boolean;
  /** The last answer, read to its end. */
  answer?: Answer;
}

/** A stream can be read only once, and so is sent once. */
export type RequestBody = ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> | string | undefined;

/** An answer that came whole. */
export interface Answer {
  readonly response: HttpResponse;
  readonly text: string;
}
