import { sha256 } from "../digests.js";

/**
 * The SHA-256 of a request's path and body, in hex. White space and the order of members in the JSON do not count: the
 * payload is the same.
 */
export async function fingerprintOf(path: unknown, body: unknown): Promise<string> {
  return sha256(`${sorted(path)} ${sorted(body)}`);
}

/** A JSON value as text, the members of objects by their names. The validators accept none that is nested deeper than the stack is. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const members = value as { readonly [name: string]: unknown };
  const texts = Object.keys(members)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${sorted(members[name])}`);
  return `{${texts.join()}}`;
}
