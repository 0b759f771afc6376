import type { WebhookEndpoint } from "@vinr/server";
import type { Moment } from "../domain/time.js";
import type { Quotas } from "./quotas.js";

/** Time and randomness, which only the user of the sandbox replaces. */
export interface World {
  /** The wall clock, in milliseconds since the epoch. */
  readonly now: () => Moment;
  /** Together with the account's name it decides all ids. */
  readonly seed: string;
  /** The hosted page of a payment, by its id and the public id of its account. */
  readonly checkoutUrlOf: (payment: string, publicId: string | null) => string;
  /** Names an account in the addresses of hosted pages: its own name is its key. Absent if no pages are served. */
  readonly publicIdOf?: (account: string) => string;
  /** An endpoint of every account, which the API does not show. */
  readonly forward?: WebhookEndpoint;
  /** The most that an account may hold. Absent where nobody else is served. */
  readonly quotas?: Partial<Quotas>;
  /** The fewest letters and digits in the name of an account, so that nobody guesses the key of another. Absent: one. */
  readonly shortestName?: number;
  /** Gives other tasks a turn in the middle of long work. Absent where nobody else waits. */
  readonly breathe?: () => Promise<void>;
  /**
   * Makes letters that nobody can compute from ids, for secrets and for the ids of payments, which are in their
   * checkout links. Absent: the seed decides all of them, so a test gets the same ones again.
   */
  readonly randomText?: (length: number) => string;
}
