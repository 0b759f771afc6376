import type { VinrError } from "./errors.js";
import type { CallInfo } from "./job.js";

/** What every hook is told. */
export interface HookEvent {
  /** The call: the same object for each event of a call, and so a key for a `WeakMap`. */
  readonly call: CallInfo;
  /** The number of the attempt, from 1. */
  readonly attempt: number;
}

/** An attempt is about to be sent. */
export interface RequestEvent extends HookEvent {
  /** Add headers here, such as `traceparent`. The client's own cannot be replaced. */
  readonly headers: Record<string, string>;
}

/** An attempt was answered, whatever the status. */
export interface ResponseEvent extends HookEvent {
  readonly status: number;
  readonly headers: Headers;
  readonly requestId: string | undefined;
  /** Milliseconds from the request to the end of the body. */
  readonly duration: number;
}

/** An attempt failed, and another follows. */
export interface RetryEvent extends HookEvent {
  readonly error: VinrError;
  /** Milliseconds until the next attempt. */
  readonly delay: number;
}

/** The call failed: nothing follows. */
export interface ErrorEvent extends HookEvent {
  readonly error: VinrError;
}

/**
 * Functions that are told what happens. They are not waited for, and what they throw is dropped: an observer that
 * stumbles must not cost a payment.
 *
 * Each attempt begins with `onRequest`. Where an answer came whole, `onResponse` follows. Where the attempt failed,
 * `onRetry` or `onError` follows.
 */
export interface Hooks {
  readonly onRequest?: ((event: RequestEvent) => void) | undefined;
  readonly onResponse?: ((event: ResponseEvent) => void) | undefined;
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
  readonly onError?: ((event: ErrorEvent) => void) | undefined;
}
