/** The formats that schemas assert. Each rejects what its standard rejects; a comment names each difference. */

/** A form of texts that a standard describes. */
export interface Format {
  /** The expectation, as messages say it. */
  readonly expected: string;
  readonly test: (text: string) => boolean;
}

/**
 * Digits in their ranges, and no way back: a quarter faster than a loop over the characters. What it leaves open, the
 * ends of months and the leap second, is rarer.
 */
const digits =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/**
 * A date-time of RFC 3339 with its offset. A leap second exists only at 23:59:60 UTC; date and time are separated by
 * `T`, never by a space.
 */
export function isDateTime(text: string): boolean {
  if (!digits.test(text)) return false;
  // A day too many is one of the next month, or no date at all.
  if (text.slice(8, 10) > "28" && !(new Date(text.slice(0, 10)).getUTCDate() > 28)) return false;
  const secondBefore = () =>
    `1970-01-02${text
      .slice(10)
      .toUpperCase()
      .replace(/60(\.\d+)?/, "59")}`;
  return text[17] !== "6" || Date.parse(secondBefore()) % 864e5 === 86_399e3;
}

export const dateTime: Format = {
  expected: "an RFC 3339 date-time such as 2026-04-15T10:30:00Z",
  test: isDateTime,
};

/** A full-date of RFC 3339, a day that the calendar has, such as `2026-04-15`. */
export function isDate(text: string): boolean {
  return text.length === 10 && isDateTime(`${text}T00:00:00Z`);
}

/** A full-time of RFC 3339, such as `10:30:00Z`. */
export function isTime(text: string): boolean {
  return isDateTime(`1970-01-01T${text}`);
}

export const date: Format = { expected: "a date such as 2026-04-15", test: isDate };
export const time: Format = { expected: "an RFC 3339 time such as 10:30:00Z", test: isTime };

/** A UUID of RFC 9562 in hexadecimal groups of 8-4-4-4-12, in either case. */
export function isUuid(text: string): boolean {
  if (text.length !== 36) return false;
  for (let i = 0; i < 36; i++) {
    const code = text.charCodeAt(i);
    if (i === 8 || i === 13 || i === 18 || i === 23 ? code !== 0x2d : !isHex(code)) return false;
  }
  return true;
}

export const uuid: Format = { expected: "a UUID", test: isUuid };

/** Whether a UTF-16 unit is an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Whether a UTF-16 unit is an ASCII letter. */
export function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** Whether a UTF-16 unit is a hexadecimal digit. */
export function isHex(code: number): boolean {
  const lower = code | 0x20;
  return isDigit(code) || (lower >= 0x61 && lower <= 0x66);
}
