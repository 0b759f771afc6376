import { readFile } from "node:fs/promises";
import path from "node:path";
import { publishedPackages } from "../release/published-packages.ts";
import { greatestBumps, readChangesetsSince } from "./changesets.ts";
import { type BumpCheck, checkBumps } from "./check-bumps.ts";
import { type Comparison, compare, readVersion } from "./compare.ts";
import { findBrokenPromises } from "./promises.ts";
import { readAt } from "./revision.ts";

export const specFile = "spec/openapi.yaml";

export interface SpecCheck {
  readonly comparison: Comparison;
  readonly bumps: BumpCheck;
  /** A sentence for each deprecated part that goes before its promised date. */
  readonly brokenPromises: readonly string[];
}

/**
 * Compares the specification with that of a Git revision, and checks `info.version` and the changesets against the changes.
 * A changeset that the revision already has speaks for the changes before it.
 *
 * @throws {Error} if the revision does not exist or has no specification.
 */
export async function gateSpec(root: string, base: string): Promise<SpecCheck> {
  const text = await readAt(root, base, specFile);
  if (text === undefined)
    throw new Error(`${specFile} does not exist at the revision ${base}. Fetch it, or name another one with --base.`);
  const before = await readVersion(text, `${base}:${specFile}`);
  const now = await readVersion(await readFile(path.join(root, specFile), "utf8"), specFile);
  const comparison = await compare(before, now);
  const published = publishedPackages(root).map(({ name }) => name);
  const declared = greatestBumps(await readChangesetsSince(root, base));
  const brokenPromises = findBrokenPromises(before, now, new Date().toISOString().slice(0, 10));
  return { comparison, bumps: checkBumps(comparison, declared, published), brokenPromises };
}
