import type { Faults } from "../faults/faults.js";
import type { Turns } from "../turns.js";
import type { SendDelivery } from "./attempt.js";

/** Sends the deliveries of accounts, and claims them in its name. */
export interface Sender {
  /** Unique to the process. */
  readonly id: string;
  readonly send: SendDelivery;
  readonly faults: Faults;
  /** Limits how many deliveries are sent at once, of all accounts. */
  readonly turns: Turns;
}

/** The name that all accounts share in the turns of a sender. */
export const everyAccount = "every account";
