import { escapeUnprintable } from "../emit/literal.ts";

/** The longest text of a server in a report, in UTF-16 units. */
const longest = 2000;

/**
 * Leaves the key on trial, if there is one yet, and everything that looks like a secret of VINR, out of a text that may be a
 * server's, and makes it safe to print: one line, which ends somewhere.
 */
export function redact(text: string, key?: string): string {
  // Cut twice: what the first cut leaves of a key is cut off by the second.
  const printable = escapeUnprintable(text.slice(0, 2 * longest));
  const known = (key === undefined ? printable : printable.replaceAll(key, redactKey(key))).replace(
    /((?:sk|rk)_(?:test|live)_|whsec_)[\w-]+/g,
    (_, prefix: string) => `${prefix}…`,
  );
  return known.length > longest ? `${known.slice(0, longest)}…` : known;
}

/** As much of a key as tells its kind. */
export function redactKey(key: string): string {
  return `${/^[a-z]+_(?:test|live)_/.exec(key)?.[0] ?? ""}…`;
}
