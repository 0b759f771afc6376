/** Milliseconds since the epoch, by an account's clock. */
export type Moment = number;

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The latest timestamp: RFC 3339 has four digits for the year. */
export const lastTimestamp: Moment = Date.UTC(10_000, 0) - 1;

/** The furthest that a clock can be moved, so that work that falls due afterwards still has a timestamp. */
export const lastClockTime: Moment = Date.UTC(9999, 0);

/**
 * The latest time of a snapshot. A clock that was moved to its end goes on with the wall clock, and a snapshot of it
 * can be restored months later. Work that falls due afterwards still has a month.
 */
export const lastSnapshotTime: Moment = Date.UTC(9999, 11);

/** A moment as the API writes it: RFC 3339 in UTC, in whole seconds. */
export function timestampOf(moment: Moment): string {
  return `${new Date(moment).toISOString().slice(0, -".000Z".length)}Z`;
}
