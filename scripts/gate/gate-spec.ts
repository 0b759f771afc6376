import { readFile } from "node:fs/promises";
import path from "node:path";
import { publishedPackages } from "../release/published-packages.ts";
import { greatestBumps, readChangesetsSince } from "./changesets.ts";
import { type BumpCheck, checkBumps } from "./check-bumps.ts";
import { type Comparison, compare, readVersion } from "./compare.ts";
import { readAt } from "./revision.ts";

export const specFile = "spec/openapi.yaml";

/**
 * Compares the specification with that of a Git revision, and checks `info.version` and the changesets against the changes.
 * A changeset that the revision already has speaks for the changes before it.
 *
 * @throws {Error} if the revision does not exist or has no specification.
 */
export async function gateSpec(root: string, base: string): Promise<{ comparison: Comparison; bumps: BumpCheck }> {
  const before = await readAt(root, base, specFile);
  if (before === undefined)
    throw new Error(`There is no ${specFile} at the revision ${base}; fetch it, or name another with --base.`);
  const now = await readFile(path.join(root, specFile), "utf8");
  const comparison = await compare(await readVersion(before, `${base}:${specFile}`), await readVersion(now, specFile));
  const published = publishedPackages(root).map(({ name }) => name);
  const declared = greatestBumps(await readChangesetsSince(root, base));
  return { comparison, bumps: checkBumps(comparison, declared, published) };
}
