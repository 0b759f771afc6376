/** A change of the specification, rated. */

/** How much a change moves a version, by https://semver.org. */
export type Impact = "major" | "minor" | "patch";
export type Bump = Impact | "none";

export interface Change {
  readonly impact: Impact;
  readonly kind: "added" | "modified" | "removed";
  /** The rule that rated it: Redocly's, or one of ours, which begins with `vinr/`. */
  readonly rule: string;
  /** Where it shows: `POST /payments`, `webhook payment.failed`, or the top-level key. */
  readonly where: string;
  /** What changed, in a sentence. */
  readonly what: string;
  /** JSON pointer of the place in the specification, and its line: in the new one, for what was removed in the base. */
  readonly pointer: string;
  readonly line: number;
}

const order: readonly Bump[] = ["none", "patch", "minor", "major"];

/** Whether one bump moves a version as far as another, or farther. */
export function reaches(bump: Bump, other: Bump): boolean {
  return order.indexOf(bump) >= order.indexOf(other);
}

/** The greater of bumps; `none` of none. */
export function greatest(bumps: Iterable<Bump>): Bump {
  let found: Bump = "none";
  for (const bump of bumps) if (reaches(bump, found)) found = bump;
  return found;
}
