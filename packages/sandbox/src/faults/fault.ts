import type { ErrorCode, EventType, OperationId } from "@vinr/server";
import type { Duration } from "../control/duration.js";

/** How often a fault strikes. Both may be given: `{ percentage: 20, times: 3 }` strikes three times. */
export interface FaultLimits {
  /** Strikes this many times, then is removed. Default: until you remove it. */
  readonly times?: number | undefined;
  /** Strikes so many of a hundred requests or deliveries, decided by the sandbox's seed: 1 to 100. Default: 100. */
  readonly percentage?: number | undefined;
}

/**
 * Something that goes wrong with requests to an operation. Its response is as production would send it.
 *
 * @example
 * ```ts
 * const fault: RequestFault = { status: 503, times: 2 };
 * ```
 */
export interface RequestFault extends FaultLimits {
  /**
   * Responds with an error of this status: 400, 401, 402, 403, 404, 409, 429, 500 and 503 with the body that the API documents,
   * any other from 500 to 599 with an HTML page, as a proxy in between sends it.
   */
  readonly status?: number | undefined;
  /**
   * Responds with this error, such as `card_declined`. A 402 of `createPayment` or `capturePayment` strikes only valid requests, and
   * is remembered for the idempotency key, as in production.
   */
  readonly code?: ErrorCode | undefined;
  /**
   * The `Retry-After` header of the error, in seconds. Default: 1 with a 429 and `idempotency_key_in_progress`, otherwise
   * absent.
   */
  readonly retryAfter?: number | undefined;
  /** Waits before anything else, in milliseconds, at most 60000. */
  readonly latency?: number | undefined;
  /**
   * Breaks the connection: `reset` instead of a response, `truncated` in the middle of its body. `stalled`: the body stops in
   * the middle, and nothing follows.
   */
  readonly connection?: "reset" | "stalled" | "truncated" | undefined;
  /**
   * Lets the operation take effect first, so that only its response is lost. Default: false; always true for `truncated` and
   * `stalled`.
   */
  readonly afterEffect?: boolean | undefined;
}

/**
 * Something that goes wrong with deliveries to webhook endpoints:
 * - `delay`: it is sent later, by the account's clock;
 * - `drop`: the attempt reaches nobody, and counts as one without a response;
 * - `duplicate`: it is sent twice;
 * - `reorder`: everything due now is sent before it;
 * - `response_lost`: the receiver gets it, but the sandbox does not get the response in time, and sends it again later;
 * - `stale_timestamp`: the signed timestamp is an hour old;
 * - `wrong_signature`: it is signed with another secret.
 *
 * @example
 * ```ts
 * const fault: DeliveryFault = { kind: "delay", delay: { minutes: 10 } };
 * ```
 */
export interface DeliveryFault extends FaultLimits {
  readonly kind: "delay" | "drop" | "duplicate" | "reorder" | "response_lost" | "stale_timestamp" | "wrong_signature";
  /** How long a `delay` is. Default: a minute. */
  readonly delay?: Duration | undefined;
}

/** The operation or event type that a fault is for; `*` means all. */
export type FaultTarget =
  | { readonly operation: OperationId | "*"; readonly event?: undefined }
  | { readonly event: EventType | "*"; readonly operation?: undefined };

/** A fault of an account. */
export type FaultRule = { readonly id: string } & (
  | { readonly operation: OperationId | "*"; readonly event?: undefined; readonly fault: RequestFault }
  | { readonly event: EventType | "*"; readonly operation?: undefined; readonly fault: DeliveryFault }
);
