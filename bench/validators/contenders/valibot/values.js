import * as v from "valibot";

export const minor = (min) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(999999999999));
export const id = (prefix) => v.pipe(v.string(), v.maxLength(64), v.regex(new RegExp(`^${prefix}_[A-Za-z0-9]+$`)));
export const currency = v.pipe(v.string(), v.length(3), v.regex(/^[A-Z]{3}$/));
export const webUrl = v.pipe(v.string(), v.maxLength(2048), v.regex(/^https?:\/\/[^\s]+$/), v.url());
// valibot's isoTimestamp accepts the thirtieth of February; the calendar is asked beside it.
export const timestamp = v.pipe(
  v.string(),
  v.maxLength(40),
  v.isoTimestamp(),
  v.check((text) => isDay(text.slice(0, 10))),
);
const isDay = (day) => {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
};
export const metadata = v.pipe(
  v.record(v.pipe(v.string(), v.minLength(1), v.maxLength(40)), v.pipe(v.string(), v.maxLength(500))),
  v.maxEntries(40),
);
export const description = v.pipe(v.string(), v.maxLength(500));
