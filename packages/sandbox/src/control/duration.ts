import { ownOptions } from "@vinr/server/internal";
import { day, hour, minute } from "../domain/time.js";
import { controlError } from "./errors.js";

/**
 * A length of time; the parts are added.
 *
 * @example
 * ```ts
 * const duration: Duration = { days: 7, minutes: 1 };
 * ```
 */
export interface Duration {
  readonly days?: number | undefined;
  readonly hours?: number | undefined;
  readonly minutes?: number | undefined;
  readonly seconds?: number | undefined;
}

/**
 * A duration in milliseconds.
 *
 * @throws {ApiError} `parameter_invalid` for one that is negative or endless: no clock goes back.
 * @throws {TypeError} for a part that does not exist, such as `day`.
 */
export function millisecondsOf(duration: Duration): number {
  const own = ownOptions(duration, ["days", "hours", "minutes", "seconds"]);
  const { days = 0, hours = 0, minutes = 0, seconds = 0 } = own;
  // A seventh of a day has fractions, which no snapshot and no database keeps.
  const milliseconds = Math.round(days * day + hours * hour + minutes * minute + seconds * 1000);
  if (milliseconds >= 0 && milliseconds <= 36_500 * day) return milliseconds;
  throw controlError("parameter_invalid", { message: "The clock can only move forward, by at most 100 years." });
}
