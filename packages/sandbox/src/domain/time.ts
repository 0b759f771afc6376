/** Milliseconds since the epoch, by an account's clock. */
export type Moment = number;

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A moment as the API writes it: RFC 3339 in UTC, in whole seconds. */
export function timestampOf(moment: Moment): string {
  return new Date(moment).toISOString().replace(/\.\d{3}Z$/, "Z");
}
