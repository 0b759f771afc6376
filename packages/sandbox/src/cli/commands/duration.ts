import type { ClockAdvanceCreateParams } from "../../generated/types.js";
import { UsageError } from "./command.js";

const units = { d: "days", h: "hours", m: "minutes", s: "seconds" } as const;

/**
 * Reads a duration, such as `2d`, `90m` or `1d12h`.
 *
 * @throws {UsageError} for any other text.
 */
export function readDuration(text: string): ClockAdvanceCreateParams {
  if (!/^(?:\d{1,8}[dhms])+$/.test(text)) {
    throw new UsageError(
      `A time has a number and a unit, d h m or s, such as 2d, 90m or 1d12h; got ${JSON.stringify(text)}.`,
    );
  }
  const duration: ClockAdvanceCreateParams = {};
  for (const [, count, unit] of text.matchAll(/(\d+)([dhms])/g)) {
    const name = units[unit as keyof typeof units];
    duration[name] = (duration[name] ?? 0) + Number(count);
  }
  return duration;
}
