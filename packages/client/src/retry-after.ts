/**
 * How many seconds an answer asks to wait: `Retry-After` as seconds or as an HTTP date.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get("retry-after") ?? "";
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value);
  // Every HTTP date ends in GMT; Date.parse alone would also read "-5" as a year.
  const wait = /GMT$/.test(value) ? Date.parse(value) - now : Number.NaN;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait / 1000);
}
