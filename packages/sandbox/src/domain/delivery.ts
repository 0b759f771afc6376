import type { Moment } from "./time.js";

/** One attempt to deliver an event. */
export interface DeliveryAttempt {
  /** By the account's clock. */
  readonly at: Moment;
  /** The status of the response; undefined if there was none. */
  readonly status?: number;
  /** The reason why there was no response. */
  readonly error?: string;
  /** Whether it was requested, rather than made by the schedule. */
  readonly isReplay?: boolean;
}

/** An event on its way to a webhook endpoint. */
export interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly endpoint: string;
  /** `stopped`: the endpoint was deleted before an attempt succeeded. */
  readonly status: "failed" | "pending" | "stopped" | "succeeded";
  readonly attempts: readonly DeliveryAttempt[];
  /** The sender that is making an attempt, if one is. */
  readonly claim?: string;
  /** Whether a fault has postponed the next attempt. No attempt is postponed twice. */
  readonly isPostponed?: boolean;
}
