/** A rated change to the specification. */

/** The part of a version that a change increments, per https://semver.org. */
export type Impact = "major" | "minor" | "patch";
export type Bump = Impact | "none";

export interface Change {
  readonly impact: Impact;
  readonly kind: "added" | "modified" | "removed";
  /** The rule that rated it: Redocly's, or one of ours, which begins with `vinr/`. */
  readonly rule: string;
  /** Where it is: `POST /payments`, `webhook payment.failed`, or the top-level key. */
  readonly where: string;
  /** The change, in a sentence. */
  readonly what: string;
  /** JSON pointer and line of the change in the new specification, or in the base if it was removed. */
  readonly pointer: string;
  readonly line: number;
  /** Whether what was removed had been deprecated. */
  readonly wasDeprecated?: boolean;
}

const order: readonly Bump[] = ["none", "patch", "minor", "major"];

/** Whether one bump is at least as great as another. */
export function reaches(bump: Bump, other: Bump): boolean {
  return order.indexOf(bump) >= order.indexOf(other);
}

/** The greatest of some bumps; `none` without any. */
export function greatest(bumps: Iterable<Bump>): Bump {
  let found: Bump = "none";
  for (const bump of bumps) if (reaches(bump, found)) found = bump;
  return found;
}
