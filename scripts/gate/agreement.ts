import { type Bump, reaches } from "./changes.ts";
import type { Comparison } from "./compare.ts";

/** Whether the specification's changes, its `info.version` and the changesets say the same. */
export interface Agreement {
  /** What is wrong and what to do, a sentence each; none where all agree. */
  readonly complaints: readonly string[];
  /** What `info.version` has to be, where it is not. */
  readonly version: string | undefined;
  /** The packages whose changeset is missing or too small. */
  readonly packages: readonly string[];
}

/** The packages that carry the specification: a change of it is a change of each. */
export const published = ["@vinr/types", "@vinr/validators", "@vinr/client"] as const;

/** Holds what the specification demands against what `info.version` and the changesets declare. */
export function agree(comparison: Comparison, declared: ReadonlyMap<string, Bump>): Agreement {
  const { demanded, baseVersion, version } = comparison;
  const least = bumped(baseVersion, demanded);
  const behind = compareVersions(version, least) < 0;
  const packages =
    demanded === "none" ? [] : published.filter((name) => !reaches(declared.get(name) ?? "none", demanded));
  return {
    complaints: [
      ...(behind
        ? [`\`info.version\` is ${version}; a ${demanded} change after ${baseVersion} makes it at least ${least}.`]
        : []),
      ...packages.map((name) => complain(name, declared.get(name) ?? "none", demanded)),
    ],
    version: behind ? least : undefined,
    packages,
  };
}

function complain(name: string, declared: Bump, demanded: Bump): string {
  const has = declared === "none" ? "No changeset names" : `The changesets declare a ${declared} of`;
  return `${has} ${name}; the specification demands a ${demanded}. \`pnpm changeset:suggest\` writes it.`;
}

/** The version that a bump makes of another. */
export function bumped(version: string, bump: Bump): string {
  const [major = 0, minor = 0, patch = 0] = parts(version);
  if (bump === "major") return `${major + 1}.0.0`;
  if (bump === "minor") return `${major}.${minor + 1}.0`;
  return bump === "patch" ? `${major}.${minor}.${patch + 1}` : version;
}

function compareVersions(one: string, other: string): number {
  const others = parts(other);
  return parts(one).reduce((found, part, index) => found || part - (others[index] ?? 0), 0);
}

function parts(version: string): number[] {
  return version.split(/[.+-]/, 3).map(Number);
}
