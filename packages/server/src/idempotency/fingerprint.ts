import { sha256 } from "./sha256.js";

/**
 * The SHA-256 of a request's path and body, in hex. White space and the order of members in the JSON do not count: the
 * payload is the same.
 */
export function fingerprintOf(path: unknown, body: unknown): Promise<string> {
  return sha256(`${sorted(path)} ${sorted(body)}`);
}

/** A JSON value as text, the members of objects by their names. A valid body is nowhere near too deep for the stack. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${sorted(member)}`).join()}}`;
}
