import type { SendDelivery } from "../../../deliveries/attempt.js";
import { bodyPatience } from "../../../deliveries/claim.js";
import { BoundedLog } from "./bounded-log.js";
import { captureBody, captureHeaders, type Header } from "./capture.js";

/** An attempt to deliver an event, as it went over the wire. Its body is the event. */
export interface LoggedAttempt {
  readonly delivery: string;
  /** The place of the attempt among those of its delivery, from 0. */
  readonly attempt: number;
  readonly url: string;
  readonly milliseconds: number;
  readonly headers: readonly Header[];
  /** Undefined if there was no response. */
  readonly response:
    | { readonly status: number; readonly headers: readonly Header[]; readonly body: string | undefined }
    | undefined;
}

export type AttemptLog = BoundedLog<LoggedAttempt>;

export function createAttemptLog(): AttemptLog {
  return new BoundedLog({ entries: 500, characters: 8_000_000 });
}

/**
 * Sends deliveries, and records each attempt. An attempt ends once as much of the receiver's body has been read as is
 * kept, so receivers with endless bodies cannot hold more than one connection of an account.
 */
export function recordAttempts(
  send: SendDelivery,
  log: AttemptLog,
  onRecorded: (account: string) => void,
): SendDelivery {
  return async (url, init, place) => {
    const { account, delivery, attempt } = place;
    const start = performance.now();
    const add = (milliseconds: number, response?: LoggedAttempt["response"]): void => {
      const headers = captureHeaders(new Headers(init.headers));
      const logged = { delivery, attempt, url, milliseconds, headers, response };
      log.add(account, logged, JSON.stringify(logged).length);
      onRecorded(account);
    };
    try {
      const { status, headers, body } = await send(url, init, place);
      const milliseconds = performance.now() - start;
      const text = await captureBody(body, bodyPatience);
      add(milliseconds, { status, headers: captureHeaders(headers), body: text });
      // The sender looks at the status only, and the body is being read here.
      return { status, headers, body: null };
    } catch (error) {
      add(performance.now() - start);
      throw error;
    }
  };
}
