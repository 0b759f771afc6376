import { sha256 } from "../digests.js";
import { apiError } from "../response/api-error.js";

/**
 * The SHA-256 of a request's path and body, in hex. White space and the order of members in the JSON do not count: the
 * payload is the same.
 *
 * @throws {ApiError} `parameter_invalid` for a body that is nested more deeply than any that has a meaning, where its schema
 * does not say how deep it may be.
 */
export async function fingerprintOf(path: unknown, body: unknown): Promise<string> {
  return sha256(`${sorted(path)} ${sorted(body)}`);
}

const maxDepth = 200;

/** A JSON value as text, the members of objects by their names. */
function sorted(value: unknown, depth = 0): string {
  if (depth > maxDepth) throw apiError("parameter_invalid", { message: "The body is nested too deeply." });
  const inner = (one: unknown) => sorted(one, depth + 1);
  if (Array.isArray(value)) return `[${value.map(inner).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const members = value as { readonly [name: string]: unknown };
  const texts = Object.keys(members)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${inner(members[name])}`);
  return `{${texts.join()}}`;
}
