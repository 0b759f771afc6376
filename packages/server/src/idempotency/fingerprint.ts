import { toHex } from "../hex.js";

/**
 * The SHA-256 of a request's path and body, in hex. White space and the order of members in the JSON do not count: the
 * payload is the same.
 */
export async function fingerprintOf(path: unknown, body: unknown): Promise<string> {
  const text = JSON.stringify([path, body], sortMembers);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return toHex(new Uint8Array(digest));
}

function sortMembers(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
