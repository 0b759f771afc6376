import type { Handler } from "@vinr/server";
import type { SendDelivery } from "../../../deliveries/attempt.js";
import type { Store } from "../../../store/store.js";
import { type AttemptLog, createAttemptLog, recordAttempts } from "./attempt-log.js";
import { ChangeFeed } from "./changes.js";
import { createRequestLog, type RequestLog, recordRequests } from "./request-log.js";

export interface RecordingOptions {
  /** The wall clock, in milliseconds since the epoch. */
  readonly now: () => number;
  /** The account that sees the requests whose key belongs to none. Undefined: none does. */
  readonly openAccount: string | undefined;
  /** The number of an account's first request, which its address has. Default: 1. */
  readonly firstRequest?: number | undefined;
}

/**
 * Everything that the window shows and no store keeps: requests and attempts, in this process's memory, and notices of
 * changes.
 */
export class Recording {
  readonly changes = new ChangeFeed();
  readonly requests: RequestLog;
  readonly attempts: AttemptLog = createAttemptLog();
  readonly #options: RecordingOptions;

  constructor(options: RecordingOptions) {
    this.#options = options;
    this.requests = createRequestLog(options.firstRequest);
  }

  /** The store for everything but the window. */
  watch(store: Store): Store {
    return this.changes.watch(store);
  }

  recordRequests(handler: Handler): Handler {
    return recordRequests(handler, { ...this.#options, log: this.requests, onRecorded: this.#notify });
  }

  recordAttempts(send: SendDelivery): SendDelivery {
    return recordAttempts(send, this.attempts, this.#notify);
  }

  readonly #notify = (account: string): void => this.changes.notify(account);
}
