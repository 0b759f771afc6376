/**
 * The formats that schemas assert, hand-written: a regular expression for date-time costs ten times these checks.
 * Each refuses what its standard refuses; differences are said where they are.
 */

/** A full-date of RFC 3339, a day that the calendar has, such as `2026-04-15`. */
export function isDate(text: string): boolean {
  return text.length === 10 && startsWithDate(text);
}

/**
 * A date-time of RFC 3339 with its offset, such as `2026-04-15T10:30:00Z`. A leap second stands only at 23:59:60 UTC;
 * date and time are separated by `T`, never by a space.
 */
export function isDateTime(text: string): boolean {
  return startsWithDate(text) && (text[10] === "T" || text[10] === "t") && isTimeFrom(text, 11);
}

/** A full-time of RFC 3339, such as `10:30:00Z`. */
export function isTime(text: string): boolean {
  return isTimeFrom(text, 0);
}

function startsWithDate(text: string): boolean {
  const year = two(text, 0) * 100 + two(text, 2);
  const month = two(text, 5);
  const day = two(text, 8);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  // From July to August the turn of long and short months changes.
  const days = month === 2 ? 28 + Number(isLeap) : 30 + ((month + (month >> 3)) & 1);
  return year < 1e4 && month > 0 && month < 13 && day > 0 && day <= days && text[4] === "-" && text[7] === "-";
}

function isTimeFrom(text: string, start: number): boolean {
  const hour = two(text, start);
  const minute = two(text, start + 3);
  const second = two(text, start + 6);
  let end = start + 8;
  if (text[end] === ".")
    do end++;
    while (isDigit(text.charCodeAt(end)));
  const offset = offsetMinutes(text, end);
  const isRead = hour < 24 && minute < 60 && second < 61 && text[start + 2] === ":" && text[start + 5] === ":";
  const isLast = (hour * 60 + minute - offset + 1440) % 1440 === 1439;
  return isRead && text[end - 1] !== "." && offset < 1440 && (second < 60 || isLast);
}

/** The offset that ends the text, in minutes; too many where there is none. */
function offsetMinutes(text: string, start: number): number {
  const sign = text[start];
  if (sign === "Z" || sign === "z") return text.length === start + 1 ? 0 : none;
  const hour = two(text, start + 1);
  const minute = two(text, start + 4);
  const isRead = hour < 24 && minute < 60 && text[start + 3] === ":" && text.length === start + 6;
  if (!isRead || (sign !== "+" && sign !== "-")) return none;
  return (hour * 60 + minute) * (sign === "+" ? 1 : -1);
}

/** More than any part of a date or a time can be. */
const none = 1e4;

/** The number that two ASCII digits write. */
function two(text: string, start: number): number {
  const tens = text.charCodeAt(start) - 0x30;
  const ones = text.charCodeAt(start + 1) - 0x30;
  return tens >= 0 && tens < 10 && ones >= 0 && ones < 10 ? tens * 10 + ones : none;
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
