import type { Delivery } from "../domain/delivery.js";

/**
 * A delivery leaves the store, so no lock is held while it is sent: its sender first writes a claim. Other processes
 * wait for it as long as an attempt can take. A claim that still exists then belongs to a process that has ended.
 */

/** How long a receiver may take to respond, in milliseconds. */
export const attemptTimeout = 5_000;
/** How long a receiver's body is read, in milliseconds: its status is known by then, and the next attempt waits. */
export const bodyPatience = 1_000;
/**
 * How soon after its claim a sender must begin its attempt, in milliseconds. One that stalled meanwhile claims again.
 */
export const freshClaim = 2_000;
/** How long a claim is valid, in milliseconds, by the watcher's own clock: clocks may differ. */
const longestClaim = freshClaim + attemptTimeout + bodyPatience;
/** The pauses between looks at a claim, which grow longer, in milliseconds. */
const shortestPause = 50;
const longestPause = 400;

/** Watches the claims of other senders on the deliveries of an account. */
export class ClaimWatch {
  readonly #sender: string;
  #watched = "";
  #waited = 0;

  constructor(sender: string) {
    this.#sender = sender;
  }

  /** Whether another sender is at work on a delivery. Its own claims are left from an attempt that could not be recorded. */
  isTaken(delivery: Delivery): boolean {
    if (delivery.claim === undefined || delivery.claim === this.#sender) return false;
    return this.#watched !== nameOf(delivery) || this.#waited < longestClaim;
  }

  async wait(delivery: Delivery): Promise<void> {
    if (this.#watched !== nameOf(delivery)) [this.#watched, this.#waited] = [nameOf(delivery), 0];
    const pause = Math.min(this.#waited + shortestPause, longestPause);
    await new Promise((resolve) => setTimeout(resolve, pause));
    this.#waited += pause;
  }
}

/** A claim is on one attempt. */
function nameOf({ id, claim, attempts }: Delivery): string {
  return `${id} ${attempts.length} ${claim}`;
}
