import type { Direction } from "../model.ts";

/**
 * Whether values beyond the spec pass: unknown properties, enum values and tags.
 *
 * `open`: they pass, since VINR may add them to what it sends at any time. `closed`: they do not, as in requests, where
 * VINR rejects them. The entry point `@vinr/validators/strict` closes everything.
 */
export type Openness = "closed" | "open";

/** How a schema itself is read: closed where only callers write it. */
export function opennessOf(direction: Direction | undefined): Openness {
  return direction === "request" ? "closed" : "open";
}
