import type { Delivery } from "../domain/delivery.js";

/**
 * A delivery leaves the store, so no lock is held while it is sent: its sender writes a claim before. Other processes wait for it,
 * as long as an attempt can take. A claim that is still there then belongs to a process that has ended.
 */

/** A receiver has so many milliseconds to respond. */
export const attemptTimeout = 5_000;
/** A receiver's body is read for so many milliseconds at most: its status has been told, and the next attempt waits. */
export const bodyPatience = 1_000;
/** A sender begins its attempt so soon after its claim; one that stood still meanwhile claims again. In milliseconds. */
export const freshClaim = 2_000;
/** How long a claim is believed, in milliseconds. By the watcher's own time: clocks may differ. */
const longestClaim = freshClaim + attemptTimeout + bodyPatience;
/** How often a claim is looked at, less and less often, in milliseconds. */
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
