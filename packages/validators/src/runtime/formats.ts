/**
 * The formats that schemas assert, hand-written: a regular expression for date-time costs ten times these checks.
 * Each refuses what its standard refuses; differences are said where they are.
 */

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A full-date of RFC 3339, a day that the calendar has, such as `2026-04-15`. */
export function isDate(text: string): boolean {
  return text.length === 10 && startsWithDate(text);
}

/**
 * A date-time of RFC 3339 with its offset, such as `2026-04-15T10:30:00Z`. A leap second stands only at 23:59:60 UTC;
 * date and time are separated by `T`, never by a space.
 */
export function isDateTime(text: string): boolean {
  if (!startsWithDate(text) || (text.charCodeAt(10) | 0x20) !== 0x74) return false;
  return isTimeFrom(text, 11);
}

/** A full-time of RFC 3339, such as `10:30:00Z`. */
export function isTime(text: string): boolean {
  return isTimeFrom(text, 0);
}

function startsWithDate(text: string): boolean {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  if (year < 0 || month < 1 || month > 12 || day < 1) return false;
  if (text.charCodeAt(4) !== 0x2d || text.charCodeAt(7) !== 0x2d) return false;
  const leapDay = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  return day <= (monthDays[month - 1] ?? 0) + leapDay;
}

function isTimeFrom(text: string, start: number): boolean {
  const hour = digits(text, start, 2);
  const minute = digits(text, start + 3, 2);
  const second = digits(text, start + 6, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return false;
  if (text.charCodeAt(start + 2) !== 0x3a || text.charCodeAt(start + 5) !== 0x3a) return false;
  let end = start + 8;
  if (text.charCodeAt(end) === 0x2e) {
    do end++;
    while (isDigit(text.charCodeAt(end)));
    if (end === start + 9) return false;
  }
  const offset = offsetMinutes(text, end);
  return offset !== undefined && (second < 60 || (hour * 60 + minute - offset + 1440) % 1440 === 1439);
}

/** The offset that ends the text, in minutes. */
function offsetMinutes(text: string, start: number): number | undefined {
  const sign = text.charCodeAt(start);
  if ((sign | 0x20) === 0x7a) return text.length === start + 1 ? 0 : undefined;
  if ((sign !== 0x2b && sign !== 0x2d) || text.length !== start + 6) return undefined;
  const hour = digits(text, start + 1, 2);
  const minute = digits(text, start + 4, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || text.charCodeAt(start + 3) !== 0x3a) return undefined;
  return (sign === 0x2b ? 1 : -1) * (hour * 60 + minute);
}

/** The number that some ASCII digits write, -1 where one of them is none. */
function digits(text: string, start: number, count: number): number {
  let number = 0;
  for (let i = start; i < start + count; i++) {
    const code = text.charCodeAt(i);
    if (!isDigit(code)) return -1;
    number = number * 10 + code - 0x30;
  }
  return number;
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
