/**
 * Reads `Retry-After`, given in seconds or as an HTTP date, and returns seconds.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value);
  // Date.parse alone would take "-5" for a year, and read the oldest of the three date formats as local time.
  if (!/^[A-Z].*:/.test(value)) return undefined;
  const date = Date.parse(value.replace(/( GMT)?$/, " GMT"));
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now) / 1000);
}
