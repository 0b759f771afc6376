/**
 * How many seconds an answer asks to wait: `Retry-After` as seconds or as an HTTP date.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value);
  // Date.parse alone would also read "-5" as a year, and the oldest of the three forms of a date as local time.
  if (!/^[A-Z].*:/.test(value)) return undefined;
  const date = Date.parse(value.replace(/( GMT)?$/, " GMT"));
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now) / 1000);
}
