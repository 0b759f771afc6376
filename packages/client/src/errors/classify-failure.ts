import { memberOf } from "../config/own-properties.js";
import type { SanitizedError } from "./sanitize-error.js";

/** A bug in the option `fetch`, in JavaScript's own words: another attempt would fail in the same way. */
const mistake = /^ReferenceError |^TypeError .*(\(reading '|is not a (function|constructor)|destructure)/i;

/**
 * The same, or a runtime that lacks something. Bun reports all that happens to a connection as a `TypeError`, too, with the code of a
 * system error; browsers and Deno do so with a message.
 */
const bug = /^TypeError (?!E(?!RR_)[A-Z_]+ |.*(network|sending r|load f|fetch f|to fetch|certificate|are blocked))/i;

/** This side rejects the server, and will again: a certificate, a TLS version, a port that fetch blocks. */
const rejected = /certificate|bad port|are blocked|(ssl|tls).*(version|unsupp|handshake f)/i;

/**
 * No connection was established, in the words of Node, undici and its proxies, Bun and Deno. The same system errors, from a
 * read or a write, mean that a connection was lost.
 */
const unconnected = /^(?!.* (read|write) ).*(connect[_ ).]|conn\w*ref|aggreg|enotfound|eai_|unreach|eaddrn|tunnel)/i;

/** Returns the code of the error for a request that got no response, by its innermost cause. */
export function classifyFailure(error: SanitizedError, mayHaveTakenEffect: boolean): string {
  const text = `${error.name} ${memberOf(error, "code")} ${error.message}`;
  if (mistake.test(text) || bug.test(text)) return "fetch_invalid";
  if (mayHaveTakenEffect) return "connection_failed";
  if (rejected.test(text)) return "cannot_connect";
  return unconnected.test(text) ? "not_connected" : "connection_failed";
}
