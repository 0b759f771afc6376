import * as v from "valibot";

export const minor = (min) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(999999999999));
export const id = (prefix) => v.pipe(v.string(), v.maxLength(64), v.regex(new RegExp(`^${prefix}_[A-Za-z0-9]+$`)));
export const currency = v.pipe(v.string(), v.length(3), v.regex(/^[A-Z]{3}$/));
// valibot's url accepts what the platform's URLs do, which is more than a URI of RFC 3986.
export const uri = v.regex(/^[a-zA-Z][a-zA-Z0-9+.-]*:[!#-;=?-[\]_a-z~%]*$/);
export const webUrl = v.pipe(v.string(), v.maxLength(2048), v.regex(/^https?:\/\/[^\s]+$/), uri);
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
// JSON Schema counts characters, valibot UTF-16 units.
const text = v.pipe(
  v.string(),
  v.check((value) => value.length <= 500 || [...value].length <= 500),
);
export const metadata = v.pipe(v.record(v.pipe(v.string(), v.minLength(1), v.maxLength(40)), text), v.maxEntries(40));
export const description = text;
