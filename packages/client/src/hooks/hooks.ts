import type { VinrError } from "../errors/errors.js";
import type { CallInfo } from "../request/call-state.js";

/** The properties of every event. */
export interface HookEvent {
  /** The call. All events of a call share this object, so it can be the key of a `WeakMap`. */
  readonly call: CallInfo;
  /** The number of the attempt, from 1. */
  readonly attempt: number;
}

/** The client is about to send a request. */
export interface RequestEvent extends HookEvent {
  /** Add headers here, such as `traceparent`. The client's own headers cannot be replaced. */
  readonly headers: Record<string, string>;
}

/** The client received a response, whatever its status. */
export interface ResponseEvent extends HookEvent {
  readonly status: number;
  readonly headers: Headers;
  readonly requestId: string | undefined;
  /** Milliseconds from sending the request to the end of the response body. */
  readonly duration: number;
}

/** An attempt failed, and the client will retry. */
export interface RetryEvent extends HookEvent {
  readonly error: VinrError;
  /** Milliseconds until the next attempt. */
  readonly delay: number;
}

/** The call failed. */
export interface ErrorEvent extends HookEvent {
  readonly error: VinrError;
}

/**
 * Functions that the client calls on each attempt. It does not wait for them, and ignores their errors: a bug in a hook
 * must not cost a payment.
 *
 * Each attempt calls `onRequest`, then `onResponse` if the response arrived completely, then `onRetry` or `onError` if the
 * attempt failed.
 */
export interface Hooks {
  readonly onRequest?: ((event: RequestEvent) => void) | undefined;
  readonly onResponse?: ((event: ResponseEvent) => void) | undefined;
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
  readonly onError?: ((event: ErrorEvent) => void) | undefined;
}
