/** Characters that drive a terminal, or turn the direction of the text. Lines and tabs are part of what is printed. */
const control = /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/**
 * A text that is safe to print, whichever server it came from: control characters become escapes, in JSON those of
 * JSON.
 */
export function printable(text: string): string {
  return text.replace(control, escapeUnit);
}

/** A UTF-16 unit as an escape of JSON. */
function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** The same as one line: a server cannot add another one. */
export function printableLine(text: string): string {
  return printable(text).replaceAll("\n", "\\u000a");
}

/** The longest text from a server in a message, in UTF-16 units. */
export const longest = 2000;

/** Text from a server as a part of a message: on one line, and not too long. */
export function inMessage(text: string): string {
  return printable(text.slice(0, longest).replaceAll(/[\n\t]/g, " "));
}

/**
 * A value as JSON to print: on Windows in ASCII, since PowerShell would read the other letters by a code page before it writes them to
 * a file.
 */
export function asJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (process.platform !== "win32") return json;
  return json.replace(/[\u0080-\uffff]/g, escapeUnit);
}
