import { escapeUnprintable } from "../emit/literal.ts";

/** Leaves the key on trial, and everything that looks like a secret of VINR, out of a text, and makes it safe to print. */
export function redact(text: string, key: string): string {
  return escapeUnprintable(text)
    .replaceAll(key, redactKey(key))
    .replace(/\b((?:sk|rk)_(?:test|live)_|whsec_)[\w-]+/g, (_, prefix: string) => `${prefix}…`);
}

/** As much of a key as tells its kind. */
export function redactKey(key: string): string {
  return `${/^[a-z]+_(?:test|live)_/.exec(key)?.[0] ?? ""}…`;
}
