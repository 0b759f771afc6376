import semver from "semver";
import { type Bump, reaches } from "./changes.ts";
import type { Comparison } from "./compare.ts";

/** How `info.version` and the changesets compare with what the changes of the specification demand. */
export interface BumpCheck {
  /** A sentence for each problem, with what to do. */
  readonly problems: readonly string[];
  /** The least `info.version`, if it is behind. */
  readonly version: string | undefined;
  /** The packages whose changeset is missing or too small. */
  readonly packages: readonly string[];
}

/**
 * Checks that `info.version` and the changesets declare what the changes demand. Each published package carries the
 * specification, so a change to it is a change to every one of them.
 *
 * @throws {Error} if `info.version` was not a semantic version in the base.
 */
export function checkBumps(
  comparison: Comparison,
  declared: ReadonlyMap<string, Bump>,
  published: readonly string[],
): BumpCheck {
  const { demanded, baseVersion, version } = comparison;
  const least = nextVersion(baseVersion, demanded);
  const isBehind = semver.valid(version) === null || semver.lt(version, least);
  const packages =
    demanded === "none" ? [] : published.filter((name) => !reaches(declared.get(name) ?? "none", demanded));
  const behind = `\`info.version\` is ${version}; a ${demanded} change after ${baseVersion} makes it at least ${least}. Run \`pnpm changeset:suggest\` to set it.`;
  return {
    problems: [
      ...(isBehind ? [behind] : []),
      ...packages.map((name) => missingBump(name, declared.get(name) ?? "none", demanded)),
    ],
    version: isBehind ? least : undefined,
    packages,
  };
}

function missingBump(name: string, declared: Bump, demanded: Bump): string {
  const has = declared === "none" ? "No changeset on this branch covers" : `Its changesets declare a ${declared} of`;
  return `${has} ${name}; the specification requires a ${demanded}. Run \`pnpm changeset:suggest\` to write it.`;
}

/** The version after a bump. */
export function nextVersion(version: string, bump: Bump): string {
  const next = bump === "none" ? semver.valid(version) : semver.inc(version, bump);
  if (next === null) throw new Error(`\`info.version\` is ${version}, which is not a semantic version such as 1.2.3.`);
  return next;
}
